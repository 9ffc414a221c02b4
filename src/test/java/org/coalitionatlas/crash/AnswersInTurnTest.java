package org.coalitionatlas.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.coalitionatlas.assessment.Answer;
import org.junit.jupiter.api.Test;

/** What finds a lost answer finds every one: the sequence it relies on never repeats itself. */
class AnswersInTurnTest {

    @Test
    void what_stands_tells_how_many_were_given() {
        var standing = new HashMap<AnswersInTurn.Asked, Answer>();
        var seen = new HashSet<Map<AnswersInTurn.Asked, Answer>>();
        for (int number = 1; number <= AnswersInTurn.MOST; number++) {
            Answer before = standing.put(AnswersInTurn.asked(number), AnswersInTurn.answer(number));
            assertThat(before).as("answer %d", number).isNotEqualTo(AnswersInTurn.answer(number));
            assertThat(standing).isEqualTo(AnswersInTurn.after(number));
            assertThat(seen.add(Map.copyOf(standing))).as("answer %d", number).isTrue();
            assertThat(AnswersInTurn.given(standing)).hasValue(number);
        }
        assertThat(AnswersInTurn.MOST)
                .as("more than a life of the product lasts")
                .isGreaterThan(500);
    }
}
