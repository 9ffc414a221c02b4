package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.html.ListItem;
import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.Ruling;
import org.coalitionatlas.assessment.SaidBy;
import org.coalitionatlas.assessment.Statement;
import org.jspecify.annotations.Nullable;

/** Statements and decisions in words, the newest first. */
final class StatementWords implements Serializable {

    private final StatementsDialog.Context context;
    private final SheetWords words;

    StatementWords(StatementsDialog.Context context) {
        this.context = context;
        this.words = context.words();
    }

    /** "Maria Delgado of Safe Harbor: Yes, 3 weeks ago". */
    ListItem said(Statement statement, String what, Instant at) {
        return new ListItem(
                words.text("cycle.dialog.said", speaker(statement), what, words.ago(at)));
    }

    /**
     * @param question {@code null} for the need as a whole
     */
    Stream<ListItem> decided(List<Ruling> rulings, @Nullable Question question) {
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

    static List<Statement> newestFirst(Stream<Statement> statements) {
        return statements.sorted(Comparator.comparing(Statement::saidAt).reversed()).toList();
    }
}
