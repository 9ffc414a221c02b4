package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
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
 * providers. Drawn when it is opened first, because a sheet has 33 of them.
 */
final class NeedBody extends Composite<Div> {

    /** Rows drawn at once. */
    static final int BATCH = 50;

    private final SheetWords words;
    private final transient Supplier<Line> line;
    private final NeedActions actions;
    private final NeedTable table;
    private final Paragraph problem = new Paragraph();
    private final Paragraph added = new Paragraph();
    private final Paragraph noProviders = new Paragraph();
    private RowFilter filter = RowFilter.ALL;
    private boolean drawn;

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
        this.line = line;
        table = new NeedTable(words, label, reader, line, BATCH);
        actions = new NeedActions(words, label, reader, acts);
        problem.addClassName("need-problem");
        problem.getElement().setAttribute("role", "alert");
        added.addClassName("need-added");
        added.setVisible(false);
        noProviders.setText(
                words.text(
                        reader.coordinates()
                                ? "assessment.noProviders"
                                : "assessment.noProviders.reader"));
        getContent().addClassName("need-body");
    }

    void draw() {
        if (drawn) {
            return;
        }
        drawn = true;
        getContent()
                .add(new NeedHelp(words, line.get().need()), actions, problem, added, noProviders);
        table.filter(filter);
        getContent()
                .getElement()
                .appendChild(
                        table.earlier().getElement(), table.table(), table.more().getElement());
        show(NeedCounts.of(line.get()));
    }

    /** Shows the need as it stands. */
    void show(NeedCounts count) {
        Line now = line.get();
        problem.setVisible(false);
        actions.show(now, count);
        noProviders.setVisible(now.rows().isEmpty());
        table.table().setVisible(!now.rows().isEmpty());
    }

    void show(Row row, Map<Question, Optional<Answer>> unsaved, @Nullable String trouble) {
        table.show(row, unsaved, trouble);
    }

    void filter(RowFilter chosen) {
        filter = chosen;
        if (drawn) {
            table.filter(chosen);
        }
    }

    /** Draws all rows: for paper. */
    void drawAll() {
        table.drawAll();
    }

    /** Says why something about the need as a whole was refused. */
    void refused(String why) {
        problem.setText(why);
        problem.setVisible(true);
    }

    /** Shows a provider that was just added, with the way to its record. */
    void added(Row row) {
        table.add(row);
        added.removeAll();
        added.add(
                new Span(words.text("assessment.added", row.provider())),
                new Anchor(
                        AssessmentNavigation.provider(row.providerId()),
                        words.text("assessment.added.link", row.provider())));
        added.setVisible(true);
    }
}
