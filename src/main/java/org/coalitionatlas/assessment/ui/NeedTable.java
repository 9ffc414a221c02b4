package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.Worksheet.Line;
import org.coalitionatlas.assessment.Worksheet.Row;
import org.jspecify.annotations.Nullable;

/**
 * The providers of a need, drawn in batches: with hundreds of them a browser takes seconds for all.
 * A filter leaves rows out; a row that stops matching stays until the filter is chosen again, so
 * that nothing disappears under the cursor.
 */
final class NeedTable implements Serializable {

    private final SheetWords words;
    private final String need;
    private final Reader reader;
    private final transient Supplier<Line> line;
    private final Element table = Markup.element("table", "answers");
    private final Element tableBody = Markup.withRole("tbody", "rowgroup");
    private final NativeButton more = new NativeButton();
    private final Map<UUID, ProviderRow> rows = new LinkedHashMap<>();
    private RowFilter filter = RowFilter.ALL;

    /** The most drawn at once. */
    private final int batch;

    /**
     * @param need its label
     * @param line the need as it stands
     */
    NeedTable(SheetWords words, String need, Reader reader, Supplier<Line> line, int batch) {
        this.words = words;
        this.need = need;
        this.reader = reader;
        this.line = line;
        this.batch = batch;
        table.setAttribute("role", reader.mayAnswer() ? "grid" : "table");
        table.setAttribute("aria-label", words.text("assessment.table", need));
        var head = Markup.withRole("tr", "row");
        head.appendChild(Markup.header(words.text("assessment.table.provider")));
        for (Question question : Question.values()) {
            head.appendChild(Markup.header(words.of(question)));
        }
        head.appendChild(Markup.header(words.text("assessment.table.status")));
        table.appendChild(Markup.withRole("thead", "rowgroup").appendChild(head), tableBody);
        more.addClassName("need-more");
        more.addClickListener(click -> drawMore());
    }

    Element table() {
        return table;
    }

    NativeButton more() {
        return more;
    }

    /** Draws the first rows that the filter shows. */
    void filter(RowFilter chosen) {
        filter = chosen;
        rows.clear();
        tableBody.removeAllChildren();
        draw(batch);
    }

    /** Draws the rows that wait to be drawn, all of them: for paper. */
    void drawAll() {
        draw(Integer.MAX_VALUE);
    }

    /** Draws a row that was just added, whatever the filter. */
    void add(Row row) {
        rows.computeIfAbsent(
                row.providerId(),
                id -> {
                    var shown = new ProviderRow(words, need, row, reader, rows.isEmpty());
                    tableBody.appendChild(shown.element());
                    return shown;
                });
    }

    /** Shows a row as it is by now, if it is drawn. */
    void show(Row row, Map<Question, Optional<Answer>> unsaved, @Nullable String trouble) {
        ProviderRow shown = rows.get(row.providerId());
        if (shown != null) {
            shown.show(row, unsaved, trouble);
        }
    }

    private List<Row> draw(int most) {
        List<Row> waiting =
                filter.of(line.get(), reader.person()).stream()
                        .filter(row -> !rows.containsKey(row.providerId()))
                        .toList();
        List<Row> next = waiting.subList(0, Math.min(most, waiting.size()));
        next.forEach(this::add);
        int left = waiting.size() - next.size();
        more.setText(words.text("assessment.more", left));
        more.setVisible(left > 0);
        return next;
    }

    private void drawMore() {
        for (Row first : draw(batch).stream().limit(1).toList()) {
            ProviderRow row = rows.get(first.providerId());
            if (row != null) {
                row.element().executeJs("this.querySelector('[data-nav]')?.focus()");
            }
        }
    }
}
