package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.Answered;
import org.coalitionatlas.capacity.Evidence;
import org.coalitionatlas.capacity.EvidenceShelf;
import org.coalitionatlas.capacity.Given;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.Item;
import org.coalitionatlas.capacity.PlaceAnswer;
import org.coalitionatlas.capacity.ResponseReading;
import org.coalitionatlas.capacity.ResponseSheet;
import org.coalitionatlas.capacity.ResponseVerb;
import org.coalitionatlas.capacity.Responses;
import org.coalitionatlas.capacity.ReviewComment;
import org.coalitionatlas.capacity.Said;
import org.coalitionatlas.capacity.Section;
import org.coalitionatlas.capacity.Word;
import org.coalitionatlas.capacity.ui.ResponseKeeper.Kept;
import org.jspecify.annotations.Nullable;

/**
 * What a person does with the items on the screen: draws them, takes every word, and shows the
 * words of others when they come.
 */
final class FormDesk {

    private final ResponseReading reading;
    private final Responses responses;
    private final EvidenceShelf shelf;
    private final ResponseWords words;
    private final ResponseSheet sheet;
    private final Instrument instrument;
    private final UUID me;
    private final UUID id;
    private final SerializableRunnable changed;

    private final ResponseForm form = new ResponseForm();
    private final Map<AnswerKey, PlaceAnswer> standing = new LinkedHashMap<>();
    private final Map<AnswerKey, PlaceRow> rows = new LinkedHashMap<>();
    private final List<ItemPanel> panels = new ArrayList<>();
    private final Paragraph saved = new Paragraph();
    private final Paragraph said = new Paragraph();
    private final Div unsaved = new Div();

    /**
     * @param me the person at the screen
     * @param changed told after every word, one's own and others'
     */
    FormDesk(
            ResponseReading reading,
            Responses responses,
            EvidenceShelf shelf,
            ResponseWords words,
            ResponseSheet sheet,
            Instrument instrument,
            UUID me,
            SerializableRunnable changed) {
        this.reading = reading;
        this.responses = responses;
        this.shelf = shelf;
        this.words = words;
        this.sheet = sheet;
        this.instrument = instrument;
        this.me = me;
        this.id = sheet.head().id();
        this.changed = changed;
        standing.putAll(sheet.answers());
        saved.setText(words.saved(sheet.head()));
        saved.addClassName("response-saved");
        saved.getElement().setAttribute("role", "status");
        said.addClassName("visually-hidden");
        said.getElement().setAttribute("role", "status");
        unsaved.addClassName("response-unsaved");
        form.answerable(id + " " + me, words.text("response.waiting"), this::take, this::act);
    }

    ResponseForm form() {
        return form;
    }

    /** Whether it is saved, what others said, and what could not be saved. */
    Component[] said() {
        return new Component[] {saved, said, unsaved};
    }

    Answered answered() {
        var given = new LinkedHashMap<AnswerKey, Given>();
        standing.forEach((place, answer) -> given.put(place, answer.given()));
        return Answered.of(instrument, given);
    }

    // ---- drawing ----

    Component draw(Section section) {
        var box = new com.vaadin.flow.component.html.Section(new H2(words.title(section)));
        box.addClassName("response-section");
        section.items().forEach(item -> box.add(draw(item)));
        return box;
    }

    private ItemPanel draw(Item item) {
        boolean filling = sheet.may().contains(ResponseVerb.FILL_IN);
        var places = new ArrayList<Component>();
        item.places().forEach(place -> places.add(draw(item, place, filling)));
        var panel = new ItemPanel(item, places, words);
        panel.show(sheet.evidence());
        panel.show(sheet.comments(), true);
        if (filling) {
            panel.offerEvidence(() -> addEvidence(item));
        }
        if (sheet.may().contains(ResponseVerb.COMMENT)) {
            panel.offerComment(
                    sheet.comments().stream()
                            .filter(c -> c.told() == null && c.item().equals(item.key()))
                            .map(ReviewComment::text)
                            .findFirst()
                            .orElse(null));
        }
        panels.add(panel);
        return panel;
    }

    private Component draw(Item item, AnswerKey place, boolean filling) {
        PlaceAnswer answer = standing.get(place);
        if (!filling) {
            return new ReadRow(place, item, answer, sheet.withheld().contains(place), words);
        }
        var row = new PlaceRow(place, item, answer, words);
        rows.put(place, row);
        return row;
    }

    /** Conditional items come and go with the answers they hang on. */
    void showAsked(Answered answered) {
        panels.forEach(panel -> panel.setVisible(answered.isAsked(panel.item())));
    }

    private void addEvidence(Item item) {
        new EvidenceDialog(
                        shelf,
                        id,
                        item,
                        words,
                        () -> {
                            List<Evidence> all = reading.sheet(id).evidence();
                            panels.forEach(panel -> panel.show(all));
                            return all;
                        })
                .open();
    }

    // ---- this person's words ----

    private void take(AnswerGiven event) {
        if (event.kind().equals(AnswerGiven.COMMENT)) {
            var kept =
                    ResponseKeeper.attempt(
                            () -> responses.comment(id, event.placeCode(), event.now()));
            settle(event, kept.problem(), kept.over());
            if (kept.value() != null) {
                saved.setText(words.text("response.saved", words.time(kept.value())));
            }
            return;
        }
        Kept<Said> kept =
                ResponseKeeper.attempt(() -> responses.answer(id, event.place(), event.word()));
        settle(event, kept.problem(), kept.over());
        if (kept.value() != null) {
            take(event, kept.value());
        }
    }

    private void settle(AnswerGiven event, @Nullable String problem, boolean over) {
        if (problem == null) {
            form.settled(event.placeCode(), event.kind(), event.now());
            return;
        }
        form.refused(event.placeCode(), event.kind());
        PlaceRow row = rows.get(event.place());
        if (row == null) {
            saved.setText(problem);
        } else {
            row.problem(problem);
        }
        if (over || row == null) {
            keepInSight(event, problem);
        }
    }

    // What cannot be saved any more is still the person's: to copy, or to let go.
    private void keepInSight(AnswerGiven event, String problem) {
        if (event.kind().equals(AnswerGiven.CHOICE)) {
            form.forget(event.placeCode(), event.kind());
            return;
        }
        var box = new Div(new Paragraph(problem));
        box.getElement().setAttribute("role", "alert");
        box.getElement()
                .appendChild(
                        Markup.element("textarea", "")
                                .setAttribute("readonly", true)
                                .setAttribute("rows", "4")
                                .setAttribute("aria-label", words.place(instrument, event.place()))
                                .setText(event.now()));
        box.add(
                new Button(
                        words.text("response.unsaved.forget"),
                        click -> {
                            form.forget(event.placeCode(), event.kind());
                            unsaved.remove(box);
                        }));
        unsaved.add(box);
    }

    private void take(AnswerGiven event, Said result) {
        PlaceAnswer answer = result.answer();
        isSaved(answer);
        PlaceRow row = rows.get(answer.place());
        if (row == null) {
            return;
        }
        Given given = answer.given();
        String text = event.kind().equals(AnswerGiven.NOTE) ? given.note() : given.text();
        boolean tidied =
                !event.kind().equals(AnswerGiven.CHOICE)
                        && !event.now().strip().equals(text == null ? "" : text);
        if (tidied) {
            form.arrived(answer.place(), event.kind(), text == null ? "" : text);
        }
        PlaceAnswer overtaken = result.overtaken();
        row.news(
                overtaken == null
                        ? ""
                        : words.text(
                                "response.news.replaced",
                                overtaken.by(),
                                words.moment(overtaken.at()),
                                words.given(overtaken.given())));
    }

    private void isSaved(PlaceAnswer answer) {
        standing.put(answer.place(), answer);
        saved.setText(words.text("response.saved", words.time(answer.at())));
        PlaceRow row = rows.get(answer.place());
        if (row != null) {
            row.show(answer, true);
        }
        changed.run();
    }

    private void act(PlaceAct event) {
        AnswerKey place = event.place();
        PlaceAnswer answer = standing.get(place);
        switch (event.act()) {
            case "later" -> word(place, new Word.PutOff(answer == null || !answer.given().later()));
            case "confirm" -> word(place, new Word.Confirmed());
            case "history" ->
                    new HistoryDialog(
                                    words.place(instrument, place),
                                    answer,
                                    reading.former(id, place),
                                    words,
                                    rows.containsKey(place) ? given -> putBack(place, given) : null)
                            .open();
            default -> {}
        }
    }

    private void putBack(AnswerKey place, Given former) {
        PlaceAnswer answer = standing.get(place);
        Given now = answer == null ? Given.NOTHING : answer.given();
        word(
                place,
                former.text() == null
                        ? new Word.Chosen(now.choice(), former.choice())
                        : new Word.Written(now.text(), former.text()));
        PlaceAnswer after = standing.get(place);
        if (after != null) {
            arrive(after);
        }
    }

    private void word(AnswerKey place, Word word) {
        Kept<Said> kept = ResponseKeeper.attempt(() -> responses.answer(id, place, word));
        PlaceRow row = rows.get(place);
        if (kept.value() != null) {
            isSaved(kept.value().answer());
        } else if (row != null && kept.problem() != null) {
            row.problem(kept.problem());
        }
    }

    // ---- the words of others ----

    /** Shows what came since. */
    void hear(List<PlaceAnswer> answers) {
        for (PlaceAnswer answer : answers) {
            PlaceAnswer before = standing.get(answer.place());
            if (before == null || before.version() < answer.version()) {
                standing.put(answer.place(), answer);
                hear(before, answer);
            }
        }
        changed.run();
    }

    private void hear(@Nullable PlaceAnswer before, PlaceAnswer answer) {
        boolean mine = answer.byId().equals(me);
        String who = mine ? words.text("response.news.you") : answer.by();
        String at = words.moment(answer.at());
        PlaceRow row = rows.get(answer.place());
        if (row != null) {
            row.show(answer, false);
            arrive(answer);
            if (before != null && !mine && before.byId().equals(me) && differs(before, answer)) {
                row.news(
                        words.text(
                                "response.news.overtaken", who, at, words.given(before.given())));
            } else {
                row.news(words.text("response.news.answered", who, at));
            }
        }
        said.setText(
                words.text(
                        "response.news.said",
                        who,
                        words.place(instrument, answer.place()),
                        words.given(answer.given())));
        saved.setText(words.text("response.saved.by", at, who));
    }

    private static boolean differs(PlaceAnswer before, PlaceAnswer after) {
        return before.given().isAnswer() && !before.given().equals(after.given());
    }

    private void arrive(PlaceAnswer answer) {
        Given given = answer.given();
        AnswerKey place = answer.place();
        form.arrived(
                place, AnswerGiven.CHOICE, given.choice() == null ? "" : given.choice().name());
        form.arrived(place, AnswerGiven.TEXT, given.text() == null ? "" : given.text());
        form.arrived(place, AnswerGiven.NOTE, given.note() == null ? "" : given.note());
    }
}
