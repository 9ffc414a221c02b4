package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.Worksheet.Line;
import org.coalitionatlas.assessment.Worksheet.Row;
import org.jspecify.annotations.Nullable;

/**
 * The providers of a need, of which no more than two batches are drawn at a time: with hundreds of
 * them a browser takes seconds for all, and a county may have that many for each of its needs. What
 * comes before and after is one button away, and screen readers are told how many there are. A
 * filter leaves rows out; a row that stops matching stays until the filter is chosen again, so that
 * nothing disappears under the cursor.
 */
final class NeedTable implements Serializable {

    private final SheetWords words;
    private final String need;
    private final Reader reader;
    private final transient Supplier<Line> line;
    private final transient Function<UUID, NeedAnswers.Unsaved> unsaved;
    private final Element table = Markup.element("table", "answers");
    private final Element tableBody = Markup.withRole("tbody", "rowgroup");
    private final NativeButton earlier = new NativeButton();
    private final NativeButton more = new NativeButton();
    private final Map<UUID, ProviderRow> rows = new LinkedHashMap<>();
    private RowFilter filter = RowFilter.ALL;

    /** What the filter showed when it was chosen, in order, and what was added since. */
    private List<UUID> shown = new ArrayList<>();

    private int from;
    private int to;

    /** How many come at a time. */
    private final int batch;

    /**
     * @param need its label
     * @param line the need as it stands
     * @param unsaved what of a provider could not be saved
     */
    NeedTable(
            SheetWords words,
            String need,
            Reader reader,
            Supplier<Line> line,
            Function<UUID, NeedAnswers.Unsaved> unsaved,
            int batch) {
        this.words = words;
        this.need = need;
        this.reader = reader;
        this.line = line;
        this.unsaved = unsaved;
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
        earlier.addClassNames("need-more", "need-earlier");
        earlier.addClickListener(click -> drawEarlier());
        more.addClassName("need-more");
        more.addClickListener(click -> drawMore());
    }

    Element table() {
        return table;
    }

    /** Draws what comes before. */
    NativeButton earlier() {
        return earlier;
    }

    /** Draws what comes after. */
    NativeButton more() {
        return more;
    }

    /** Draws the first rows that the filter shows. */
    void filter(RowFilter chosen) {
        filter = chosen;
        shown =
                new ArrayList<>(
                        filter.of(line.get(), reader.person()).stream()
                                .map(Row::providerId)
                                .toList());
        window(0, batch);
    }

    /** Draws all rows that the filter shows: for paper. */
    void drawAll() {
        window(0, shown.size());
    }

    /** Draws a row that was just added, whatever the filter. */
    void add(Row row) {
        if (!shown.contains(row.providerId())) {
            shown.add(row.providerId());
        }
        window(Math.max(0, shown.size() - batch), shown.size());
    }

    /** Shows a row as it is by now, if it is drawn. */
    void show(Row row, Map<Question, Optional<Answer>> unsaved, @Nullable String trouble) {
        ProviderRow shown = rows.get(row.providerId());
        if (shown != null) {
            shown.show(row, unsaved, trouble);
        }
    }

    private void window(int first, int end) {
        from = first;
        to = Math.min(end, shown.size());
        Map<UUID, Row> all = new HashMap<>();
        line.get().rows().forEach(row -> all.put(row.providerId(), row));
        List<UUID> drawn = shown.subList(from, to);
        rows.entrySet()
                .removeIf(
                        row -> {
                            boolean gone = !drawn.contains(row.getKey());
                            if (gone) {
                                row.getValue().element().removeFromParent();
                            }
                            return gone;
                        });
        for (int i = 0; i < drawn.size(); i++) {
            UUID id = drawn.get(i);
            Row row = all.get(id);
            if (row != null && !rows.containsKey(id)) {
                var made = new ProviderRow(words, need, row, reader, rows.isEmpty());
                // The first row of the table is its header.
                made.element().setAttribute("aria-rowindex", String.valueOf(from + i + 2));
                NeedAnswers.Unsaved waiting = unsaved.apply(id);
                if (waiting.why() != null) {
                    made.show(row, waiting.answers(), waiting.why());
                }
                tableBody.insertChild(i, made.element());
                rows.put(id, made);
            }
        }
        table.setAttribute("aria-rowcount", String.valueOf(shown.size() + 1));
        label(earlier, "assessment.earlier", from);
        label(more, "assessment.more", shown.size() - to);
    }

    private void label(NativeButton button, String key, int left) {
        button.setText(words.text(key, left));
        button.setVisible(left > 0);
    }

    private void drawMore() {
        int next = to;
        window(Math.max(0, to - batch), to + batch);
        focus(next);
    }

    private void drawEarlier() {
        int last = from - 1;
        window(Math.max(0, from - batch), from + batch);
        focus(last);
    }

    private void focus(int index) {
        ProviderRow row = index < shown.size() ? rows.get(shown.get(index)) : null;
        if (row != null) {
            row.element().executeJs("this.querySelector('[data-nav]')?.focus()");
        }
    }
}
