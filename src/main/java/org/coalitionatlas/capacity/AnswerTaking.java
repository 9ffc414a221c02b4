package org.coalitionatlas.capacity;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.coalitionatlas.capacity.AnswerStore.AtPlace;
import org.coalitionatlas.capacity.AnswerStore.Standing;
import org.coalitionatlas.common.PastedText;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;

/**
 * Takes words one by one as they are given. At each place the last word stands; what it replaces
 * goes into the history, except within a run: words of the same person at the same place, nobody in
 * between, that come within five minutes of the first of them replace each other. A word that
 * throws away more than half of a text of 200 characters or more is never part of a run, so that a
 * slip of the hand can be undone.
 */
@Component
class AnswerTaking {

    static final Duration RUN = Duration.ofMinutes(5);
    static final int WORTH_KEEPING = 200;

    private final ResponseHold hold;
    private final ResponseStore responses;
    private final AnswerStore answers;
    private final ResponseAccess access;
    private final CurrentPerson currentPerson;

    AnswerTaking(
            ResponseHold hold,
            ResponseStore responses,
            AnswerStore answers,
            ResponseAccess access,
            CurrentPerson currentPerson) {
        this.hold = hold;
        this.responses = responses;
        this.answers = answers;
        this.access = access;
        this.currentPerson = currentPerson;
    }

    /** A word on its way: what is said where, by whom and when. */
    private record Turn(
            UUID response, AnswerKey place, Word word, int seen, SignedIn who, Instant now) {

        /** The wording answered: the one of the screen, which may be older than the response's. */
        int wording(Item item) {
            return Math.min(item.wording(), seen);
        }

        Stamp stamp() {
            return new Stamp(who.name(), now);
        }

        PlaceAnswer answer(Given given, int wording, long change, long version) {
            return new PlaceAnswer(
                    place, given, wording, who.name(), who.id(), now, change, version);
        }
    }

    /**
     * @param seen the wording on the person's screen
     */
    Said take(UUID response, AnswerKey place, Word word, int seen) {
        var turn =
                new Turn(response, place, tidied(word), seen, currentPerson.get(), hold.now().at());
        return hold.retrying(status -> take(turn, status));
    }

    private Said take(Turn turn, TransactionStatus transaction) {
        UUID id = turn.response();
        if (!responses.lockToAnswer(id, turn.stamp())) {
            throw new NoSuchResponse(id);
        }
        AtPlace there = answers.at(id, turn.place()).orElseThrow(() -> new NoSuchResponse(id));
        access.require(there.head(), ResponseVerb.FILL_IN);
        int wording = turn.wording(hold.item(there.head(), turn.place()));
        long change = there.head().changes();
        Said said =
                there.standing() == null
                        ? first(turn, wording, change)
                        : next(turn, there.standing(), wording, change);
        if (said.answer().change() != change) {
            transaction.setRollbackOnly(); // nothing was said: not a change
        }
        return said;
    }

    private Said first(Turn turn, int wording, long change) {
        Given given = turn.word().said(Given.NOTHING);
        if (given.equals(Given.NOTHING)) {
            return new Said(turn.answer(given, wording, 0, 0), null);
        }
        PlaceAnswer answer = turn.answer(given, wording, change, 1);
        answers.insert(turn.response(), answer);
        return new Said(answer, null);
    }

    private Said next(Turn turn, Standing standing, int wording, long change) {
        PlaceAnswer before = standing.answer();
        Given given = turn.word().said(before.given());
        if (given.equals(before.given()) && before.wording() == wording) {
            return new Said(before, null);
        }
        // A note or putting off does not answer a changed question.
        int answered = answers(turn.word()) ? wording : before.wording();
        PlaceAnswer answer = turn.answer(given, answered, change, before.version() + 1);
        boolean run = isRun(standing, given, turn);
        if (!run && !before.given().equals(Given.NOTHING)) {
            answers.keep(turn.response(), before, turn.stamp());
        }
        answers.update(standing.row(), answer, run ? standing.runBegan() : turn.now());
        boolean overtaken =
                !before.byId().equals(turn.who().id()) && turn.word().overtakes(before.given());
        return new Said(answer, overtaken ? before : null);
    }

    private static boolean answers(Word word) {
        return !(word instanceof Word.Noted || word instanceof Word.PutOff);
    }

    private static boolean isRun(Standing standing, Given given, Turn turn) {
        return standing.answer().byId().equals(turn.who().id())
                && turn.now().isBefore(standing.runBegan().plus(RUN))
                && !losesMuch(standing.answer().given().text(), given.text())
                && !losesMuch(standing.answer().given().note(), given.note());
    }

    private static boolean losesMuch(@Nullable String before, @Nullable String after) {
        return before != null
                && before.length() >= WORTH_KEEPING
                && (after == null || after.length() < before.length() / 2);
    }

    private static Word tidied(Word word) {
        return switch (word) {
            case Word.Written(String saw, String now) ->
                    new Word.Written(saw, PastedText.plain(now, Responses.LONGEST_TEXT));
            case Word.Noted(String saw, String now) ->
                    new Word.Noted(saw, PastedText.plain(now, Responses.LONGEST_NOTE));
            default -> word;
        };
    }
}
