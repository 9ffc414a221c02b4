package org.coalitionatlas.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalitionatlas.assessment.MergeRules.Case;
import org.coalitionatlas.assessment.MergeRules.Decision;
import org.coalitionatlas.assessment.MergeRules.Fact;
import org.coalitionatlas.assessment.MergeRules.Opinion;
import org.coalitionatlas.assessment.MergeRules.Outcome;
import org.coalitionatlas.assessment.MergeRules.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of rules by which several people's words become one answer. */
class MergeRulesTest {

    private static final UUID ANA = new UUID(7, 1);
    private static final UUID BEN = new UUID(7, 2);
    private static final UUID CLEO = new UUID(7, 3);

    /**
     * One line a case. {@code A3+} is: Ana said yes on the third day; {@code -} is no, {@code ?}
     * don't know. A decision and a record are a day and an answer; a record without a day is one of
     * which nobody knows the date.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    # behaviour                                      | said        | decision | record | answer | rule
                    nobody said anything: open                       |             |          |        |        |
                    a record alone answers nothing: blank is open    |             |          | 5+     |        |
                    one person's word holds                          | A1+         |          |        | +      | AGREED
                    all who know agree                               | A1- B2-     |          |        | -      | AGREED
                    don't know contradicts nobody, however new       | A1+ B9?     |          |        | +      | AGREED
                    nobody knows: unknown, never no                  | A1? B2?     |          |        | ?      | UNKNOWN
                    people disagree: the newest holds, and it shows  | A3+ B5-     |          |        | -      | NEWEST
                    two against one is not counted                   | A1+ B2+ C3- |          |        | -      | NEWEST
                    a dated record beats an opinion                  | A9-         |          | 5+     | +      | RECORD
                    a record without a date beats an opinion too     | A9-         |          | +      | +      | RECORD
                    a record settles a disagreement                  | A1+ B7-     |          | 5+     | +      | RECORD
                    a record that ran out beats an opinion too       | A9+         |          | 5-     | -      | RECORD
                    a record made since somebody said no             | A1-         |          | 5+     | +      | RECORDED_SINCE
                    a record that ran out since somebody said yes    | A1+         |          | 5-     | -      | RECORDED_SINCE
                    a record made since all disagreed                | A1+ B2-     |          | 5+     | +      | RECORDED_SINCE
                    a record made since nobody knew                  | A1?         |          | 5+     | +      | RECORDED_SINCE
                    a decision beats the newest word before it       | A1+ B2-     | 3+       |        | +      | RESOLVED
                    a decision beats an older record                 | A1+         | 3-       | 2+     | -      | RESOLVED
                    a decision beats a record of unknown date        | A1+         | 3-       | +      | -      | RESOLVED
                    a record made since overtakes the decision       | A1+         | 3-       | 5+     | +      | RECORDED_SINCE
                    a record that ran out since overtakes it too     | A1-         | 3+       | 5-     | -      | RECORDED_SINCE
                    a newer record that says the same leaves it      | A1-         | 3+       | 5+     | +      | RESOLVED
                    overtaken, an opinion does not bring it back     | A1+ B7-     | 3-       | 5+     | +      | RECORD
                    a decision stands when its words are taken back  |             | 3+       | 2-     | +      | RESOLVED
                    and is overtaken by a record like any other      |             | 3+       | 5-     | -      | RECORDED_SINCE
                    saying the same again leaves the decision alone  | A4+ B2-     | 3+       |        | +      | RESOLVED
                    a later don't know leaves the decision alone     | A4? B2-     | 3+       |        | +      | RESOLVED
                    a later word to the contrary reopens it          | A1+ B4-     | 3+       |        | -      | NEWEST
                    reopened, a record decides                       | A4-         | 3+       | 2+     | +      | RECORD
                    """)
    void the_first_rule_that_has_an_answer_decides(
            String behaviour,
            @Nullable String said,
            @Nullable String decision,
            @Nullable String record,
            @Nullable String expected,
            @Nullable Rule rule) {
        List<Opinion<Answer>> opinions =
                said == null ? List.of() : Stream.of(said.split(" ")).map(this::opinion).toList();
        Decision<Answer> decided =
                decision == null ? null : new Decision<>(answer(decision), day(decision, 0));
        Fact<Answer> fact =
                record == null
                        ? null
                        : new Fact<>(answer(record), record.length() == 1 ? null : day(record, 0));
        Optional<Outcome<Answer>> outcome =
                MergeRules.merge(new Case<>(opinions, decided, fact, Answer.UNKNOWN));
        assertThat(outcome.map(Outcome::value).orElse(null))
                .as(behaviour)
                .isEqualTo(expected == null ? null : answer(expected));
        assertThat(outcome.map(Outcome::rule).orElse(null)).as(behaviour).isEqualTo(rule);
        assertThat(outcome.map(Outcome::isContested).orElse(false))
                .as("only an undecided disagreement is shown as one")
                .isEqualTo(rule == Rule.NEWEST);
    }

    private Opinion<Answer> opinion(String word) {
        UUID who = Map.of('A', ANA, 'B', BEN, 'C', CLEO).get(word.charAt(0));
        return new Opinion<>(who, answer(word), day(word, 1));
    }

    private static Answer answer(String word) {
        return Map.of('+', Answer.YES, '-', Answer.NO, '?', Answer.UNKNOWN)
                .get(word.charAt(word.length() - 1));
    }

    private static Instant day(String word, int at) {
        return at(Character.digit(word.charAt(at), 10));
    }

    @Test
    void the_order_in_which_statements_are_read_changes_nothing() {
        var statements =
                new ArrayList<>(
                        List.of(
                                says(ANA, Answer.YES, 5),
                                says(BEN, Answer.NO, 5),
                                says(CLEO, Answer.UNKNOWN, 7)));
        var random = new Random(3);
        Outcome<Answer> first = holds(statements);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(statements, random);
            assertThat(holds(statements)).isEqualTo(first);
        }
    }

    @Test
    void the_rules_stand_in_the_order_they_are_told_in() {
        assertThat(Rule.values())
                .containsExactly(
                        Rule.RESOLVED,
                        Rule.RECORDED_SINCE,
                        Rule.RECORD,
                        Rule.AGREED,
                        Rule.NEWEST,
                        Rule.UNKNOWN);
    }

    @Test
    void nobody_gives_way_to_a_tie_with_a_provider_and_that_is_shown() {
        List<Statement> said = List.of(finding(ANA, Finding.NOBODY, 1));
        assertThat(Merged.finding(said, List.of(), false))
                .isEqualTo(new Merged.OfNeed(Finding.NOBODY, null, false));
        assertThat(Merged.finding(said, List.of(), true))
                .isEqualTo(new Merged.OfNeed(null, null, true));
    }

    @Test
    void two_findings_that_differ_are_shown_until_somebody_decides() {
        List<Statement> said =
                List.of(finding(ANA, Finding.NOBODY, 1), finding(BEN, Finding.NOT_APPLICABLE, 2));
        assertThat(Merged.finding(said, List.of(), false))
                .isEqualTo(new Merged.OfNeed(Finding.NOT_APPLICABLE, "why", true));
        Ruling ruling = new Ruling(null, null, Finding.NOBODY, "asked", "Elena", at(3));
        assertThat(Merged.finding(said, List.of(ruling), false))
                .isEqualTo(new Merged.OfNeed(Finding.NOBODY, null, false));
        Ruling neither = new Ruling(null, null, null, "found one", "Elena", at(3));
        assertThat(Merged.finding(said, List.of(neither), false)).isEqualTo(Merged.OfNeed.NOTHING);
    }

    private static Outcome<Answer> holds(List<Opinion<Answer>> opinions) {
        return MergeRules.merge(new Case<>(List.copyOf(opinions), null, null, Answer.UNKNOWN))
                .orElseThrow();
    }

    private static Opinion<Answer> says(UUID who, Answer answer, int when) {
        return new Opinion<>(who, answer, at(when));
    }

    private static Statement finding(UUID who, Finding finding, int when) {
        return new Statement(
                SaidBy.PERSON,
                who,
                "Somebody",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                finding,
                finding == Finding.NOT_APPLICABLE ? "why" : null,
                at(when),
                at(when));
    }

    private static Instant at(int day) {
        return Instant.parse("2026-03-01T00:00:00Z").plusSeconds(day * 86_400L);
    }
}
