package org.coalitionatlas.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.AssessmentFacts.ProviderAnswers;
import org.coalitionatlas.assessment.MergeRules.Fact;
import org.coalitionatlas.assessment.Question;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From answers and dated records to a standing (PRODUCT §7), weakest link first. */
class StandingRuleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void answers_and_records_make_a_standing(
            String behaviour,
            ProviderAnswers answers,
            Map<Question, Fact<Answer>> onRecord,
            @Nullable Standing expected) {
        assertThat(StandingRule.of(answers, onRecord, TODAY)).as(behaviour).isEqualTo(expected);
    }

    @Test
    void what_a_coordinator_decided_stands_against_an_older_record_and_not_a_newer_one() {
        var decided =
                new ProviderAnswers(
                        new UUID(0, 1),
                        Answer.NO,
                        Answer.NO,
                        Answer.NO,
                        at(TODAY),
                        Map.of(
                                Question.CONTACT, at(TODAY.minusDays(5)),
                                Question.PARTNER, at(TODAY.minusDays(5)),
                                Question.TRAINED, at(TODAY.minusDays(5))));
        assertThat(StandingRule.of(decided, all(TODAY.minusDays(9)), TODAY))
                .isEqualTo(Standing.LISTED);
        assertThat(StandingRule.of(decided, all(TODAY.minusDays(1)), TODAY))
                .isEqualTo(Standing.TRAINED_PARTNER);
    }

    private static Map<Question, Fact<Answer>> all(LocalDate since) {
        return Map.of(
                Question.CONTACT, new Fact<>(Answer.YES, at(since)),
                Question.PARTNER, new Fact<>(Answer.YES, at(since)),
                Question.TRAINED, new Fact<>(Answer.YES, at(since)));
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                of(
                        "contact left blank, whatever is on record",
                        say(null, Answer.YES, Answer.YES, 1),
                        all(TODAY),
                        null),
                of(
                        "contact unknown",
                        say(Answer.UNKNOWN, Answer.YES, Answer.YES, 1),
                        partner(Answer.YES),
                        null),
                of(
                        "no contact is listed, whatever else is said",
                        say(Answer.NO, Answer.YES, Answer.YES, 1),
                        Map.of(
                                Question.PARTNER, new Fact<>(Answer.YES, null),
                                Question.TRAINED, new Fact<>(Answer.YES, null)),
                        Standing.LISTED),
                of(
                        "no contact, and one is on record",
                        say(Answer.NO, Answer.NO, Answer.NO, 1),
                        Map.of(Question.CONTACT, new Fact<>(Answer.YES, at(TODAY))),
                        Standing.CONTACT),
                of(
                        "nobody knew of a contact, and one is on record",
                        say(Answer.UNKNOWN, Answer.NO, Answer.NO, 1),
                        Map.of(Question.CONTACT, new Fact<>(Answer.YES, at(TODAY))),
                        Standing.CONTACT),
                of(
                        "contact and no partner",
                        say(Answer.YES, Answer.NO, Answer.YES, 1),
                        Map.of(),
                        Standing.CONTACT),
                of(
                        "partner unknown",
                        say(Answer.YES, Answer.UNKNOWN, Answer.YES, 1),
                        Map.of(),
                        Standing.CONTACT),
                of(
                        "partner by opinion",
                        say(Answer.YES, Answer.YES, Answer.NO, 1),
                        Map.of(),
                        Standing.PARTNER),
                of(
                        "a partnership on record beats the opinion that there is none",
                        say(Answer.YES, Answer.NO, Answer.NO, 1),
                        partner(Answer.YES),
                        Standing.PARTNER),
                of(
                        "an MOU that expired beats the opinion that they are partners",
                        say(Answer.YES, Answer.YES, Answer.YES, 1),
                        partner(Answer.NO),
                        Standing.CONTACT),
                of(
                        "trained by opinion",
                        say(Answer.YES, Answer.YES, Answer.YES, 1),
                        Map.of(),
                        Standing.TRAINED_PARTNER),
                of(
                        "the opinion that somebody is trained still counts a day before 12 months",
                        said(Answer.YES, TODAY.minusMonths(12).plusDays(1)),
                        Map.of(),
                        Standing.TRAINED_PARTNER),
                of(
                        "and no longer after 12 months",
                        said(Answer.YES, TODAY.minusMonths(12)),
                        Map.of(),
                        Standing.PARTNER),
                of(
                        "a training on record beats the opinion that nobody is trained",
                        say(Answer.YES, Answer.YES, Answer.NO, 1),
                        trained(Answer.YES),
                        Standing.TRAINED_PARTNER),
                of(
                        "a training that ran out today beats a fresh opinion",
                        say(Answer.YES, Answer.YES, Answer.YES, 1),
                        trained(Answer.NO),
                        Standing.PARTNER),
                of(
                        "trained without being a partner is a contact",
                        say(Answer.YES, Answer.NO, Answer.YES, 1),
                        trained(Answer.YES),
                        Standing.CONTACT));
    }

    @Test
    void levels_run_from_none_to_trained_partner() {
        assertThat(Stream.of(Standing.values()).map(Standing::level))
                .containsExactly(0, 1, 2, 3, 4);
    }

    private static Arguments of(
            String behaviour,
            ProviderAnswers answers,
            Map<Question, Fact<Answer>> onRecord,
            @Nullable Standing expected) {
        return Arguments.of(behaviour, answers, onRecord, expected);
    }

    private static Map<Question, Fact<Answer>> partner(Answer answer) {
        return Map.of(Question.PARTNER, new Fact<>(answer, at(TODAY)));
    }

    private static Map<Question, Fact<Answer>> trained(Answer answer) {
        return Map.of(Question.TRAINED, new Fact<>(answer, at(TODAY)));
    }

    private static ProviderAnswers said(Answer trained, LocalDate on) {
        return new ProviderAnswers(UUID.randomUUID(), Answer.YES, Answer.YES, trained, at(on));
    }

    private static ProviderAnswers say(
            @Nullable Answer contact, Answer partner, Answer trained, int daysAgo) {
        return new ProviderAnswers(
                UUID.randomUUID(), contact, partner, trained, at(TODAY.minusDays(daysAgo)));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
