package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.CellNow;
import org.coalitionatlas.assessment.Finding;
import org.coalitionatlas.assessment.MergeRules;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.Ruling;
import org.coalitionatlas.assessment.SaidBy;
import org.coalitionatlas.assessment.Statement;
import org.coalitionatlas.assessment.Worksheet.Line;
import org.coalitionatlas.assessment.Worksheet.Row;
import org.jspecify.annotations.Nullable;

/**
 * Who said what about a provider, or about a need as a whole; which answer holds and by which rule;
 * what was decided and why. Coordinators decide here, and corrections of the directory begin here.
 */
final class StatementsDialog extends Dialog {

    /** Stands for the need as a whole where a provider could stand. */
    static final UUID THE_NEED = new UUID(0, 0);

    /** Opens it for a row, or without one for the need as a whole. */
    interface Opener extends Serializable {
        void open(Line line, @Nullable Row row, Consumer<CellNow> resolved);
    }

    /** What it needs of the sheet. */
    record Context(
            SheetWords words,
            Reader reader,
            @Nullable SheetKeeper keeper,
            Speakers speakers,
            @Nullable Corrections corrections)
            implements Serializable {}

    private final Context context;
    private final SheetWords words;
    private final Line line;
    private final @Nullable Row row;
    private final Consumer<CellNow> resolved;

    StatementsDialog(Context context, Line line, @Nullable Row row, Consumer<CellNow> resolved) {
        this.context = context;
        this.words = context.words();
        this.line = line;
        this.row = row;
        this.resolved = resolved;
        String need = words.of(line.need().label());
        setHeaderTitle(
                row == null
                        ? words.text("cycle.dialog.need", need)
                        : words.text("cycle.dialog.row", words.name(row), need));
        addClassName("statements");
        if (row == null) {
            aboutNeed();
        } else {
            aboutProvider(row);
        }
        getFooter().add(new Button(words.text("common.close"), click -> close()));
        setWidth("min(44rem, 96vw)");
    }

    // ---- about a provider ----

    private void aboutProvider(Row of) {
        for (Question question : Question.values()) {
            List<Statement> answered =
                    newestFirst(of.said().stream().filter(s -> s.to(question) != null));
            var part = new Div(new H3(words.of(question)));
            part.addClassName("statements-question");
            part.add(new Paragraph(standing(of, question)));
            var list = new UnorderedList();
            for (Statement statement : answered) {
                list.add(
                        new ListItem(
                                words.text(
                                        "cycle.dialog.said",
                                        speaker(statement),
                                        words.of(Objects.requireNonNull(statement.to(question))),
                                        words.ago(statement.at(question)))));
            }
            decided(of.rulings(), question).forEach(list::add);
            part.add(list);
            if (context.corrections() != null) {
                context.corrections().about(of, question).ifPresent(part::add);
            }
            if (mayDecide() && of.isContested(question)) {
                part.add(decide(of, question));
            }
            add(part);
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

    private Stream<ListItem> decided(List<Ruling> rulings, @Nullable Question question) {
        return rulings.stream()
                .filter(ruling -> ruling.question() == question)
                .map(
                        ruling ->
                                new ListItem(
                                        words.text(
                                                "cycle.dialog.decided",
                                                ruling.by(),
                                                decision(ruling),
                                                words.ago(ruling.at()),
                                                ruling.reason())));
    }

    private String decision(Ruling ruling) {
        if (ruling.answer() != null) {
            return words.of(ruling.answer());
        }
        return ruling.finding() == null
                ? words.text("cycle.finding.NONE")
                : words.text("cycle.finding." + ruling.finding().name());
    }

    private ResolveForm decide(Row of, Question question) {
        var choices =
                Arrays.stream(Answer.values())
                        .map(a -> new ResolveForm.Choice(a.name(), words.of(a)))
                        .toList();
        return new ResolveForm(
                words,
                words.of(question),
                choices,
                (choice, reason) ->
                        context.keeper() == null
                                ? null
                                : took(
                                        context.keeper()
                                                .resolve(
                                                        line.need().code(),
                                                        of.providerId(),
                                                        question,
                                                        Answer.valueOf(choice.code()),
                                                        reason)));
    }

    // ---- about the need as a whole ----

    private void aboutNeed() {
        add(new Paragraph(findingStanding()));
        var list = new UnorderedList();
        for (Statement statement : newestFirst(line.said().stream())) {
            Finding finding = statement.finding();
            if (finding != null) {
                Instant at = statement.findingAt();
                list.add(
                        new ListItem(
                                words.text(
                                        "cycle.dialog.said",
                                        speaker(statement),
                                        words.text("cycle.finding." + finding.name()),
                                        words.ago(at == null ? statement.saidAt() : at))));
            }
        }
        decided(line.rulings(), null).forEach(list::add);
        add(list);
        if (mayDecide() && line.isContested()) {
            var choices = new ArrayList<ResolveForm.Choice>();
            choices.add(new ResolveForm.Choice("", words.text("cycle.finding.NONE")));
            if (line.rows().stream().noneMatch(Row::hasTie)) {
                choices.add(choice(Finding.NOBODY));
            }
            choices.add(choice(Finding.NOT_APPLICABLE));
            add(
                    new ResolveForm(
                            words,
                            words.of(line.need().label()),
                            choices,
                            (choice, reason) ->
                                    context.keeper() == null
                                            ? null
                                            : took(
                                                    context.keeper()
                                                            .resolve(
                                                                    line.need().code(),
                                                                    choice.code().isEmpty()
                                                                            ? null
                                                                            : Finding.valueOf(
                                                                                    choice.code()),
                                                                    reason))));
        }
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

    // ---- both ----

    private boolean mayDecide() {
        return context.keeper() != null && context.reader().coordinates();
    }

    /**
     * @return why it could not be saved, or {@code null}
     */
    private @Nullable String took(SheetKeeper.Outcome<CellNow> outcome) {
        CellNow now = outcome.value();
        if (now == null) {
            return outcome.problem();
        }
        resolved.accept(now);
        close();
        return null;
    }

    private String speaker(Statement statement) {
        UUID organization = statement.organizationId();
        if (statement.saidBy() == SaidBy.PROVIDER) {
            return words.text("cycle.speaker.provider", statement.speaker());
        }
        if (statement.isOf(context.reader().person())) {
            return words.text("cycle.speaker.you");
        }
        String name = organization == null ? "" : context.speakers().organization(organization);
        return name.isEmpty()
                ? statement.speaker()
                : words.text("cycle.speaker.of", statement.speaker(), name);
    }

    private static List<Statement> newestFirst(Stream<Statement> statements) {
        return statements.sorted(Comparator.comparing(Statement::saidAt).reversed()).toList();
    }
}
