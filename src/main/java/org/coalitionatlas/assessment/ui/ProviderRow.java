package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.dom.Element;
import java.io.Serializable;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.SaidBy;
import org.coalitionatlas.assessment.Statement;
import org.coalitionatlas.assessment.Worksheet.Row;
import org.jspecify.annotations.Nullable;

/**
 * One provider's row of a need: its name and services, three answers, who gave them. The elements
 * stay the same when an answer changes, so that focus stays where it is. Clicks and keys are heard
 * by the sheet ({@code assets/worksheet.js}).
 */
final class ProviderRow implements Serializable {

    private final SheetWords words;
    private final String need;
    private final boolean writable;
    private final Element element = Markup.withRole("tr", "row");
    private final Map<Question, AnswerCell> cells = new EnumMap<>(Question.class);
    private final Element status = Markup.element("span", "row-status");
    private final Element gone = Markup.element("span", "gone-since");
    private final Element confirm = Markup.element("button", "row-confirm");
    private final Element unchanged = Markup.element("button", "row-unchanged");
    private final Element retry = Markup.element("button", "row-retry");
    private final Element said = Markup.element("button", "row-said");
    private final Element menu = Markup.element("button", "row-menu");
    private final Element invite = Markup.element("button", "row-invite");

    ProviderRow(SheetWords words, String need, Row row, Reader reader, boolean first) {
        this.words = words;
        this.need = need;
        this.writable = reader.mayAnswer();
        element.setAttribute("data-provider", row.providerId().toString());
        element.appendChild(provider(row));
        for (Question question : Question.values()) {
            var cell =
                    new AnswerCell(
                            words,
                            need,
                            question,
                            reader,
                            first && question == Question.CONTACT,
                            row);
            cells.put(question, cell);
            element.appendChild(cell.element());
        }
        var last = Markup.withRole("td", writable ? "gridcell" : "cell");
        last.setAttribute("class", "row-end");
        last.appendChild(status);
        button(said, "said", "cycle.statements", "cycle.statementsOf", row);
        if (writable) {
            button(
                    confirm,
                    "confirm",
                    "assessment.row.confirm",
                    "assessment.row.confirmNamed",
                    row);
            button(unchanged, "unchanged", "cycle.unchanged", "cycle.row.unchangedNamed", row);
            button(retry, "retry", "assessment.row.retry", "cycle.row.retryNamed", row);
            last.appendChild(confirm, unchanged, retry);
        }
        if (reader.coordinates()) {
            // On a narrow screen what is seldom needed waits behind the menu.
            button(menu, "menu", "invitation.row.menu", "invitation.row.menuNamed", row);
            menu.setAttribute("aria-expanded", "false");
            button(invite, "invite", "invitation.row.invite", "invitation.row.inviteNamed", row);
            last.appendChild(menu, said, invite);
        } else {
            last.appendChild(said);
        }
        element.appendChild(last);
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
        cells.forEach((question, cell) -> cell.show(row, unsaved.get(question)));
        boolean prefilled = false;
        for (Question question : Question.values()) {
            prefilled |= row.isPrefilled(question);
        }
        confirm.setVisible(prefilled && unsaved.isEmpty());
        unchanged.setVisible(!row.unchanged().isEmpty() && unsaved.isEmpty());
        retry.setVisible(!unsaved.isEmpty());
        said.setVisible(!row.said().isEmpty() || !row.rulings().isEmpty());
        gone.setVisible(row.isGoneSinceLast());
        invite.setVisible(!row.services().isEmpty());
        String classes = unsaved.isEmpty() ? "" : "unsaved";
        element.setAttribute("class", row.isContested() ? classes + " disputed" : classes);
        status.setText(problem == null ? answered(row) : problem);
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

    private Element provider(Row row) {
        var header = Markup.withRole("th", "rowheader").setAttribute("scope", "row");
        header.setAttribute("class", "provider");
        if (row.provider().isEmpty()) {
            header.appendChild(Markup.element("span", "gone").setText(words.name(row)));
        } else {
            var link = Markup.element("a", "provider-name").setText(row.provider());
            link.setAttribute("href", AssessmentNavigation.provider(row.providerId()));
            if (writable) {
                link.setAttribute("data-nav", "0").setAttribute("tabindex", "-1");
            }
            header.appendChild(link);
        }
        if (!row.listed() && !row.provider().isEmpty() && !row.services().isEmpty()) {
            header.appendChild(
                    Markup.element("span", "draft").setText(words.text("assessment.row.draft")));
        }
        header.appendChild(Markup.element("span", "services").setText(services(row)));
        header.appendChild(gone.setText(words.text("cycle.row.gone")));
        return header;
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

    private void button(Element button, String action, String text, String named, Row row) {
        button.setAttribute("type", "button")
                .setAttribute("data-act", action)
                .setAttribute("aria-label", words.text(named, words.name(row), need))
                .setText(words.text(text));
        if (writable) {
            button.setAttribute("data-nav", "4").setAttribute("tabindex", "-1");
        }
    }
}
