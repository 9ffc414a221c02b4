package org.coalitionatlas.assessment.ui;

import java.io.Serializable;
import java.util.Optional;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.MergeRules.Outcome;
import org.coalitionatlas.assessment.MergeRules.Rule;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.Worksheet.Row;
import org.coalitionatlas.common.ui.Drawing;
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
    private final boolean tabStop;

    /**
     * @param tabStop whether the keyboard comes into the table here first
     */
    AnswerCell(SheetWords words, String need, Question question, Reader reader, boolean tabStop) {
        this.words = words;
        this.need = need;
        this.question = question;
        this.reader = reader;
        this.tabStop = tabStop;
    }

    /** What a cell says. */
    private record Saying(String state, String text, String name) {}

    /**
     * @param unsaved an answer that could not be saved; empty means taken back; {@code null} for
     *     none
     */
    void draw(Drawing html, Row row, @Nullable Optional<Answer> unsaved) {
        Answer own = row.of(reader.person(), question);
        Saying saying = unsaved == null ? standing(row, own) : notSaved(unsaved);
        String before = before(row);
        html.open("td", "answer " + saying.state())
                .with("role", reader.mayAnswer() ? "gridcell" : "cell");
        if (reader.mayAnswer()) {
            String name =
                    words.text(
                            "assessment.cell.name",
                            words.name(row),
                            need,
                            words.of(question),
                            saying.name());
            html.with("tabindex", tabStop ? "0" : "-1")
                    .with("data-nav", String.valueOf(question.ordinal() + 1))
                    .with("data-question", question.name())
                    .with("aria-label", before.isEmpty() ? name : name + "; " + before);
        }
        html.open("span", "asked").with("aria-hidden", "true").text(words.of(question)).close();
        if (reader.mayAnswer()) {
            choices(html, row, unsaved == null ? own : unsaved.orElse(null));
        }
        html.element("span", "said", saying.text())
                .open("span", row.isChanged(question) ? "last-time changed" : "last-time")
                .with("hidden", before.isEmpty())
                .text(before)
                .close()
                .close();
    }

    private void choices(Drawing html, Row row, @Nullable Answer pressed) {
        Answer given = row.given(question);
        Answer known = given == null ? row.known(question) : null;
        Answer carried = row.isCarried(question) ? row.last().get(question) : null;
        html.open("span", "choices");
        for (Answer answer : Answer.values()) {
            String mark = null;
            if (answer == known || (known == null && answer == carried)) {
                mark = "suggested";
            } else if (answer == given && answer != pressed) {
                mark = "holds";
            }
            String said = words.of(answer);
            html.open("button")
                    .with("class", mark)
                    .with("type", "button")
                    .with("tabindex", "-1")
                    .with("data-answer", answer.name())
                    .with("aria-pressed", String.valueOf(answer == pressed))
                    .with(
                            "aria-label",
                            words.text(
                                    "assessment.choice", said, words.name(row), words.of(question)))
                    .text(said)
                    .close();
        }
        html.close();
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
        if (!row.isChanged(question)) {
            return words.text("cycle.last", words.of(last));
        }
        Answer known = row.known(question);
        return known == null
                ? words.text("cycle.cell.ended", words.of(last))
                : words.text("cycle.cell.changed", words.of(last), words.of(known));
    }
}
