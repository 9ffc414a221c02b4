package org.coalitionatlas.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.assessment.Worksheet.Line;
import org.coalitionatlas.assessment.Worksheet.Narrative;
import org.coalitionatlas.assessment.Worksheet.Row;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.identity.CoalitionProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;

@DemoTest
class AssessmentsTest {

    private static final String WINNEBAGO = "17201";

    /** Outside the demo coalition; only statewide services reach it. */
    private static final String WHITESIDE = "17195";

    private static final String LEE = "17103";

    @Autowired private Assessments assessments;
    @Autowired private Cycles cycles;
    @Autowired private Narratives narratives;
    @Autowired private AssessmentFacts facts;
    @Autowired private CoalitionProfile coalition;
    @Autowired private SignedInAs signedInAs;
    @Autowired private SqlStatements statements;

    @Test
    void a_sheet_needs_at_most_ten_statements_however_many_providers_and_answers_it_has() {
        UUID id = open(WHITESIDE);
        // What nobody lists any more is named one by one if done carelessly.
        for (int i = 0; i < 12; i++) {
            UUID gone = UUID.randomUUID();
            as(() -> assessments.answer(id, "L9", gone, Question.CONTACT, Answer.NO));
            UUID provider = as(() -> assessments.addProvider(id, "L9", "Day care " + gone));
            as(() -> assessments.answer(id, "L9", provider, Question.CONTACT, Answer.YES));
        }
        for (String county : List.of(WHITESIDE, WINNEBAGO)) {
            List<String> sent =
                    signedInAs.call(
                            SignedInAs.ADMINISTRATOR,
                            () -> statements.during(() -> assessments.worksheet(county)));
            assertThat(sent).isNotEmpty().hasSizeLessThanOrEqualTo(10);
        }
    }

    @Test
    void progress_of_all_counties_is_two_statements_at_most_and_agrees_with_the_sheets() {
        List<String> counties = coalition.counties().stream().map(c -> c.fips()).toList();
        signedInAs.run(
                SignedInAs.MEMBER_OF_LEGAL_AID,
                () -> {
                    List<String> sent = statements.during(() -> facts.progress(counties));
                    assertThat(sent).hasSizeBetween(1, 2);
                    var progress = facts.progress(counties);
                    for (String county : counties) {
                        var sheet = assessments.worksheet(county);
                        assertThat(progress.containsKey(county)).isEqualTo(sheet.isPresent());
                        sheet.ifPresent(
                                shown ->
                                        assertThat(progress.get(county).needs())
                                                .containsExactlyInAnyOrderElementsOf(
                                                        shown.lines().stream()
                                                                .filter(Line::isAssessed)
                                                                .map(line -> line.need().code())
                                                                .toList()));
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", SignedInAs.COORDINATOR_OF_TWO})
    void nobody_from_elsewhere_answers(String email) {
        UUID id = winnebago();
        UUID provider = UUID.randomUUID();
        List<Runnable> everyWay =
                List.of(
                        () -> assessments.answer(id, "A3", provider, Question.CONTACT, Answer.YES),
                        () ->
                                assessments.confirm(
                                        id, "A3", provider, Map.of(Question.CONTACT, Answer.YES)),
                        () -> assessments.find(id, "A3", Finding.NOBODY, null));
        for (Runnable way : everyWay) {
            assertThatThrownBy(() -> runAs(email, way)).isInstanceOf(AccessDeniedException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", SignedInAs.MEMBER_OF_SHELTER, SignedInAs.COORDINATOR_OF_TWO})
    void nobody_but_the_countys_coordinators_runs_a_cycle_decides_or_writes(String email) {
        UUID id = winnebago();
        UUID provider = UUID.randomUUID();
        List<Runnable> everyWay =
                List.of(
                        () -> assessments.open(WINNEBAGO, "1999"),
                        () -> cycles.open(WINNEBAGO, "1999", null, true),
                        () -> cycles.close(id, 0),
                        () -> cycles.reopen(id, 0, "Not to be"),
                        () -> cycles.reschedule(id, 0, null),
                        () -> cycles.carryForward(id, 0),
                        () -> assessments.find(id, "A3", Finding.NOT_APPLICABLE, "Not to be"),
                        () ->
                                assessments.resolve(
                                        id,
                                        "A3",
                                        provider,
                                        Question.CONTACT,
                                        Answer.NO,
                                        "Not to be"),
                        () -> assessments.resolve(id, "A3", Finding.NOBODY, "Not to be"),
                        () -> assessments.addProvider(id, "A3", "Not to be"),
                        () -> assessments.write(id, NarrativeTopic.GAPS, "Not to be"),
                        () -> assessments.write(id, NarrativeTopic.GAPS, "Not to be", 0),
                        () -> narratives.restore(id, NarrativeTopic.GAPS, provider, 0));
        for (Runnable way : everyWay) {
            assertThatThrownBy(() -> runAs(email, way)).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void the_public_reads_no_sheet_and_no_progress() {
        assertThatThrownBy(() -> runAs("", () -> assessments.worksheet(WINNEBAGO)))
                .isInstanceOf(AuthorizationDeniedException.class);
        assertThatThrownBy(() -> runAs("", () -> facts.progress(List.of(WINNEBAGO))))
                .isInstanceOf(AuthorizationDeniedException.class);
    }

    @Test
    void members_learn_nothing_of_a_draft_provider_but_that_the_need_is_assessed() {
        UUID id = open(WHITESIDE);
        UUID provider = as(() -> assessments.addProvider(id, "T12", "Secret Wheels"));
        as(() -> assessments.answer(id, "T12", provider, Question.CONTACT, Answer.YES));

        Line forCoordinators = as(() -> line(WHITESIDE, "T12"));
        assertThat(forCoordinators.rows()).extracting(Row::provider).contains("Secret Wheels");

        Line forMembers =
                signedInAs.call(SignedInAs.MEMBER_OF_SHELTER, () -> line(WHITESIDE, "T12"));
        assertThat(forMembers.isAssessed()).isTrue();
        assertThat(forMembers.rows()).extracting(Row::provider).doesNotContain("Secret Wheels");
        assertThat(forMembers.rows().toString()).doesNotContain("Secret Wheels");
    }

    @Test
    void another_provider_becomes_a_draft_on_the_list_of_its_need() {
        UUID id = open(WHITESIDE);
        UUID provider = as(() -> assessments.addProvider(id, "L2", "Evening School"));
        Row row = row("L2", provider);
        assertThat(row.provider()).isEqualTo("Evening School");
        assertThat(row.listed()).isFalse();
        assertThat(row.given()).isEmpty();
    }

    @Test
    void a_provider_added_twice_by_the_same_name_is_one_draft() {
        UUID id = open(WHITESIDE);
        UUID first = as(() -> assessments.addProvider(id, "L3", "Twice Pressed House"));
        UUID again = as(() -> assessments.addProvider(id, "L3", " twice pressed HOUSE"));
        UUID elsewhere = as(() -> assessments.addProvider(id, "L4", "Twice Pressed House"));
        assertThat(again).isEqualTo(first);
        assertThat(elsewhere).as("another need, to be looked at by people").isNotEqualTo(first);
        assertThat(as(() -> line(WHITESIDE, "L3")).rows())
                .extracting(Row::provider)
                .containsOnlyOnce("Twice Pressed House");
    }

    @Test
    void a_late_word_loses_against_a_later_one_and_keeps_its_own_time_against_other_people() {
        UUID id = open(LEE);
        UUID provider = UUID.randomUUID();
        var early = Instant.now().minusSeconds(900);
        as(() -> assessments.answer(id, "L5", provider, Question.CONTACT, Answer.YES));
        var unseen = new SaidWhen(early, Set.of());
        assertThatThrownBy(
                        () ->
                                as(
                                        () ->
                                                assessments.answer(
                                                        id,
                                                        "L5",
                                                        provider,
                                                        Question.CONTACT,
                                                        Answer.NO,
                                                        unseen)))
                .isInstanceOf(SaidLater.class);
        CellNow now =
                as(
                        () ->
                                assessments.answer(
                                        id, "L5", provider, Question.PARTNER, Answer.NO, unseen));
        assertThat(now.said())
                .singleElement()
                .returns(Answer.YES, statement -> statement.to(Question.CONTACT))
                .returns(Answer.NO, statement -> statement.to(Question.PARTNER))
                .satisfies(
                        statement ->
                                assertThat(statement.at(Question.PARTNER))
                                        .isCloseTo(early, within(1, ChronoUnit.SECONDS)))
                .satisfies(statement -> assertThat(statement.saidAt()).isAfter(early));
    }

    @Test
    void answers_of_two_people_to_the_same_row_both_stay() throws Exception {
        UUID id = open(LEE);
        UUID provider = UUID.randomUUID();
        for (int round = 0; round < 10; round++) {
            String need = "T" + (round + 1);
            var start = new CountDownLatch(1);
            try (var people = Executors.newFixedThreadPool(3)) {
                List<Future<?>> answers =
                        List.of(
                                people.submit(
                                        () -> answer(start, id, need, provider, Question.CONTACT)),
                                people.submit(
                                        () -> answer(start, id, need, provider, Question.PARTNER)),
                                people.submit(
                                        () -> answer(start, id, need, provider, Question.TRAINED)));
                start.countDown();
                for (Future<?> answer : answers) {
                    answer.get();
                }
            }
            Line line = as(() -> line(LEE, need));
            assertThat(line.rows())
                    .filteredOn(row -> row.providerId().equals(provider))
                    .singleElement()
                    .satisfies(
                            row ->
                                    assertThat(row.given())
                                            .containsEntry(Question.CONTACT, Answer.YES)
                                            .containsEntry(Question.PARTNER, Answer.YES)
                                            .containsEntry(Question.TRAINED, Answer.YES));
        }
    }

    @Test
    void nobody_gives_way_to_a_provider_and_cannot_be_said_beside_a_yes() {
        UUID id = open(WHITESIDE);
        as(() -> assessments.find(id, "L5", Finding.NOBODY, null));
        assertThat(as(() -> line(WHITESIDE, "L5")).finding()).isEqualTo(Finding.NOBODY);

        UUID provider = as(() -> assessments.addProvider(id, "L5", "Home Again"));
        assertThat(as(() -> line(WHITESIDE, "L5")).finding()).isNull();

        as(() -> assessments.answer(id, "L5", provider, Question.CONTACT, Answer.YES));
        assertThatThrownBy(() -> as(() -> assessments.find(id, "L5", Finding.NOBODY, null)))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("invalid.nobody");
        assertThat(row("L5", provider).given()).containsEntry(Question.CONTACT, Answer.YES);

        as(() -> assessments.answer(id, "L5", provider, Question.CONTACT, Answer.NO));
        as(() -> assessments.find(id, "L5", Finding.NOBODY, null));
        // Taking an answer back says nothing about a provider.
        as(() -> assessments.answer(id, "L5", provider, Question.CONTACT, null));
        assertThat(as(() -> line(WHITESIDE, "L5")).finding()).isEqualTo(Finding.NOBODY);
    }

    @Test
    void a_need_that_does_not_apply_needs_a_reason() {
        UUID id = open(WHITESIDE);
        assertThatThrownBy(() -> as(() -> assessments.find(id, "A8", Finding.NOT_APPLICABLE, " ")))
                .isInstanceOf(InvalidValue.class);
        assertThat(as(() -> line(WHITESIDE, "A8")).finding()).isNull();
        as(() -> assessments.find(id, "A8", Finding.NOT_APPLICABLE, "Served by the state"));
        assertThat(as(() -> line(WHITESIDE, "A8")).reason()).isEqualTo("Served by the state");
    }

    @Test
    void confirming_does_not_overwrite_what_somebody_answered() {
        UUID id = open(WHITESIDE);
        UUID provider = UUID.randomUUID();
        as(() -> assessments.answer(id, "L1", provider, Question.CONTACT, Answer.NO));
        as(
                () ->
                        assessments.confirm(
                                id,
                                "L1",
                                provider,
                                Map.of(
                                        Question.CONTACT, Answer.YES,
                                        Question.PARTNER, Answer.YES)));
        assertThat(row("L1", provider).given())
                .containsEntry(Question.CONTACT, Answer.NO)
                .containsEntry(Question.PARTNER, Answer.YES);
    }

    @Test
    void words_written_meanwhile_by_somebody_else_are_not_overwritten() {
        UUID id = open(LEE);
        NarrativeTopic topic = NarrativeTopic.CAPACITIES;
        Narrative first =
                as(() -> assessments.write(id, topic, "A task force", Narrative.UNWRITTEN));
        Narrative second = as(() -> assessments.write(id, topic, "Two", first.version()));

        NarrativeChanged refused =
                catchThrowableOfType(
                        NarrativeChanged.class,
                        () -> as(() -> assessments.write(id, topic, "Three", first.version())));
        assertThat(refused.standing().text()).isEqualTo("Two");
        assertThat(as(() -> assessments.worksheet(LEE).orElseThrow()).narratives().get(topic))
                .returns("Two", Narrative::text)
                .returns(second.version(), Narrative::version);

        Narrative third = as(() -> assessments.write(id, topic, "Three", second.version()));
        assertThat(third.text()).isEqualTo("Three");
        assertThat(third.version()).isGreaterThan(second.version());
    }

    private Void answer(
            CountDownLatch start, UUID id, String need, UUID provider, Question question)
            throws InterruptedException {
        start.await();
        as(() -> assessments.answer(id, need, provider, question, Answer.YES));
        return null;
    }

    private UUID winnebago() {
        return signedInAs.call(
                SignedInAs.COORDINATOR,
                () -> assessments.worksheet(WINNEBAGO).orElseThrow().assessmentId());
    }

    private UUID open(String county) {
        return as(() -> assessments.open(county, assessments.currentCycle()));
    }

    private Line line(String county, String need) {
        return assessments.worksheet(county).orElseThrow().lines().stream()
                .filter(line -> line.need().code().equals(need))
                .findFirst()
                .orElseThrow();
    }

    private Row row(String need, UUID provider) {
        return as(() -> line(WHITESIDE, need)).rows().stream()
                .filter(row -> row.providerId().equals(provider))
                .findFirst()
                .orElseThrow();
    }

    private <T> T as(java.util.function.Supplier<T> work) {
        return signedInAs.call(SignedInAs.ADMINISTRATOR, work);
    }

    private void runAs(String email, Runnable work) {
        if (email.isEmpty()) {
            signedInAs.anonymously(
                    () -> {
                        work.run();
                        return true;
                    });
        } else {
            signedInAs.run(email, work);
        }
    }
}
