package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.MergeRules;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.Statement;
import org.coalitionatlas.assessment.Worksheet.Row;
import org.jspecify.annotations.Nullable;

/**
 * Of each question about a provider: what holds by which rule, who said what, what to do about it.
 */
final class ProviderStatements extends Composite<Div> {

    /** Decides a question; returns why it could not be saved, or {@code null}. */
    interface Deciding extends Serializable {
        @Nullable String decide(Question question, Answer answer, String reason);
    }

    private final SheetWords words;
    private final StatementWords said;
    private final StatementsDialog.Context context;
    private final @Nullable Deciding deciding;

    /**
     * @param deciding {@code null} for whoever may not decide
     */
    ProviderStatements(StatementsDialog.Context context, Row of, @Nullable Deciding deciding) {
        this.context = context;
        this.words = context.words();
        this.said = new StatementWords(context);
        this.deciding = deciding;
        about(of);
    }

    private void about(Row of) {
        for (Question question : Question.values()) {
            List<Statement> answered =
                    StatementWords.newestFirst(
                            of.said().stream().filter(s -> s.to(question) != null));
            var part = new Div(new H3(words.of(question)));
            part.addClassName("statements-question");
            part.add(new Paragraph(standing(of, question)));
            var list = new UnorderedList();
            for (Statement statement : answered) {
                list.add(
                        said.said(
                                statement,
                                words.of(Objects.requireNonNull(statement.to(question))),
                                statement.at(question)));
            }
            said.decided(of.rulings(), question).forEach(list::add);
            part.add(list);
            if (context.corrections() != null) {
                context.corrections().about(of, question).ifPresent(part::add);
            }
            if (deciding != null && of.isContested(question)) {
                part.add(decide(deciding, question));
            }
            getContent().add(part);
        }
    }

    private String standing(Row of, Question question) {
        MergeRules.Outcome<Answer> outcome = of.holds().get(question);
        if (outcome == null) {
            return words.text("cycle.rule.none");
        }
        MergeRules.Fact<Answer> record = of.records().get(question);
        Instant since = record == null ? null : record.since();
        return words.text(
                "cycle.rule." + outcome.rule().name(),
                words.of(outcome.value()),
                since == null ? "" : words.day(since));
    }

    private ResolveForm decide(Deciding by, Question question) {
        var choices =
                Arrays.stream(Answer.values())
                        .map(a -> new ResolveForm.Choice(a.name(), words.of(a)))
                        .toList();
        return new ResolveForm(
                words,
                words.of(question),
                choices,
                (choice, reason) -> by.decide(question, Answer.valueOf(choice.code()), reason));
    }
}
