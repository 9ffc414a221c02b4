package org.coalitionatlas.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.AssessmentFacts.ProviderAnswers;
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
            @Nullable ProviderAnswers answers,
            @Nullable Boolean partnerOnRecord,
            @Nullable LocalDate trainedUntil,
            @Nullable Standing expected) {
        assertThat(StandingRule.of(answers, partnerOnRecord, trainedUntil, TODAY))
                .as(behaviour)
                .isEqualTo(expected);
    }

    @Test
    void what_a_coordinator_decided_stands_against_a_record() {
        var decided =
                new ProviderAnswers(
                        new UUID(0, 1),
                        Answer.YES,
                        Answer.NO,
                        Answer.NO,
                        TODAY.atStartOfDay().toInstant(ZoneOffset.UTC),
                        Set.of(Question.PARTNER));
        assertThat(StandingRule.of(decided, true, null, TODAY)).isEqualTo(Standing.CONTACT);
        var untrained =
                new ProviderAnswers(
                        new UUID(0, 1),
                        Answer.YES,
                        Answer.YES,
                        Answer.NO,
                        TODAY.atStartOfDay().toInstant(ZoneOffset.UTC),
                        Set.of(Question.TRAINED));
        assertThat(StandingRule.of(untrained, null, TODAY.plusDays(90), TODAY))
                .isEqualTo(Standing.PARTNER);
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                of("nobody said anything", null, null, null, null),
                of("contact left blank", say(null, Answer.YES, Answer.YES, 1), true, null, null),
                of(
                        "contact unknown",
                        say(Answer.UNKNOWN, Answer.YES, Answer.YES, 1),
                        true,
                        null,
                        null),
                of(
                        "no contact is listed, whatever else is said",
                        say(Answer.NO, Answer.YES, Answer.YES, 1),
                        true,
                        TODAY.plusDays(1),
                        Standing.LISTED),
                of(
                        "contact and no partner",
                        say(Answer.YES, Answer.NO, Answer.YES, 1),
                        null,
                        null,
                        Standing.CONTACT),
                of(
                        "partner unknown",
                        say(Answer.YES, Answer.UNKNOWN, Answer.YES, 1),
                        null,
                        null,
                        Standing.CONTACT),
                of(
                        "partner by opinion",
                        say(Answer.YES, Answer.YES, Answer.NO, 1),
                        null,
                        null,
                        Standing.PARTNER),
                of(
                        "a partnership on record beats the opinion that there is none",
                        say(Answer.YES, Answer.NO, Answer.NO, 1),
                        true,
                        null,
                        Standing.PARTNER),
                of(
                        "an MOU that expired beats the opinion that they are partners",
                        say(Answer.YES, Answer.YES, Answer.YES, 1),
                        false,
                        null,
                        Standing.CONTACT),
                of(
                        "trained by opinion",
                        say(Answer.YES, Answer.YES, Answer.YES, 1),
                        null,
                        null,
                        Standing.TRAINED_PARTNER),
                of(
                        "the opinion that somebody is trained still counts a day before 12 months",
                        said(Answer.YES, TODAY.minusMonths(12).plusDays(1)),
                        null,
                        null,
                        Standing.TRAINED_PARTNER),
                of(
                        "and no longer after 12 months",
                        said(Answer.YES, TODAY.minusMonths(12)),
                        null,
                        null,
                        Standing.PARTNER),
                of(
                        "a training on record beats the opinion that nobody is trained",
                        say(Answer.YES, Answer.YES, Answer.NO, 1),
                        null,
                        TODAY.plusDays(1),
                        Standing.TRAINED_PARTNER),
                of(
                        "a training that ran out today beats a fresh opinion",
                        say(Answer.YES, Answer.YES, Answer.YES, 1),
                        null,
                        TODAY,
                        Standing.PARTNER),
                of(
                        "trained without being a partner is a contact",
                        say(Answer.YES, Answer.NO, Answer.YES, 1),
                        null,
                        TODAY.plusDays(100),
                        Standing.CONTACT));
    }

    @Test
    void levels_run_from_none_to_trained_partner() {
        assertThat(Stream.of(Standing.values()).map(Standing::level))
                .containsExactly(0, 1, 2, 3, 4);
    }

    private static Arguments of(
            String behaviour,
            @Nullable ProviderAnswers answers,
            @Nullable Boolean partner,
            @Nullable LocalDate trained,
            @Nullable Standing expected) {
        return Arguments.of(behaviour, answers, partner, trained, expected);
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
