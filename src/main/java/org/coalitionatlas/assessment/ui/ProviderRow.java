package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.dom.Element;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.SaidBy;
import org.coalitionatlas.assessment.Statement;
import org.coalitionatlas.assessment.Worksheet.Row;
import org.coalitionatlas.common.ui.Drawing;
import org.jspecify.annotations.Nullable;

/**
 * One provider's row of a need: its name and services, three answers, who gave them. It is drawn as
 * one text of which a browser only takes over what changed, so that focus stays where it is. Clicks
 * and keys are heard by the sheet ({@code assets/worksheet.js}).
 */
final class ProviderRow implements Serializable {

    /** What a button is called to whoever does not see its row. */
    private static final Map<String, String> NAMED =
            Map.of(
                    "confirm", "assessment.row.confirmNamed",
                    "unchanged", "cycle.row.unchangedNamed",
                    "retry", "cycle.row.retryNamed",
                    "menu", "invitation.row.menuNamed",
                    "said", "cycle.statementsOf",
                    "invite", "invitation.row.inviteNamed");

    private final SheetWords words;
    private final String need;
    private final Reader reader;
    private final Element element = Markup.withRole("tr", "row");
    private final List<AnswerCell> cells;

    /**
     * @param first whether the keyboard comes into the table here first
     */
    ProviderRow(SheetWords words, String need, Row row, Reader reader, boolean first) {
        this.words = words;
        this.need = need;
        this.reader = reader;
        element.setAttribute("data-provider", row.providerId().toString());
        cells =
                Arrays.stream(Question.values())
                        .map(
                                question ->
                                        new AnswerCell(
                                                words,
                                                need,
                                                question,
                                                reader,
                                                first && question == Question.CONTACT))
                        .toList();
        show(row, Map.of(), null);
    }

    Element element() {
        return element;
    }

    /**
     * @param unsaved answers the person gave that could not be saved; empty means taken back
     * @param problem why they could not be saved
     */
    void show(Row row, Map<Question, Optional<Answer>> unsaved, @Nullable String problem) {
        var html = new Drawing();
        provider(html, row);
        for (Question question : Question.values()) {
            cells.get(question.ordinal()).draw(html, row, unsaved.get(question));
        }
        html.open("td", "row-end")
                .with("role", reader.mayAnswer() ? "gridcell" : "cell")
                .element("span", "row-status", problem == null ? answered(row) : problem);
        acts(html, row, unsaved.isEmpty());
        html.close().into(element);
        String classes = unsaved.isEmpty() ? "" : "unsaved";
        element.setAttribute("class", row.isContested() ? classes + " disputed" : classes);
    }

    private String answered(Row row) {
        String by = row.answeredBy();
        if (by == null || row.answeredAt() == null) {
            return words.text("assessment.row.notAnswered");
        }
        String when = words.moment(row.answeredAt());
        boolean itself =
                row.said().stream()
                        .max(Comparator.comparing(Statement::saidAt))
                        .filter(newest -> newest.saidBy() == SaidBy.PROVIDER)
                        .isPresent();
        if (itself) {
            by = words.text("invitation.people.provider", by);
        }
        int others = row.said().size() - 1;
        return others == 0
                ? words.text("assessment.row.answered", by, when)
                : words.text("cycle.row.answered", by, when, others);
    }

    private void provider(Drawing html, Row row) {
        html.open("th", "provider").with("role", "rowheader").with("scope", "row");
        if (row.provider().isEmpty()) {
            html.element("span", "gone", words.name(row));
        } else {
            html.open("a", "provider-name")
                    .with("href", AssessmentNavigation.provider(row.providerId()));
            if (reader.mayAnswer()) {
                html.with("data-nav", "0").with("tabindex", "-1");
            }
            html.text(row.provider()).close();
        }
        boolean draft = !row.listed() && !row.provider().isEmpty() && !row.services().isEmpty();
        html.open("span", "draft")
                .with("hidden", !draft)
                .text(draft ? words.text("assessment.row.draft") : "")
                .close()
                .element("span", "services", services(row))
                .open("span", "gone-since")
                .with("hidden", !row.isGoneSinceLast() && !row.isNewSinceLast())
                .text(sinceLast(row))
                .close()
                .close();
    }

    private String sinceLast(Row row) {
        if (row.isGoneSinceLast()) {
            return words.text("cycle.row.gone");
        }
        return row.isNewSinceLast() ? words.text("cycle.row.new") : "";
    }

    private String services(Row row) {
        if (row.services().isEmpty()) {
            return words.text("assessment.row.noServices");
        }
        return words.text(
                "assessment.row.services",
                row.services().size(),
                String.join(", ", row.services()));
    }

    // ---- what can be done with the row ----

    private void acts(Drawing html, Row row, boolean saved) {
        if (reader.mayAnswer()) {
            boolean prefilled = Arrays.stream(Question.values()).anyMatch(row::isPrefilled);
            act(html, "confirm", "assessment.row.confirm", row, prefilled && saved);
            act(html, "unchanged", "cycle.unchanged", row, !row.unchanged().isEmpty() && saved);
            act(html, "retry", "assessment.row.retry", row, !saved);
        }
        if (reader.coordinates()) {
            // On a narrow screen what is seldom needed waits behind the menu.
            act(html, "menu", "invitation.row.menu", row, true);
        }
        act(
                html,
                "said",
                "cycle.statements",
                row,
                !row.said().isEmpty() || !row.rulings().isEmpty());
        if (reader.coordinates()) {
            act(html, "invite", "invitation.row.invite", row, !row.services().isEmpty());
        }
    }

    /** A button that keeps its place while it is not there. */
    private void act(Drawing html, String act, String text, Row row, boolean offered) {
        html.open("button", "row-" + act)
                .with("type", "button")
                .with("data-act", act)
                .with("hidden", !offered);
        if (reader.mayAnswer()) {
            html.with("data-nav", "4").with("tabindex", "-1");
        }
        if (act.equals("menu")) {
            html.with("aria-expanded", "false");
        }
        if (offered) {
            html.with("aria-label", words.text(NAMED.getOrDefault(act, ""), words.name(row), need))
                    .text(words.text(text));
        }
        html.close();
    }
}
