package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.dom.Element;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.MergeRules.Outcome;
import org.coalitionatlas.assessment.MergeRules.Rule;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.Worksheet.Row;
import org.jspecify.annotations.Nullable;

/**
 * One answer about a provider: what holds and why, what the person said, what was said last time,
 * and three buttons that change the person's own answer.
 */
final class AnswerCell implements Serializable {

    private final SheetWords words;
    private final String need;
    private final Question question;
    private final Reader reader;
    private final Element element;
    private final Element said = Markup.element("span", "said");
    private final Element lastTime = Markup.element("span", "last-time");
    private final Map<Answer, Element> buttons = new EnumMap<>(Answer.class);

    AnswerCell(
            SheetWords words,
            String need,
            Question question,
            Reader reader,
            boolean tabStop,
            Row row) {
        this.words = words;
        this.need = need;
        this.question = question;
        this.reader = reader;
        element = Markup.withRole("td", reader.mayAnswer() ? "gridcell" : "cell");
        element.appendChild(
                Markup.element("span", "asked")
                        .setAttribute("aria-hidden", "true")
                        .setText(words.of(question)));
        if (reader.mayAnswer()) {
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
        element.appendChild(said, lastTime);
    }

    Element element() {
        return element;
    }

    /** What a cell says. */
    private record Saying(String state, String text, String name) {}

    /**
     * @param unsaved an answer that could not be saved; empty means taken back; {@code null} for
     *     none
     */
    void show(Row row, @Nullable Optional<Answer> unsaved) {
        Answer own = row.of(reader.person(), question);
        Saying saying = unsaved == null ? standing(row, own) : notSaved(unsaved);
        String before = before(row);
        element.setAttribute("class", "answer " + saying.state());
        said.setText(saying.text());
        lastTime.setText(before);
        lastTime.setVisible(!before.isEmpty());
        lastTime.setAttribute("class", row.isChanged(question) ? "last-time changed" : "last-time");
        if (!reader.mayAnswer()) {
            return;
        }
        String name =
                words.text(
                        "assessment.cell.name",
                        words.name(row),
                        need,
                        words.of(question),
                        saying.name());
        element.setAttribute("aria-label", before.isEmpty() ? name : name + "; " + before);
        Answer pressed = unsaved == null ? own : unsaved.orElse(null);
        Answer given = row.given(question);
        Answer known = given == null ? row.known(question) : null;
        Answer carried = row.isCarried(question) ? row.last().get(question) : null;
        buttons.forEach(
                (answer, button) -> {
                    button.setAttribute("aria-pressed", String.valueOf(answer == pressed));
                    String mark = "";
                    if (answer == known || (known == null && answer == carried)) {
                        mark = "suggested";
                    } else if (answer == given && answer != pressed) {
                        mark = "holds";
                    }
                    button.setAttribute("class", mark);
                });
    }

    private Saying notSaved(Optional<Answer> unsaved) {
        String text =
                words.text(
                        "assessment.cell.unsaved",
                        unsaved.map(words::of)
                                .orElseGet(() -> words.text("assessment.cell.blank")));
        return new Saying("unsaved", text, text);
    }

    private Saying standing(Row row, @Nullable Answer own) {
        Outcome<Answer> outcome = row.holds().get(question);
        if (outcome == null) {
            Answer known = row.known(question);
            if (known != null) {
                return new Saying(
                        "prefilled",
                        words.text("assessment.cell.prefilled", words.of(known)),
                        words.text("assessment.cell.fromDirectory", words.of(known)));
            }
            String blank = words.text("assessment.cell.blank");
            return new Saying("blank", blank, blank);
        }
        String holds = words.of(outcome.value());
        if (outcome.isContested()) {
            String text = words.text("cycle.cell.NEWEST", holds);
            return new Saying("contested", text, text);
        }
        boolean plain = outcome.value() == own && outcome.rule() != Rule.RESOLVED;
        if (plain) {
            return new Saying("given", holds, holds);
        }
        String why = words.text("cycle.cell." + outcome.rule().name(), holds);
        String text =
                own == null || own == outcome.value()
                        ? why
                        : words.text("cycle.cell.youSaid", why, words.of(own));
        return new Saying("held", text, text);
    }

    private String before(Row row) {
        Answer last = row.last().get(question);
        if (last == null) {
            return "";
        }
        Answer known = row.known(question);
        return row.isChanged(question) && known != null
                ? words.text("cycle.cell.changed", words.of(last), words.of(known))
                : words.text("cycle.last", words.of(last));
    }
}
