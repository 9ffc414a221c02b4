package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import org.coalitionatlas.assessment.Finding;
import org.coalitionatlas.assessment.Statement;
import org.coalitionatlas.assessment.Worksheet.Line;
import org.coalitionatlas.assessment.Worksheet.Row;
import org.jspecify.annotations.Nullable;

/** Of a need as a whole: what holds, who said what, and the decision where people disagree. */
final class NeedStatements extends Composite<Div> {

    /** Decides what holds; returns why it could not be saved, or {@code null}. */
    interface Deciding extends Serializable {
        @Nullable String decide(@Nullable Finding finding, String reason);
    }

    private final SheetWords words;
    private final StatementWords said;
    private final Line line;

    /**
     * @param deciding {@code null} for whoever may not decide
     */
    NeedStatements(StatementsDialog.Context context, Line line, @Nullable Deciding deciding) {
        this.words = context.words();
        this.said = new StatementWords(context);
        this.line = line;
        getContent().add(new Paragraph(findingStanding()), statements());
        if (deciding != null && line.isContested()) {
            getContent().add(decide(deciding));
        }
    }

    private UnorderedList statements() {
        var list = new UnorderedList();
        for (Statement statement : StatementWords.newestFirst(line.said().stream())) {
            Finding finding = statement.finding();
            if (finding != null) {
                Instant at = statement.findingAt();
                list.add(
                        said.said(
                                statement,
                                words.text("cycle.finding." + finding.name()),
                                at == null ? statement.saidAt() : at));
            }
        }
        said.decided(line.rulings(), null).forEach(list::add);
        return list;
    }

    private ResolveForm decide(Deciding by) {
        var choices = new ArrayList<ResolveForm.Choice>();
        choices.add(new ResolveForm.Choice("", words.text("cycle.finding.NONE")));
        if (line.rows().stream().noneMatch(Row::hasTie)) {
            choices.add(choice(Finding.NOBODY));
        }
        choices.add(choice(Finding.NOT_APPLICABLE));
        return new ResolveForm(
                words,
                words.of(line.need().label()),
                choices,
                (choice, reason) ->
                        by.decide(
                                choice.code().isEmpty() ? null : Finding.valueOf(choice.code()),
                                reason));
    }

    private ResolveForm.Choice choice(Finding finding) {
        return new ResolveForm.Choice(
                finding.name(), words.text("cycle.finding." + finding.name()));
    }

    private String findingStanding() {
        if (line.isContested()) {
            return words.text("cycle.finding.disputed");
        }
        return line.finding() == null
                ? words.text("cycle.finding.NONE")
                : words.text("assessment.state." + line.finding().name());
    }
}
