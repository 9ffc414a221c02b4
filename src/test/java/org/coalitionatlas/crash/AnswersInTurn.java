package org.coalitionatlas.crash;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.Question;

/**
 * A sequence of single answers of which no two beginnings leave the same answers standing: what
 * stands tells how many have been given. Nearly all of them replace an answer that another of the
 * sequence gave, so that an old answer is not taken for a new one.
 *
 * <p>It counts in threes, one digit for each question of each need; a step turns the digit that is
 * as far from the right as the step's number can be divided by three. (The modular Gray code to the
 * base of three.)
 */
final class AnswersInTurn {

    static final List<String> NEEDS = List.of("A3", "A4");

    private static final Question[] QUESTIONS = Question.values();
    private static final Answer[] ANSWERS = {Answer.UNKNOWN, Answer.YES, Answer.NO};
    private static final int DIGITS = NEEDS.size() * QUESTIONS.length;

    /** After so many answers the same ones would stand again. */
    static final int MOST = (int) Math.pow(ANSWERS.length, DIGITS) - 1;

    private AnswersInTurn() {}

    /** What is asked about what. */
    record Asked(String need, Question question) {}

    /**
     * The question that the answer of that number is given to.
     *
     * @param number from 1
     */
    static Asked asked(int number) {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("not one of the sequence: " + number);
        }
        int digit = 0;
        for (int left = number; left % ANSWERS.length == 0; left /= ANSWERS.length) {
            digit++;
        }
        return at(digit);
    }

    /** The answer of that number. */
    static Answer answer(int number) {
        return Optional.ofNullable(after(number).get(asked(number))).orElseThrow();
    }

    /** The answers that stand after the first so many. */
    static Map<Asked, Answer> after(int given) {
        var standing = new HashMap<Asked, Answer>();
        int every = 1;
        for (int digit = 0; digit < DIGITS; digit++) {
            int turns = given / every - given / (every * ANSWERS.length);
            if (turns > 0) {
                standing.put(at(digit), ANSWERS[turns % ANSWERS.length]);
            }
            every *= ANSWERS.length;
        }
        return standing;
    }

    /** After how many of the sequence just these answers stand; empty if they never do. */
    static OptionalInt given(Map<Asked, Answer> standing) {
        for (int number = 0; number <= MOST; number++) {
            if (after(number).equals(standing)) {
                return OptionalInt.of(number);
            }
        }
        return OptionalInt.empty();
    }

    private static Asked at(int digit) {
        return new Asked(NEEDS.get(digit / QUESTIONS.length), QUESTIONS[digit % QUESTIONS.length]);
    }
}
