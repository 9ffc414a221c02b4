package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.Worksheet.Line;
import org.coalitionatlas.assessment.Worksheet.Row;
import org.jspecify.annotations.Nullable;

/**
 * What opens under the heading of a need: its help, what can be said about it as a whole, and its
 * providers. Made when it is opened first, because a sheet has 33 of them.
 */
final class NeedBody extends Composite<Div> {

    /** Rows drawn at once. */
    static final int BATCH = 20;

    private final SheetWords words;
    private final String label;
    private final Reader reader;
    private final transient Supplier<Line> line;
    private final NeedActions.Listener acts;
    private RowFilter filter = RowFilter.ALL;
    private @Nullable Parts parts;

    /** What there is once it was opened. */
    private record Parts(
            NeedActions actions,
            NeedTable table,
            Paragraph problem,
            Paragraph added,
            Paragraph noProviders)
            implements Serializable {}

    /**
     * @param label of the need
     * @param line the need as it stands
     */
    NeedBody(
            SheetWords words,
            String label,
            Reader reader,
            Supplier<Line> line,
            NeedActions.Listener acts) {
        this.words = words;
        this.label = label;
        this.reader = reader;
        this.line = line;
        this.acts = acts;
        getContent().addClassName("need-body");
    }

    /** Makes what it shows, unless that is there already. */
    void draw() {
        if (parts == null) {
            parts = made();
            show(NeedCounts.of(line.get()));
        }
    }

    private Parts made() {
        var actions = new NeedActions(words, label, reader, acts);
        var table = new NeedTable(words, label, reader, line, BATCH);
        var problem = new Paragraph();
        problem.addClassName("need-problem");
        problem.getElement().setAttribute("role", "alert");
        var added = new Paragraph();
        added.addClassName("need-added");
        added.setVisible(false);
        var noProviders =
                new Paragraph(
                        words.text(
                                reader.coordinates()
                                        ? "assessment.noProviders"
                                        : "assessment.noProviders.reader"));
        getContent()
                .add(new NeedHelp(words, line.get().need()), actions, problem, added, noProviders);
        table.filter(filter);
        getContent()
                .getElement()
                .appendChild(
                        table.earlier().getElement(), table.table(), table.more().getElement());
        return new Parts(actions, table, problem, added, noProviders);
    }

    /** Shows the need as it stands. */
    void show(NeedCounts count) {
        if (parts == null) {
            return;
        }
        Line now = line.get();
        parts.problem().setVisible(false);
        parts.actions().show(now, count);
        parts.noProviders().setVisible(now.rows().isEmpty());
        parts.table().table().setVisible(!now.rows().isEmpty());
    }

    void show(Row row, Map<Question, Optional<Answer>> unsaved, @Nullable String trouble) {
        if (parts != null) {
            parts.table().show(row, unsaved, trouble);
        }
    }

    void filter(RowFilter chosen) {
        filter = chosen;
        if (parts != null) {
            parts.table().filter(chosen);
        }
    }

    /** Draws all rows: for paper. */
    void drawAll() {
        if (parts != null) {
            parts.table().drawAll();
        }
    }

    /** Says why something about the need as a whole was refused. */
    void refused(String why) {
        if (parts != null) {
            parts.problem().setText(why);
            parts.problem().setVisible(true);
        }
    }

    /** Shows a provider that was just added, with the way to its record. */
    void added(Row row) {
        if (parts == null) {
            return;
        }
        parts.table().add(row);
        Paragraph added = parts.added();
        added.removeAll();
        added.add(
                new Span(words.text("assessment.added", row.provider())),
                new Anchor(
                        AssessmentNavigation.provider(row.providerId()),
                        words.text("assessment.added.link", row.provider())));
        added.setVisible(true);
    }
}
