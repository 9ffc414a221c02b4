package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.dom.Element;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.assessment.Question;
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
    private final Map<Question, Cell> cells = new EnumMap<>(Question.class);
    private final Element status = Markup.element("span", "row-status");
    private final Element confirm = Markup.element("button", "row-confirm");
    private final Element retry = Markup.element("button", "row-retry");

    ProviderRow(SheetWords words, String need, Row row, boolean writable, boolean first) {
        this.words = words;
        this.need = need;
        this.writable = writable;
        element.setAttribute("data-provider", row.providerId().toString());
        element.appendChild(provider(row));
        for (Question question : Question.values()) {
            var cell = new Cell(question, first && question == Question.CONTACT, row);
            cells.put(question, cell);
            element.appendChild(cell.element);
        }
        var last = Markup.withRole("td", writable ? "gridcell" : "cell");
        last.setAttribute("class", "row-end");
        last.appendChild(status);
        if (writable) {
            button(confirm, "confirm", words.text("assessment.row.confirm"));
            confirm.setAttribute(
                    "aria-label", words.text("assessment.row.confirmNamed", words.name(row), need));
            button(retry, "retry", words.text("assessment.row.retry"));
            last.appendChild(confirm, retry);
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
        retry.setVisible(!unsaved.isEmpty());
        element.setAttribute("class", unsaved.isEmpty() ? "" : "unsaved");
        if (problem != null) {
            status.setText(problem);
        } else if (row.answeredBy() != null && row.answeredAt() != null) {
            status.setText(
                    words.text(
                            "assessment.row.answered",
                            row.answeredBy(),
                            words.moment(row.answeredAt())));
        } else {
            status.setText(words.text("assessment.row.notAnswered"));
        }
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

    private static void button(Element button, String action, String text) {
        button.setAttribute("type", "button")
                .setAttribute("data-act", action)
                .setAttribute("data-nav", "4")
                .setAttribute("tabindex", "-1")
                .setText(text);
    }

    /** One answer: what is said, where it comes from, and three buttons that change it. */
    private final class Cell implements Serializable {

        private final Question question;
        private final Element element;
        private final Element said = Markup.element("span", "said");
        private final Map<Answer, Element> buttons = new EnumMap<>(Answer.class);

        Cell(Question question, boolean tabStop, Row row) {
            this.question = question;
            element = Markup.withRole("td", writable ? "gridcell" : "cell");
            element.appendChild(
                    Markup.element("span", "asked")
                            .setAttribute("aria-hidden", "true")
                            .setText(words.of(question)));
            if (writable) {
                element.setAttribute("tabindex", tabStop ? "0" : "-1");
                element.setAttribute("data-nav", String.valueOf(question.ordinal() + 1));
                element.setAttribute("data-question", question.name());
                var choices = Markup.element("span", "choices");
                for (Answer answer : Answer.values()) {
                    var button = new Element("button");
                    button.setAttribute("type", "button")
                            .setAttribute("tabindex", "-1")
                            .setAttribute("data-answer", answer.name())
                            .setAttribute(
                                    "aria-label",
                                    words.text(
                                            "assessment.choice",
                                            words.of(answer),
                                            words.name(row),
                                            words.of(question)))
                            .setText(words.of(answer));
                    buttons.put(answer, button);
                    choices.appendChild(button);
                }
                element.appendChild(choices);
            }
            element.appendChild(said);
        }

        void show(Row row, @Nullable Optional<Answer> unsaved) {
            Answer given = row.given().get(question);
            Answer known = given == null ? row.known().get(question) : null;
            Answer pressed = unsaved == null ? given : unsaved.orElse(null);
            String saying;
            String state;
            if (unsaved != null) {
                state = "unsaved";
                saying =
                        words.text(
                                "assessment.cell.unsaved",
                                unsaved.map(words::of)
                                        .orElseGet(() -> words.text("assessment.cell.blank")));
            } else if (known != null) {
                state = "prefilled";
                saying = words.text("assessment.cell.prefilled", words.of(known));
            } else if (given == null) {
                state = "blank";
                saying = words.text("assessment.cell.blank");
            } else {
                state = "given";
                saying = words.of(given);
            }
            element.setAttribute("class", "answer " + state);
            said.setText(saying);
            if (!writable) {
                return;
            }
            element.setAttribute(
                    "aria-label",
                    words.text(
                            "assessment.cell.name",
                            words.name(row),
                            need,
                            words.of(question),
                            known != null && unsaved == null
                                    ? words.text("assessment.cell.fromDirectory", words.of(known))
                                    : saying));
            buttons.forEach(
                    (answer, button) -> {
                        button.setAttribute("aria-pressed", String.valueOf(answer == pressed));
                        button.setAttribute("class", answer == known ? "suggested" : "");
                    });
        }
    }
}
