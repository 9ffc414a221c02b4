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
 * slip of the hand can be undone; nor is one whose writer did not know what stood there, be it
 * their own word from another screen. Of two words the one said last stands, not the one that came
 * last.
 */
@Component
class AnswerTaking {

    static final Duration RUN = Duration.ofMinutes(5);
    static final int WORTH_KEEPING = 200;
    private static final int MOST_FORMER = 200;

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
            UUID response, AnswerKey place, Word word, Screen screen, SignedIn who, Instant now) {

        /** The wording answered: the one of the screen, which may be older than the response's. */
        int wording(Item item) {
            return Math.min(item.wording(), screen.wording());
        }

        /** Whether something stands there that the person had not seen when saying this. */
        boolean isUnaware(PlaceAnswer standing) {
            boolean own = standing.byId().equals(who.id()) && screen.knows(standing);
            return !own && word.overtakes(standing.given());
        }

        Stamp stamp() {
            return new Stamp(who.name(), now);
        }

        PlaceAnswer answer(Given given, int wording, long change, long version) {
            return new PlaceAnswer(
                    place, given, wording, who.name(), who.id(), now, change, version);
        }
    }

    Said take(UUID response, AnswerKey place, Word word, Screen screen) {
        var turn =
                new Turn(
                        response,
                        place,
                        tidied(word),
                        screen,
                        currentPerson.get(),
                        hold.now().at());
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
        if (said.answer().change() != change && said.late() == null) {
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
        boolean unaware = turn.isUnaware(before);
        if (unaware && turn.screen().isBefore(before)) {
            return late(turn, before, given);
        }
        // A note or putting off does not answer a changed question.
        int answered = answers(turn.word()) ? wording : before.wording();
        PlaceAnswer answer = turn.answer(given, answered, change, before.version() + 1);
        boolean run = !unaware && isRun(standing, given, turn);
        if (!run && !before.given().equals(Given.NOTHING)) {
            answers.keep(turn.response(), before, turn.stamp());
        }
        answers.update(standing.row(), answer, run ? standing.runBegan() : turn.now());
        return new Said(answer, unaware ? before : null);
    }

    // What stands was said later and stays; this is in the history, from where it can be put back.
    private Said late(Turn turn, PlaceAnswer standing, Given given) {
        Instant at = turn.screen().at() == null ? turn.now() : turn.screen().at();
        boolean kept =
                answers.former(turn.response(), turn.place(), MOST_FORMER).stream()
                        .anyMatch(one -> one.at().equals(at) && one.given().equals(given));
        if (!kept) {
            var said =
                    new PlaceAnswer(
                            turn.place(),
                            given,
                            standing.wording(),
                            turn.who().name(),
                            turn.who().id(),
                            at,
                            standing.change(),
                            standing.version());
            answers.keep(turn.response(), said, new Stamp(standing.by(), standing.at()));
        }
        return new Said(standing, null, given);
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
