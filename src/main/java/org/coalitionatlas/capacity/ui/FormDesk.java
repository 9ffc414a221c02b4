package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.Answered;
import org.coalitionatlas.capacity.Choice;
import org.coalitionatlas.capacity.Given;
import org.coalitionatlas.capacity.Item;
import org.coalitionatlas.capacity.PlaceAnswer;
import org.coalitionatlas.capacity.Said;
import org.coalitionatlas.capacity.Screen;
import org.coalitionatlas.capacity.Word;
import org.coalitionatlas.capacity.ui.ResponseKeeper.Kept;
import org.jspecify.annotations.Nullable;

/**
 * What a person does with the items on the screen: takes every word, and shows the words of others
 * when they come.
 */
final class FormDesk {

    private final OnScreen screen;
    private final ResponseServices services;
    private final ResponseWords words;
    private final UUID id;
    private final SerializableRunnable changed;

    private final ResponseForm form = new ResponseForm();
    private final Map<AnswerKey, PlaceAnswer> standing = new LinkedHashMap<>();

    /** Versions this screen wrote: what the person said here needs no telling. */
    private final Map<AnswerKey, Long> wrote = new HashMap<>();

    private final ItemPanels panels;
    private final UnsavedWords unsaved;
    private final Paragraph saved = new Paragraph();
    private final Paragraph said = new Paragraph();

    /**
     * @param changed told after every word, one's own and others'
     */
    FormDesk(OnScreen screen, ResponseServices services, SerializableRunnable changed) {
        this.screen = screen;
        this.services = services;
        this.words = screen.words();
        this.id = screen.id();
        this.changed = changed;
        this.panels = new ItemPanels(screen, services);
        this.unsaved = new UnsavedWords(screen, form);
        standing.putAll(screen.sheet().answers());
        saved.setText(words.saved(screen.sheet().head()));
        saved.addClassName("response-saved");
        saved.getElement().setAttribute("role", "status");
        said.addClassName("visually-hidden");
        said.getElement().setAttribute("role", "status");
        form.answerable(id + " " + screen.me(), words, this::take, this::act);
        screen.instrument().sections().stream()
                .filter(
                        s ->
                                screen.section().equals(SectionNav.ALL)
                                        || s.number().equals(screen.section()))
                .forEach(s -> form.add(panels.draw(s)));
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
        return Answered.of(screen.instrument(), given);
    }

    /** Conditional items and parts come and go with the answers they hang on. */
    void showAsked(Answered answered) {
        panels.showAsked(answered);
    }

    // ---- this person's words ----

    private void take(AnswerGiven event) {
        if (event.kind().equals(AnswerGiven.COMMENT)) {
            var kept =
                    ResponseKeeper.attempt(
                            () -> services.responses().comment(id, event.placeCode(), event.now()));
            settle(event, kept.problem(), kept.over());
            if (kept.value() != null) {
                saved.setText(words.text("response.saved", words.time(kept.value())));
            }
            return;
        }
        Kept<Said> kept =
                ResponseKeeper.attempt(() -> answer(event.place(), event.word(), event.at()));
        settle(event, kept.problem(), kept.over());
        if (kept.value() != null) {
            take(event, kept.value());
        }
    }

    // The question may have been changed since it was drawn here.
    private Said answer(AnswerKey place, Word word, @Nullable Instant at) {
        int wording =
                screen.instrument().item(place.item()).map(Item::wording).orElse(Integer.MAX_VALUE);
        var from = new Screen(wording, at, wrote.getOrDefault(place, 0L));
        Said taken = services.responses().answer(id, place, word, from);
        if (taken.late() == null) {
            wrote.put(place, taken.answer().version());
        }
        return taken;
    }

    private void settle(AnswerGiven event, @Nullable String problem, boolean over) {
        if (problem == null) {
            form.settled(event.placeCode(), event.kind(), event.now());
            return;
        }
        form.refused(event.placeCode(), event.kind());
        PlaceRow row = panels.row(event.place());
        if (row == null) {
            saved.setText(problem);
        } else {
            row.problem(problem);
        }
        if (over || row == null) {
            unsaved.keep(event, problem);
            if (event.kind().equals(AnswerGiven.CHOICE)) {
                // What is marked is what stands, not what could not be saved.
                Choice stands = stands(event.place()).choice();
                form.arrived(
                        event.place(), AnswerGiven.CHOICE, stands == null ? "" : stands.name());
            }
        }
    }

    private void take(AnswerGiven event, Said result) {
        PlaceAnswer answer = result.answer();
        if (result.late() != null) {
            isLate(answer, result.late());
            return;
        }
        isSaved(answer);
        PlaceRow row = panels.row(answer.place());
        PlaceAnswer overtaken = result.overtaken();
        String news =
                overtaken == null ? "" : of(overtaken, "response.news.replaced", overtaken.given());
        if (row == null) {
            tellOf(answer, news);
            return;
        }
        Given given = answer.given();
        String text = event.kind().equals(AnswerGiven.NOTE) ? given.note() : given.text();
        boolean tidied = event.isTyped() && !event.now().strip().equals(text == null ? "" : text);
        if (tidied) {
            form.arrived(answer.place(), event.kind(), text == null ? "" : text);
        }
        row.news(news);
    }

    // Something else was said after this, which came only now: that stands and is shown.
    private void isLate(PlaceAnswer answer, Given late) {
        standing.put(answer.place(), answer);
        String news = of(answer, "response.news.late", late);
        PlaceRow row = panels.row(answer.place());
        if (row == null) {
            tellOf(answer, news);
        } else {
            row.show(answer, false);
            row.news(news);
            arrive(answer);
        }
        changed.run();
    }

    // Its section is not on the screen.
    private void tellOf(PlaceAnswer answer, String news) {
        if (!news.isEmpty()) {
            saved.setText(
                    words.text(
                            "response.news.at",
                            words.place(screen.instrument(), answer.place()),
                            news));
        }
    }

    private String of(PlaceAnswer other, String key, Given given) {
        String at = words.moment(other.at());
        return isMine(other)
                ? words.text(key + ".own", at, words.given(given))
                : words.text(key, other.by(), at, words.given(given));
    }

    private boolean isMine(PlaceAnswer answer) {
        return answer.byId().equals(screen.me());
    }

    private void isSaved(PlaceAnswer answer) {
        standing.put(answer.place(), answer);
        saved.setText(words.text("response.saved", words.time(answer.at())));
        PlaceRow row = panels.row(answer.place());
        if (row != null) {
            row.show(answer, true);
        }
        changed.run();
    }

    private void act(PlaceAct event) {
        AnswerKey place = event.place();
        PlaceAnswer answer = standing.get(place);
        switch (event.act()) {
            case "history" ->
                    new HistoryDialog(
                                    words.place(screen.instrument(), place),
                                    answer,
                                    services.reading().former(id, place),
                                    words,
                                    panels.row(place) != null
                                            ? given -> putBack(place, given)
                                            : null)
                            .open();
            default -> {}
        }
    }

    private Given stands(AnswerKey place) {
        PlaceAnswer answer = standing.get(place);
        return answer == null ? Given.NOTHING : answer.given();
    }

    private void putBack(AnswerKey place, Given former) {
        Given now = stands(place);
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
        Kept<Said> kept = ResponseKeeper.attempt(() -> answer(place, word, null));
        PlaceRow row = panels.row(place);
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
        boolean mine = isMine(answer);
        String who = mine ? words.text("response.news.you") : answer.by();
        String at = words.moment(answer.at());
        PlaceRow row = panels.row(answer.place());
        if (row != null) {
            row.show(answer, false);
            arrive(answer);
            if (before != null
                    && !mine
                    && before.byId().equals(screen.me())
                    && differs(before, answer)) {
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
                        words.place(screen.instrument(), answer.place()),
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
