package org.coalitionatlas.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalitionatlas.assessment.MergeRules.Case;
import org.coalitionatlas.assessment.MergeRules.Decision;
import org.coalitionatlas.assessment.MergeRules.Opinion;
import org.coalitionatlas.assessment.MergeRules.Outcome;
import org.coalitionatlas.assessment.MergeRules.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of rules by which several people's words become one answer. */
class MergeRulesTest {

    private static final UUID ANA = new UUID(7, 1);
    private static final UUID BEN = new UUID(7, 2);
    private static final UUID CLEO = new UUID(7, 3);

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void the_first_rule_that_has_an_answer_decides(
            String behaviour,
            List<Opinion<Answer>> opinions,
            @Nullable Decision<Answer> decision,
            @Nullable Answer record,
            @Nullable Answer expected,
            @Nullable Rule rule) {
        Optional<Outcome<Answer>> outcome =
                MergeRules.merge(new Case<>(opinions, decision, record, Answer.UNKNOWN));
        assertThat(outcome.map(Outcome::value).orElse(null)).as(behaviour).isEqualTo(expected);
        assertThat(outcome.map(Outcome::rule).orElse(null)).as(behaviour).isEqualTo(rule);
        assertThat(outcome.map(Outcome::isContested).orElse(false))
                .as("only an undecided disagreement is shown as one")
                .isEqualTo(rule == Rule.NEWEST);
    }

    static Stream<Arguments> table() {
        return Stream.of(
                of("nobody said anything: open", said(), null, null, null, null),
                of(
                        "a record alone answers nothing: blank is not assessed",
                        said(),
                        null,
                        Answer.YES,
                        null,
                        null),
                of(
                        "one person's word holds",
                        said(says(ANA, Answer.YES, 1)),
                        null,
                        null,
                        Answer.YES,
                        Rule.AGREED),
                of(
                        "all who know agree",
                        said(says(ANA, Answer.NO, 1), says(BEN, Answer.NO, 2)),
                        null,
                        null,
                        Answer.NO,
                        Rule.AGREED),
                of(
                        "don't know contradicts nobody, however new",
                        said(says(ANA, Answer.YES, 1), says(BEN, Answer.UNKNOWN, 9)),
                        null,
                        null,
                        Answer.YES,
                        Rule.AGREED),
                of(
                        "nobody knows: unknown, never no",
                        said(says(ANA, Answer.UNKNOWN, 1), says(BEN, Answer.UNKNOWN, 2)),
                        null,
                        null,
                        Answer.UNKNOWN,
                        Rule.UNKNOWN),
                of(
                        "people disagree: the newest holds and it is shown",
                        said(says(ANA, Answer.YES, 3), says(BEN, Answer.NO, 5)),
                        null,
                        null,
                        Answer.NO,
                        Rule.NEWEST),
                of(
                        "two against one is not counted",
                        said(
                                says(ANA, Answer.YES, 1),
                                says(BEN, Answer.YES, 2),
                                says(CLEO, Answer.NO, 3)),
                        null,
                        null,
                        Answer.NO,
                        Rule.NEWEST),
                of(
                        "a dated record beats an opinion",
                        said(says(ANA, Answer.NO, 9)),
                        null,
                        Answer.YES,
                        Answer.YES,
                        Rule.RECORD),
                of(
                        "a record settles a disagreement",
                        said(says(ANA, Answer.YES, 1), says(BEN, Answer.NO, 2)),
                        null,
                        Answer.YES,
                        Answer.YES,
                        Rule.RECORD),
                of(
                        "a record that ran out beats an opinion too",
                        said(says(ANA, Answer.YES, 1)),
                        null,
                        Answer.NO,
                        Answer.NO,
                        Rule.RECORD),
                of(
                        "a coordinator's decision beats the newest statement before it",
                        said(says(ANA, Answer.YES, 1), says(BEN, Answer.NO, 2)),
                        decided(Answer.YES, 3),
                        null,
                        Answer.YES,
                        Rule.RESOLVED),
                of(
                        "a coordinator's decision beats a record",
                        said(says(ANA, Answer.YES, 1)),
                        decided(Answer.NO, 3),
                        Answer.YES,
                        Answer.NO,
                        Rule.RESOLVED),
                of(
                        "saying the same again leaves the decision alone",
                        said(says(ANA, Answer.YES, 4), says(BEN, Answer.NO, 2)),
                        decided(Answer.YES, 3),
                        null,
                        Answer.YES,
                        Rule.RESOLVED),
                of(
                        "a later don't know leaves the decision alone",
                        said(says(ANA, Answer.UNKNOWN, 4), says(BEN, Answer.NO, 2)),
                        decided(Answer.YES, 3),
                        null,
                        Answer.YES,
                        Rule.RESOLVED),
                of(
                        "a later statement to the contrary reopens it",
                        said(says(ANA, Answer.YES, 1), says(BEN, Answer.NO, 4)),
                        decided(Answer.YES, 3),
                        null,
                        Answer.NO,
                        Rule.NEWEST),
                of(
                        "reopened, a record decides",
                        said(says(ANA, Answer.NO, 4)),
                        decided(Answer.YES, 3),
                        Answer.YES,
                        Answer.YES,
                        Rule.RECORD));
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
                        Rule.RESOLVED, Rule.RECORD, Rule.AGREED, Rule.NEWEST, Rule.UNKNOWN);
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

    private static Arguments of(Object... values) {
        return Arguments.of(values);
    }

    @SafeVarargs
    private static List<Opinion<Answer>> said(Opinion<Answer>... opinions) {
        return List.of(opinions);
    }

    private static Opinion<Answer> says(UUID who, Answer answer, int when) {
        return new Opinion<>(who, answer, at(when));
    }

    private static Decision<Answer> decided(Answer answer, int when) {
        return new Decision<>(answer, at(when));
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
