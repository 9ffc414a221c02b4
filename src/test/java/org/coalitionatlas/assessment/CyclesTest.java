package org.coalitionatlas.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.assessment.MergeRules.Rule;
import org.coalitionatlas.assessment.Worksheet.Line;
import org.coalitionatlas.assessment.Worksheet.Row;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.Merges;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.ProposalKind;
import org.coalitionatlas.directory.ProposalLine;
import org.coalitionatlas.directory.Proposals;
import org.coalitionatlas.directory.ProviderFacts;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.directory.Training;
import org.coalitionatlas.directory.TrainingTopic;
import org.coalitionatlas.gaps.CycleComparison;
import org.coalitionatlas.gaps.CycleComparisons;
import org.coalitionatlas.gaps.Gaps;
import org.coalitionatlas.gaps.NeedChange;
import org.coalitionatlas.gaps.NeedChange.Verdict;
import org.coalitionatlas.gaps.Standing;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.coalitionatlas.identity.SystemActor;
import org.coalitionatlas.partnership.HeldDraft;
import org.coalitionatlas.partnership.PartnershipDraft;
import org.coalitionatlas.partnership.PartnershipKind;
import org.coalitionatlas.partnership.Partnerships;
import org.coalitionatlas.partnership.Terms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;

/** A county from its first cycle to the comparison with the next, answered by several people. */
@DemoTest
class CyclesTest {

    /** Counties outside the demo coalition, one for each test that opens a cycle. */
    private static final String HENRY = "17073";

    private static final String ROCK_ISLAND = "17161";
    private static final String MERCER = "17131";
    private static final String PUTNAM = "17155";
    private static final String LA_SALLE = "17099";
    private static final String BUREAU = "17011";
    private static final String KNOX = "17095";
    private static final String STARK = "17175";
    private static final String WOODFORD = "17203";
    private static final String HENDERSON = "17071";
    private static final String HANCOCK = "17067";
    private static final String SCHUYLER = "17169";
    private static final String CALHOUN = "17013";
    private static final String JERSEY = "17083";
    private static final String MACOUPIN = "17117";
    private static final String ALEXANDER = "17003";
    private static final String CLAY = "17025";
    private static final String MASSAC = "17127";
    private static final UUID THE_NEED = new UUID(0, 0);

    @Autowired Cycles cycles;
    @Autowired Assessments assessments;
    @Autowired Narratives narratives;
    @Autowired DirectoryCorrections corrections;
    @Autowired AssessmentFacts facts;
    @Autowired CycleComparisons comparisons;
    @Autowired Gaps gaps;
    @Autowired Partnerships partnerships;
    @Autowired ProviderFacts providerFacts;
    @Autowired DirectoryCommands directory;
    @Autowired Proposals proposals;
    @Autowired Merges merges;
    @Autowired SignedInAs signedInAs;
    @Autowired SqlStatements statements;
    @Autowired JdbcTemplate jdbc;
    @Autowired SheetNews news;
    @Autowired EntityManager entities;

    // ---- states ----

    @ParameterizedTest
    @EnumSource(CycleVerb.class)
    void the_state_table_says_what_is_possible_and_where_it_leads(CycleVerb verb) {
        Map<CycleVerb, CycleState> from =
                Map.of(
                        CycleVerb.RESCHEDULE, CycleState.OPEN,
                        CycleVerb.CARRY_FORWARD, CycleState.OPEN,
                        CycleVerb.CLOSE, CycleState.OPEN,
                        CycleVerb.REOPEN, CycleState.CLOSED);
        assertThat(verb.isPossible(null)).isEqualTo(verb == CycleVerb.OPEN);
        for (CycleState state : CycleState.values()) {
            assertThat(verb.isPossible(state)).isEqualTo(from.get(verb) == state);
        }
        assertThat(verb.to())
                .isEqualTo(verb == CycleVerb.CLOSE ? CycleState.CLOSED : CycleState.OPEN);
    }

    @Test
    void a_county_has_one_open_cycle_and_every_verb_is_noted_with_who_and_why() {
        UUID id = admin(() -> cycles.open(PUTNAM, "2025", LocalDate.of(2027, 1, 5), true));
        assertThat(admin(() -> cycles.open(PUTNAM, "2025", null, false))).isEqualTo(id);
        refused("cycle.problem.open", () -> cycles.open(PUTNAM, "2026", null, false));

        CycleView open = latest(PUTNAM);
        assertThat(open.dueOn()).isEqualTo("2027-01-05");
        assertThat(open.carriedFrom()).as("there is nothing to carry").isNull();
        refused("cycle.problem.REOPEN.OPEN", () -> cycles.reopen(id, open.version(), "why"));
        CycleView moved = admin(() -> cycles.reschedule(id, open.version(), null));
        assertThat(moved.dueOn()).isNull();
        assertThatThrownBy(() -> admin(() -> cycles.close(id, open.version())))
                .as("somebody else changed it since")
                .isInstanceOf(OptimisticLockingFailureException.class);

        CycleView closed = admin(() -> cycles.close(id, moved.version()));
        assertThat(closed.isOpen()).isFalse();
        assertThat(closed.closedAt()).isNotNull();
        refused("cycle.problem.CLOSE.CLOSED", () -> cycles.close(id, closed.version()));
        refused("cycle.problem.closed", () -> answer(id, "A3", THE_NEED, Answer.YES));
        refused(
                "cycle.problem.closed",
                () -> assessments.write(id, NarrativeTopic.GAPS, "Too late"));
        refused("cycle.problem.name", () -> cycles.open(PUTNAM, "2025", null, false));
        refused("invalid.missing", () -> cycles.reopen(id, closed.version(), " "));

        CycleView again = admin(() -> cycles.reopen(id, closed.version(), "A town was missed"));
        CycleView twice = admin(() -> cycles.close(id, again.version()));
        admin(() -> cycles.open(PUTNAM, "2026", null, true));
        refused("cycle.problem.newer", () -> cycles.reopen(id, twice.version(), "why"));

        assertThat(admin(() -> cycles.steps(id)))
                .extracting(CycleStep::verb)
                .containsExactly(
                        CycleVerb.OPEN,
                        CycleVerb.RESCHEDULE,
                        CycleVerb.CLOSE,
                        CycleVerb.REOPEN,
                        CycleVerb.CLOSE);
        assertThat(admin(() -> cycles.steps(id)))
                .filteredOn(step -> step.verb() == CycleVerb.REOPEN)
                .singleElement()
                .returns("A town was missed", CycleStep::reason)
                .returns("Ruth Okafor", CycleStep::by);
    }

    @Test
    void of_two_people_who_open_a_cycle_at_once_one_wins_and_the_county_has_one() throws Exception {
        var start = new CountDownLatch(1);
        try (var people = Executors.newFixedThreadPool(4)) {
            List<Future<String>> outcomes =
                    List.of("a", "b", "c", "d").stream()
                            .map(
                                    name ->
                                            people.submit(
                                                    () -> {
                                                        start.await();
                                                        return opened(STARK, name);
                                                    }))
                            .toList();
            start.countDown();
            for (Future<String> outcome : outcomes) {
                assertThat(outcome.get()).isIn("opened", "cycle.problem.open");
            }
        }
        assertThat(admin(() -> cycles.of(STARK))).hasSize(1);
    }

    // ---- statements ----

    @Test
    void each_persons_word_is_kept_and_a_disagreement_stands_until_it_is_decided() {
        UUID id = admin(() -> cycles.open(HENRY, "2026", null, false));
        UUID provider = provider(HENRY, "L3", "Ledger Lane");
        SignedIn noor = coordinator("Noor Haddad", HENRY);
        SignedIn kim = member("Kim Castle", provider);

        by(kim, () -> assessments.answer(id, "L3", provider, Question.CONTACT, Answer.YES));
        by(noor, () -> assessments.answer(id, "L3", provider, Question.CONTACT, Answer.NO));

        Row disputed = row(HENRY, "L3", provider);
        assertThat(disputed.said())
                .extracting(Statement::speaker)
                .containsExactlyInAnyOrder("Kim Castle", "Noor Haddad");
        assertThat(disputed.said())
                .filteredOn(s -> s.speaker().equals("Kim Castle"))
                .singleElement()
                .returns(provider, Statement::organizationId);
        assertThat(disputed.holds().get(Question.CONTACT))
                .isEqualTo(new MergeRules.Outcome<>(Answer.NO, Rule.NEWEST));
        assertThat(forGaps(HENRY, "L3", provider).contact()).isEqualTo(Answer.NO);

        by(
                noor,
                () ->
                        assessments.resolve(
                                id, "L3", provider, Question.CONTACT, Answer.YES, "I called"));
        assertThat(row(HENRY, "L3", provider).holds().get(Question.CONTACT))
                .isEqualTo(new MergeRules.Outcome<>(Answer.YES, Rule.RESOLVED));
        assertThat(forGaps(HENRY, "L3", provider).contact()).isEqualTo(Answer.YES);
        assertThat(forGaps(HENRY, "L3", provider).decided()).containsOnlyKeys(Question.CONTACT);

        by(noor, () -> assessments.answer(id, "L3", provider, Question.CONTACT, Answer.NO));
        assertThat(row(HENRY, "L3", provider).isContested(Question.CONTACT))
                .as("a later statement to the contrary opens it again")
                .isTrue();
        by(noor, () -> assessments.answer(id, "L3", provider, Question.CONTACT, null));
        assertThat(row(HENRY, "L3", provider).given(Question.CONTACT)).isEqualTo(Answer.YES);
    }

    @Test
    void somebodys_nobody_stays_beside_anothers_provider_and_is_decided_with_a_reason() {
        UUID id = admin(() -> cycles.open(KNOX, "2026", null, false));
        UUID provider = provider(KNOX, "L6", "Quiet Chapel");
        SignedIn kim = member("Kim Castle", provider);
        by(
                coordinator("Noor Haddad", KNOX),
                () -> assessments.find(id, "L6", Finding.NOBODY, null));
        by(kim, () -> assessments.answer(id, "L6", provider, Question.CONTACT, Answer.YES));

        Line disputed = line(KNOX, "L6");
        assertThat(disputed.finding()).isNull();
        assertThat(disputed.isContested()).isTrue();
        assertThat(disputed.said()).hasSize(1);
        assertThat(admin(() -> facts.latest(List.of(KNOX))).get(KNOX).get("L6").finding()).isNull();
        assertThatThrownBy(() -> by(kim, () -> assessments.find(id, "L6", Finding.NOBODY, null)))
                .hasMessageContaining("invalid.nobody");

        admin(() -> assessments.resolve(id, "L6", null, "The chapel opened in May"));
        assertThat(line(KNOX, "L6").isContested()).isFalse();
        assertThat(line(KNOX, "L6").isAssessed()).isTrue();
    }

    @Test
    void people_who_answer_one_row_at_the_same_moment_all_count() throws Exception {
        UUID id = admin(() -> cycles.open(MERCER, "2026", null, false));
        UUID provider = UUID.randomUUID();
        for (int round = 0; round < 5; round++) {
            String need = "T" + (round + 1);
            var start = new CountDownLatch(1);
            try (var pool = Executors.newFixedThreadPool(4)) {
                List<Future<?>> answers =
                        List.of(0, 1, 2, 3).stream()
                                .<Future<?>>map(
                                        n ->
                                                pool.submit(
                                                        () -> {
                                                            start.await();
                                                            return by(
                                                                    coordinator(
                                                                            "Person " + n, MERCER),
                                                                    () ->
                                                                            assessments.answer(
                                                                                    id,
                                                                                    need,
                                                                                    provider,
                                                                                    Question
                                                                                            .CONTACT,
                                                                                    n == 0
                                                                                            ? Answer
                                                                                                    .NO
                                                                                            : Answer
                                                                                                    .YES));
                                                        }))
                                .toList();
                start.countDown();
                for (Future<?> answer : answers) {
                    answer.get();
                }
            }
            Row row = row(MERCER, need, provider);
            assertThat(row.said()).hasSize(4);
            assertThat(row.isContested()).isTrue();
            assertThat(forGaps(MERCER, need, provider).contact())
                    .as("what gaps read is what the sheet shows")
                    .isEqualTo(row.given(Question.CONTACT));
        }
    }

    @Test
    void a_training_on_record_beats_an_opinion_on_the_sheet_as_it_does_in_the_gaps() {
        UUID id = admin(() -> cycles.open(LA_SALLE, "2026", null, false));
        UUID provider = provider(LA_SALLE, "T10", "Calm Water Counseling");
        trained(provider, LocalDate.now(ZoneOffset.UTC).minusDays(30));
        assertThat(row(LA_SALLE, "T10", provider).isPrefilled(Question.TRAINED)).isTrue();
        assertThat(line(LA_SALLE, "T10").isAssessed()).as("a record answers nothing").isFalse();

        admin(() -> assessments.answer(id, "T10", provider, Question.TRAINED, Answer.NO));
        assertThat(row(LA_SALLE, "T10", provider).holds().get(Question.TRAINED))
                .isEqualTo(new MergeRules.Outcome<>(Answer.YES, Rule.RECORD));
    }

    @Test
    void what_a_member_knows_and_no_record_holds_is_suggested_to_the_coordinators() {
        UUID id = admin(() -> cycles.open(BUREAU, "2026", null, false));
        UUID provider = provider(BUREAU, "L2", "Night School");
        UUID other = provider(BUREAU, "L2", "Day School");
        SignedIn kim = member("Kim Castle", provider);
        by(
                kim,
                () -> {
                    assertThat(corrections.mayEdit(provider)).isTrue();
                    assertThat(corrections.mayEdit(other)).isFalse();
                    return corrections.suggest(id, other, "Staff are trained, no record says so");
                });
        assertThat(admin(() -> proposals.open()))
                .filteredOn(line -> other.equals(line.recordId()))
                .extracting(ProposalLine::kind)
                .containsExactly(ProposalKind.REMARK);
        assertThatThrownBy(
                        () ->
                                by(
                                        member("Elsewhere", UUID.randomUUID()),
                                        () -> corrections.suggest(id, other, "Not to be")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void peoples_words_follow_a_provider_that_is_merged_and_go_back_with_it() {
        UUID id = admin(() -> cycles.open(LA_SALLE, "2026", null, false));
        UUID stays = provider(LA_SALLE, "T12", "Wheels");
        UUID goes = provider(LA_SALLE, "T12", "Wheels Inc.");
        SignedIn noor = coordinator("Noor Haddad", LA_SALLE);
        admin(() -> answer(id, "T12", stays, Answer.YES));
        admin(() -> assessments.answer(id, "T12", goes, Question.PARTNER, Answer.YES));
        by(noor, () -> answer(id, "T12", goes, Answer.NO));

        UUID merge = merge(stays, goes);
        Row one = row(LA_SALLE, "T12", stays);
        assertThat(one.said()).hasSize(2);
        assertThat(one.isContested(Question.CONTACT)).isTrue();
        assertThat(one.given(Question.PARTNER)).isEqualTo(Answer.YES);
        assertThat(forGaps(LA_SALLE, "T12", stays).contact())
                .isEqualTo(one.given(Question.CONTACT));

        signedInAs.run(SignedInAs.ADMINISTRATOR, () -> merges.separate(merge));
        assertThat(row(LA_SALLE, "T12", stays).given())
                .containsOnly(Map.entry(Question.CONTACT, Answer.YES));
        assertThat(row(LA_SALLE, "T12", goes).given())
                .containsOnly(
                        Map.entry(Question.CONTACT, Answer.NO),
                        Map.entry(Question.PARTNER, Answer.YES));
        assertThat(forGaps(LA_SALLE, "T12", stays).contact()).isEqualTo(Answer.YES);
        assertThat(forGaps(LA_SALLE, "T12", stays).partner()).isNull();
    }

    @Test
    void what_is_recorded_after_somebody_said_no_holds_on_the_sheet_and_in_the_gaps_at_once() {
        UUID id = admin(() -> cycles.open(WOODFORD, "2026", null, false));
        UUID provider = provider(WOODFORD, "T8", "Second Thread");
        for (Question question : Question.values()) {
            admin(() -> assessments.answer(id, "T8", provider, question, Answer.NO));
        }
        admin(() -> assessments.resolve(id, "T8", provider, Question.CONTACT, Answer.NO, "Asked"));
        assertThat(standing(WOODFORD, "T8")).isEqualTo(Standing.LISTED);

        admin(() -> partnerships.recordContact(held(provider)));
        assertThat(row(WOODFORD, "T8", provider).holds().get(Question.CONTACT))
                .as("newer than the decision")
                .isEqualTo(new MergeRules.Outcome<>(Answer.YES, Rule.RECORDED_SINCE));
        assertThat(standing(WOODFORD, "T8")).isEqualTo(Standing.CONTACT);

        admin(() -> partnerships.record(informal(provider)));
        assertThat(row(WOODFORD, "T8", provider).holds().get(Question.PARTNER))
                .isEqualTo(new MergeRules.Outcome<>(Answer.YES, Rule.RECORDED_SINCE));
        trained(provider, LocalDate.now(ZoneOffset.UTC));
        assertThat(row(WOODFORD, "T8", provider).given(Question.TRAINED)).isEqualTo(Answer.YES);
        assertThat(standing(WOODFORD, "T8")).isEqualTo(Standing.TRAINED_PARTNER);
    }

    @Test
    void what_nobody_knew_and_a_record_tells_counts_in_every_figure_alike() {
        UUID id = admin(() -> cycles.open(HENDERSON, "2026", null, false));
        UUID provider = provider(HENDERSON, "T9", "Open Ledger");
        admin(() -> answer(id, "T9", provider, Answer.UNKNOWN));
        assertThat(line(HENDERSON, "T9").isAssessed()).isFalse();
        assertThat(progress(HENDERSON).needs()).isEmpty();
        assertThat(standing(HENDERSON, "T9")).isNull();

        admin(() -> partnerships.recordContact(held(provider)));
        assertThat(line(HENDERSON, "T9").isAssessed()).isTrue();
        assertThat(progress(HENDERSON).needs()).containsExactly("T9");
        assertThat(standing(HENDERSON, "T9")).isEqualTo(Standing.CONTACT);
    }

    @Test
    void a_closed_cycle_stays_as_it_was_whatever_is_recorded_or_merged_later() {
        UUID id = admin(() -> cycles.open(HANCOCK, "2025", null, false));
        UUID provider = provider(HANCOCK, "T8", "Third Thread");
        UUID twin = provider(HANCOCK, "T8", "Third Thread Inc.");
        trained(provider, LocalDate.now(ZoneOffset.UTC).minusDays(3));
        admin(() -> answer(id, "T8", provider, Answer.NO));
        admin(() -> assessments.answer(id, "T8", provider, Question.TRAINED, Answer.NO));
        admin(() -> answer(id, "T8", twin, Answer.YES));
        admin(() -> cycles.close(id, latest(HANCOCK).version()));
        admin(() -> cycles.open(HANCOCK, "2026", null, false));

        admin(() -> partnerships.recordContact(held(provider)));
        Map<Question, Answer> frozen = closedRow(HANCOCK, "2025", "T8", provider).given();
        assertThat(frozen)
                .containsOnly(
                        Map.entry(Question.CONTACT, Answer.NO),
                        Map.entry(Question.TRAINED, Answer.YES));
        assertThat(closedRow(HANCOCK, "2025", "T8", provider).holds().get(Question.TRAINED).rule())
                .isEqualTo(Rule.RECORD);

        UUID merge = merge(provider, twin);
        assertThat(closedRow(HANCOCK, "2025", "T8", provider).given()).isEqualTo(frozen);
        signedInAs.run(SignedInAs.ADMINISTRATOR, () -> merges.separate(merge));
        assertThat(closedRow(HANCOCK, "2025", "T8", provider).given()).isEqualTo(frozen);
        assertThat(closedRow(HANCOCK, "2025", "T8", twin).given())
                .containsOnly(Map.entry(Question.CONTACT, Answer.YES));
    }

    @Test
    void a_closed_sheet_shows_who_was_listed_by_the_names_of_that_day() {
        UUID renamed = provider(CALHOUN, "A4", "Calhoun Pantry");
        UUID archived = provider(CALHOUN, "A4", "Calhoun Soup");
        UUID id = admin(() -> cycles.open(CALHOUN, "2025", null, false));
        admin(() -> answer(id, "A4", renamed, Answer.YES));
        admin(() -> cycles.close(id, latest(CALHOUN).version()));
        String member = SignedInAs.MEMBER_OF_LEGAL_AID;
        List<String> then = shown(CALHOUN, "A4", SignedInAs.ADMINISTRATOR);
        assertThat(then)
                .hasSize(2)
                .isEqualTo(shown(CALHOUN, "A4", member))
                .first()
                .asString()
                .isEqualTo("Calhoun Pantry [Calhoun Pantry desk] true {CONTACT=YES}");

        provider(CALHOUN, "A4", "Calhoun Latecomer");
        admin(
                () -> {
                    var current = directory.organization(renamed);
                    return directory.reviseOrganization(
                            renamed,
                            current.version(),
                            OrganizationDraft.named("Pantry And Kitchen", "other"));
                });
        signedInAs.run(SignedInAs.ADMINISTRATOR, () -> directory.archiveOrganization(archived));
        assertThat(shown(CALHOUN, "A4", SignedInAs.ADMINISTRATOR)).isEqualTo(then);
        assertThat(shown(CALHOUN, "A4", member)).isEqualTo(then);

        admin(() -> cycles.reopen(id, latest(CALHOUN).version(), "One more answer"));
        assertThat(shown(CALHOUN, "A4", SignedInAs.ADMINISTRATOR))
                .as("an open sheet shows today's directory")
                .hasSize(2)
                .anyMatch(row -> row.startsWith("Calhoun Latecomer"))
                .anyMatch(row -> row.startsWith("Pantry And Kitchen"));
        admin(() -> cycles.close(id, latest(CALHOUN).version()));
        assertThat(shown(CALHOUN, "A4", SignedInAs.ADMINISTRATOR))
                .as("what was kept at the first closing is gone")
                .hasSize(2)
                .anyMatch(row -> row.startsWith("Calhoun Latecomer"));
    }

    @Test
    void what_was_hidden_since_a_closing_members_do_not_see_on_its_sheet() {
        UUID open = provider(JERSEY, "A4", "Jersey Open");
        UUID hidden = provider(JERSEY, "A4", "Jersey Hidden");
        UUID id = admin(() -> cycles.open(JERSEY, "2025", null, false));
        admin(() -> cycles.close(id, latest(JERSEY).version()));
        jdbc.update(
                "update organization set publication = 'WITHHELD' where id = ?", Ids.bytes(hidden));
        assertThat(shown(JERSEY, "A4", SignedInAs.MEMBER_OF_LEGAL_AID))
                .singleElement()
                .asString()
                .startsWith("Jersey Open");
        assertThat(shown(JERSEY, "A4", SignedInAs.ADMINISTRATOR)).hasSize(2);
        assertThat(open).isNotEqualTo(hidden);
    }

    @Test
    void nobody_does_not_stand_beside_a_contact_that_a_record_made_a_yes_at_closing() {
        UUID id = admin(() -> cycles.open(MACOUPIN, "2025", null, false));
        UUID provider = provider(MACOUPIN, "L9", "Macoupin Ledger");
        admin(() -> assessments.find(id, "L9", Finding.NOBODY, null));
        SignedIn noor = coordinator("Noor Haddad", MACOUPIN);
        by(noor, () -> answer(id, "L9", provider, Answer.UNKNOWN));
        assertThat(stored(id, "L9")).isEqualTo("NOBODY");
        admin(() -> partnerships.recordContact(held(provider)));
        admin(() -> cycles.close(id, latest(MACOUPIN).version()));
        assertThat(stored(id, "L9")).isNull();
        assertThat(closedRow(MACOUPIN, "2025", "L9", provider).given(Question.CONTACT))
                .isEqualTo(Answer.YES);
        admin(() -> cycles.reopen(id, latest(MACOUPIN).version(), "Again"));
        assertThat(stored(id, "L9")).as("without records it holds again").isEqualTo("NOBODY");
    }

    /** What the row of the need itself keeps for other rooms. */
    private @Nullable String stored(UUID assessment, String need) {
        return jdbc.queryForObject(
                "select finding from assessment_answer where assessment_id = ? and need_code = ?"
                        + " and provider_id = ?",
                String.class,
                Ids.bytes(assessment),
                need,
                Ids.bytes(THE_NEED));
    }

    /** The rows of the county's latest cycle as that person sees them. */
    private List<String> shown(String county, String need, String who) {
        return signedInAs
                .call(who, () -> assessments.worksheet(county))
                .orElseThrow()
                .lines()
                .stream()
                .filter(line -> line.need().code().equals(need))
                .flatMap(line -> line.rows().stream())
                .map(r -> r.provider() + " " + r.services() + " " + r.listed() + " " + r.given())
                .toList();
    }

    @Test
    void what_a_coordinator_decided_follows_a_provider_that_is_merged_and_goes_back_with_it() {
        UUID id = admin(() -> cycles.open(SCHUYLER, "2026", null, false));
        UUID stays = provider(SCHUYLER, "T12", "Cart");
        UUID goes = provider(SCHUYLER, "T12", "Cart Inc.");
        SignedIn noor = coordinator("Noor Haddad", SCHUYLER);
        for (Question question : List.of(Question.CONTACT, Question.PARTNER)) {
            admin(() -> assessments.answer(id, "T12", goes, question, Answer.YES));
            by(noor, () -> assessments.answer(id, "T12", goes, question, Answer.NO));
            admin(() -> assessments.resolve(id, "T12", goes, question, Answer.YES, "I called"));
        }
        admin(() -> answer(id, "T12", stays, Answer.NO));
        by(noor, () -> answer(id, "T12", stays, Answer.YES));
        admin(
                () ->
                        assessments.resolve(
                                id, "T12", stays, Question.CONTACT, Answer.NO, "Nobody answers"));

        UUID merge = merge(stays, goes);
        Row one = row(SCHUYLER, "T12", stays);
        assertThat(one.holds().get(Question.PARTNER))
                .isEqualTo(new MergeRules.Outcome<>(Answer.YES, Rule.RESOLVED));
        assertThat(one.rulings())
                .as("where both were decided, the decision about the one that stays holds")
                .extracting(Ruling::question, Ruling::reason)
                .containsExactlyInAnyOrder(
                        tuple(Question.CONTACT, "Nobody answers"),
                        tuple(Question.PARTNER, "I called"));
        assertThat(forGaps(SCHUYLER, "T12", stays).decided())
                .containsOnlyKeys(Question.CONTACT, Question.PARTNER);

        signedInAs.run(SignedInAs.ADMINISTRATOR, () -> merges.separate(merge));
        assertThat(row(SCHUYLER, "T12", goes).rulings())
                .extracting(Ruling::question)
                .containsExactlyInAnyOrder(Question.CONTACT, Question.PARTNER);
        assertThat(row(SCHUYLER, "T12", stays).rulings())
                .extracting(Ruling::question)
                .containsExactly(Question.CONTACT);
        assertThat(forGaps(SCHUYLER, "T12", goes).decided())
                .containsOnlyKeys(Question.CONTACT, Question.PARTNER);
    }

    // ---- from one cycle to the next ----

    @Test
    void last_times_answers_are_shown_confirmed_with_one_verb_and_compared() {
        UUID kept = provider(ROCK_ISLAND, "A4", "Full Plate");
        UUID dropped = provider(ROCK_ISLAND, "A4", "Corner Kitchen");
        UUID first = admin(() -> cycles.open(ROCK_ISLAND, "2025", null, false));
        admin(() -> answer(first, "A4", kept, Answer.NO));
        admin(() -> answer(first, "A4", dropped, Answer.YES));
        admin(() -> assessments.find(first, "L9", Finding.NOBODY, null));
        admin(() -> cycles.close(first, latest(ROCK_ISLAND).version()));
        signedInAs.run(SignedInAs.ADMINISTRATOR, () -> directory.archiveOrganization(dropped));

        UUID second = admin(() -> cycles.open(ROCK_ISLAND, "2026", null, true));
        Line before = line(ROCK_ISLAND, "A4");
        Row lastTime = row(ROCK_ISLAND, "A4", kept);
        assertThat(before.isAssessed()).as("last time's answers count for nothing").isFalse();
        assertThat(lastTime.last()).containsOnly(Map.entry(Question.CONTACT, Answer.NO));
        assertThat(lastTime.unchanged()).containsOnly(Map.entry(Question.CONTACT, Answer.NO));
        assertThat(row(ROCK_ISLAND, "A4", dropped).isGoneSinceLast()).isTrue();
        assertThat(line(ROCK_ISLAND, "L9").hasLastFinding()).isTrue();
        assertThat(line(ROCK_ISLAND, "L9").isAssessed()).isFalse();

        admin(() -> assessments.confirm(second, "A4", kept, lastTime.unchanged()));
        assertThat(line(ROCK_ISLAND, "A4").isAssessed()).isTrue();
        assertThat(row(ROCK_ISLAND, "A4", kept).unchanged()).isEmpty();
        admin(() -> answer(second, "A4", kept, Answer.YES));
        admin(() -> assessments.find(second, "L6", Finding.NOBODY, null));

        CycleComparison comparison =
                admin(() -> comparisons.with(ROCK_ISLAND, "2025")).orElseThrow();
        assertThat(change(comparison, "A4"))
                .returns(Verdict.SAME, NeedChange::verdict)
                .satisfies(c -> assertThat(c.then().level()).isEqualTo(Standing.CONTACT));
        assertThat(change(comparison, "L6").verdict()).isEqualTo(Verdict.NEWLY_ASSESSED);
        assertThat(change(comparison, "L9").verdict()).isEqualTo(Verdict.NOT_ASSESSED_NOW);
        assertThat(change(comparison, "T1").verdict()).isEqualTo(Verdict.NEVER_ASSESSED);
        assertThat(admin(() -> comparisons.with(ROCK_ISLAND, "2026")))
                .as("a cycle is not compared with itself")
                .isEmpty();

        Worksheet closed = admin(() -> assessments.worksheet(ROCK_ISLAND, "2025")).orElseThrow();
        assertThat(closed.cycle().isOpen()).isFalse();
        assertThat(closed.cycles()).extracting(CycleView::name).containsExactly("2026", "2025");
        assertThat(
                        closed.lines().stream()
                                .filter(line -> line.need().code().equals("A4"))
                                .flatMap(line -> line.rows().stream())
                                .filter(row -> row.providerId().equals(kept)))
                .as("the closed sheet stays as it was")
                .singleElement()
                .returns(Answer.NO, row -> row.given(Question.CONTACT));
    }

    @Test
    void a_contact_that_ended_and_a_provider_listed_since_are_marked_as_changed() {
        UUID known = provider(ALEXANDER, "A4", "Alexander Known");
        UUID heard = provider(ALEXANDER, "A4", "Alexander Heard");
        UUID held = admin(() -> partnerships.recordContact(held(known)));
        UUID first = admin(() -> cycles.open(ALEXANDER, "2025", null, false));
        admin(() -> answer(first, "A4", known, Answer.YES));
        admin(() -> answer(first, "A4", heard, Answer.YES));
        admin(() -> cycles.close(first, latest(ALEXANDER).version()));
        UUID second = admin(() -> cycles.open(ALEXANDER, "2026", null, true));
        assertThat(row(ALEXANDER, "A4", known).isChanged()).as("nothing has").isFalse();
        assertThat(row(ALEXANDER, "A4", heard).isChanged()).isFalse();

        admin(
                () ->
                        partnerships.endContact(
                                held, 0, LocalDate.now(ZoneOffset.UTC).minusDays(1), "She left"));
        UUID late = provider(ALEXANDER, "A4", "Alexander Late");
        assertThat(row(ALEXANDER, "A4", known).isChanged(Question.CONTACT)).isTrue();
        assertThat(row(ALEXANDER, "A4", known).unchanged()).isEmpty();
        assertThat(row(ALEXANDER, "A4", heard).isChanged()).as("it was never on record").isFalse();
        assertThat(row(ALEXANDER, "A4", late).isNewSinceLast()).isTrue();
        assertThat(row(ALEXANDER, "A4", late).isChanged()).isTrue();
        admin(() -> answer(second, "A4", late, Answer.NO));
        assertThat(row(ALEXANDER, "A4", late).isChanged()).as("somebody has looked").isFalse();
    }

    @Test
    void the_demo_tells_of_a_closed_cycle_and_of_a_disagreement() {
        Worksheet sheet =
                signedInAs
                        .call(SignedInAs.COORDINATOR, () -> assessments.worksheet("17201"))
                        .orElseThrow();
        assertThat(sheet.cycles()).extracting(CycleView::name).containsExactly("2026", "2025");
        assertThat(sheet.lines().stream().filter(Line::isDisputed)).isNotEmpty();
        assertThat(sheet.lines().stream().flatMap(l -> l.rows().stream()).filter(Row::isChanged))
                .as("something changed since the last cycle")
                .isNotEmpty();
        assertThat(signedInAs.call(SignedInAs.COORDINATOR, () -> comparisons.with("17201", "2025")))
                .hasValueSatisfying(c -> assertThat(c.count(Verdict.BETTER)).isPositive());
    }

    @Test
    void the_demos_first_closing_counts_no_training_that_was_taken_later() {
        LocalDate closing = LocalDate.now(ZoneOffset.UTC).minusDays(385);
        var then = admin(() -> providerFacts.trainedOn(closing));
        var now = admin(() -> providerFacts.trainedOn(LocalDate.now(ZoneOffset.UTC)));
        assertThat(then.values()).allMatch(trained -> !trained.takenOn().isAfter(closing));
        assertThat(now.size()).isGreaterThan(then.size());
        assertThat(
                        signedInAs
                                .call(
                                        SignedInAs.COORDINATOR,
                                        () -> comparisons.with("17201", "2025"))
                                .orElseThrow())
                .satisfies(
                        c -> {
                            assertThat(change(c, "A6").then().level())
                                    .as("Blackhawk was trained later, and its MOU signed later")
                                    .isEqualTo(Standing.PARTNER);
                            assertThat(change(c, "A3").then().level()).isEqualTo(Standing.CONTACT);
                        });
    }

    @Test
    void what_gaps_read_follows_from_the_statements_of_every_demo_row() {
        for (String county : List.of("17201", "17037", "17007", "17141")) {
            Worksheet sheet = admin(() -> assessments.worksheet(county)).orElseThrow();
            var stored = admin(() -> facts.latest(List.of(county))).get(county);
            for (Line line : sheet.lines()) {
                for (Row row : line.rows()) {
                    if (!row.said().isEmpty()) {
                        var held = Merged.answers(row.said(), row.rulings(), Map.of());
                        var kept =
                                stored.get(line.need().code()).providers().stream()
                                        .filter(p -> p.providerId().equals(row.providerId()))
                                        .findFirst()
                                        .orElseThrow();
                        assertThat(kept.partner()).isEqualTo(held.get(Question.PARTNER).value());
                        assertThat(kept.trained()).isEqualTo(held.get(Question.TRAINED).value());
                    }
                }
            }
        }
    }

    // ---- narratives ----

    @Test
    void every_text_is_kept_one_persons_typing_as_one_and_comes_back() {
        UUID id = admin(() -> cycles.open(LA_SALLE, "2026", null, false));
        NarrativeTopic topic = NarrativeTopic.COMMUNITY_NEEDS;
        admin(() -> assessments.write(id, topic, "Beds"));
        admin(() -> assessments.write(id, topic, "Beds for men and for families"));
        SignedIn noor = coordinator("Noor Haddad", LA_SALLE);
        by(noor, () -> assessments.write(id, topic, "Rides"));

        List<Narratives.Revision> history = admin(() -> narratives.history(id, topic));
        assertThat(history)
                .extracting(Narratives.Revision::text)
                .containsExactly("Rides", "Beds for men and for families");
        assertThat(history).extracting(Narratives.Revision::by).contains("Noor Haddad");

        var standing = admin(() -> assessments.worksheet(LA_SALLE)).orElseThrow().narratives();
        assertThatThrownBy(
                        () ->
                                admin(
                                        () ->
                                                narratives.restore(
                                                        id,
                                                        topic,
                                                        history.getLast().id(),
                                                        standing.get(topic).version() - 1)))
                .isInstanceOf(NarrativeChanged.class);
        admin(
                () ->
                        narratives.restore(
                                id, topic, history.getLast().id(), standing.get(topic).version()));
        admin(() -> assessments.write(id, topic, ""));
        assertThat(admin(() -> narratives.history(id, topic)))
                .extracting(Narratives.Revision::text)
                .as("clearing the field loses nothing")
                .containsExactly(
                        "",
                        "Beds for men and for families",
                        "Rides",
                        "Beds for men and for families");
    }

    @Test
    void what_a_word_processor_pastes_is_kept_as_plain_words_wherever_people_write() {
        UUID id = admin(() -> cycles.open(MASSAC, "2026", null, false));
        String pasted =
                "<p class=\"MsoNormal\" style=\"mso-margin-top-alt:auto\">Beds<o:p></o:p></p>"
                        + "<p class=MsoNormal>and rides &amp; meals</p>";
        admin(() -> assessments.write(id, NarrativeTopic.GAPS, pasted));
        assertThat(
                        admin(() -> assessments.worksheet(MASSAC))
                                .orElseThrow()
                                .narratives()
                                .get(NarrativeTopic.GAPS)
                                .text())
                .isEqualTo("Beds\nand rides & meals");
        admin(() -> assessments.find(id, "L9", Finding.NOT_APPLICABLE, pasted));
        assertThat(line(MASSAC, "L9").reason()).isEqualTo("Beds\nand rides & meals");
        admin(() -> cycles.close(id, latest(MASSAC).version()));
        admin(() -> cycles.reopen(id, latest(MASSAC).version(), pasted));
        assertThat(admin(() -> cycles.steps(id)).getLast().reason())
                .isEqualTo("Beds\nand rides & meals");
    }

    // ---- cost ----

    @Test
    void a_sheet_with_last_times_answers_and_many_voices_still_needs_at_most_ten_statements() {
        SignedIn member = signedInAs.person(SignedInAs.MEMBER_OF_SHELTER);
        assertThat(
                        SystemActor.callAs(
                                member,
                                () -> statements.during(() -> assessments.worksheet("17201"))))
                .hasSizeLessThanOrEqualTo(10);
        assertThat(
                        signedInAs.call(
                                SignedInAs.COORDINATOR,
                                () ->
                                        statements.during(
                                                () -> assessments.worksheet("17201", "2025"))))
                .hasSizeLessThanOrEqualTo(10);
        assertThat(
                        signedInAs.call(
                                SignedInAs.COORDINATOR,
                                () -> statements.during(() -> comparisons.with("17201", "2025"))))
                .hasSizeLessThanOrEqualTo(10);
    }

    @Test
    @Transactional
    void three_hundred_rows_are_confirmed_in_a_handful_of_statements_and_told_of_once() {
        UUID id = admin(() -> cycles.open(CLAY, "2026", null, false));
        var seen = new LinkedHashMap<UUID, Map<Question, Answer>>();
        for (int i = 0; i < 300; i++) {
            seen.put(UUID.randomUUID(), Map.of(Question.CONTACT, Answer.YES));
        }
        admin(() -> assessments.find(id, "A4", Finding.NOBODY, null));
        entities.flush();
        var told = new ArrayList<Collection<UUID>>();
        Runnable stop = news.listen(id, (need, providers) -> told.add(providers));
        List<String> spent =
                statements.during(
                        () -> {
                            admin(() -> assessments.confirm(id, "A4", seen, null));
                            entities.flush();
                        });
        stop.run();
        assertThat(spent.stream().filter(sql -> sql.contains("assessment")).toList())
                .hasSizeLessThanOrEqualTo(10);
        assertThat(told).singleElement().satisfies(all -> assertThat(all).hasSize(300));
        Map<UUID, CellNow> rows = admin(() -> assessments.cells(id, "A4", seen.keySet()));
        assertThat(rows).hasSize(300);
        assertThat(rows.values())
                .allSatisfy(
                        row -> {
                            assertThat(row.said())
                                    .singleElement()
                                    .returns(Answer.YES, said -> said.to(Question.CONTACT));
                            assertThat(row.saidOfNeed())
                                    .as("the speaker's own nobody gives way")
                                    .isEmpty();
                        });
        assertThat(stored(id, "A4")).isNull();
        assertThat(
                        jdbc.queryForObject(
                                "select count(*) from assessment_answer where assessment_id = ? and"
                                        + " has_contact = 'YES'",
                                Integer.class,
                                Ids.bytes(id)))
                .isEqualTo(300);
        assertThat(
                        statements
                                .during(
                                        () ->
                                                admin(
                                                        () ->
                                                                assessments.cells(
                                                                        id, "A4", seen.keySet())))
                                .stream()
                                .filter(sql -> sql.contains("assessment")))
                .hasSize(2);
    }

    // ---- with ----

    private String opened(String county, String name) {
        try {
            admin(() -> cycles.open(county, name, null, false));
            return "opened";
        } catch (InvalidValue e) {
            return e.messageKey();
        }
    }

    private static NeedChange change(CycleComparison comparison, String need) {
        return comparison.needs().stream()
                .filter(change -> change.need().code().equals(need))
                .findFirst()
                .orElseThrow();
    }

    private CellNow answer(UUID id, String need, UUID provider, Answer answer) {
        return assessments.answer(id, need, provider, Question.CONTACT, answer);
    }

    private CycleView latest(String county) {
        return admin(() -> cycles.of(county)).getFirst();
    }

    private UUID provider(String county, String need, String name) {
        return admin(
                () -> {
                    UUID id = directory.addOrganization(OrganizationDraft.named(name, "other"));
                    UUID service =
                            directory.addService(
                                    id,
                                    ServiceDraft.named(name + " desk")
                                            .meeting(
                                                    CodeSet.of(List.of(need)),
                                                    Set.of(ServiceArea.county(county))));
                    directory.publishOrganization(id);
                    directory.publishService(service);
                    return id;
                });
    }

    private UUID merge(UUID stays, UUID goes) {
        return admin(
                () -> {
                    var seen = merges.look(RecordKind.ORGANIZATION, stays, goes);
                    return merges.merge(
                            RecordKind.ORGANIZATION,
                            stays,
                            seen.stays().version(),
                            goes,
                            seen.goes().version(),
                            merges.combined(seen, seen.best()));
                });
    }

    private void trained(UUID provider, LocalDate takenOn) {
        admin(
                () -> {
                    var current = directory.organization(provider);
                    OrganizationDraft d = current.draft();
                    return directory.reviseOrganization(
                            provider,
                            current.version(),
                            new OrganizationDraft(
                                    d.name(),
                                    d.alternateName(),
                                    d.kind(),
                                    d.description(),
                                    d.url(),
                                    d.email(),
                                    d.parentId(),
                                    d.status(),
                                    d.audience(),
                                    d.phones(),
                                    List.of(
                                            Training.taken(
                                                    TrainingTopic.IDENTIFICATION_RESPONSE,
                                                    takenOn,
                                                    null))));
                });
    }

    private HeldDraft held(UUID provider) {
        return new HeldDraft(provider, holder(), "Elena Brandt", null, "The front desk", null);
    }

    private PartnershipDraft informal(UUID provider) {
        return PartnershipDraft.plain(
                provider, holder(), PartnershipKind.REFERRAL, Terms.informal(null));
    }

    private UUID holder() {
        return admin(
                () -> directory.addOrganization(OrganizationDraft.named("Nine Holders", "other")));
    }

    private @Nullable Standing standing(String county, String need) {
        return admin(() -> gaps.cell(county, need)).orElseThrow().level();
    }

    private AssessmentFacts.Progress progress(String county) {
        return admin(() -> facts.progress(List.of(county))).get(county);
    }

    private Row closedRow(String county, String cycle, String need, UUID provider) {
        return admin(() -> assessments.worksheet(county, cycle)).orElseThrow().lines().stream()
                .filter(line -> line.need().code().equals(need))
                .flatMap(line -> line.rows().stream())
                .filter(row -> row.providerId().equals(provider))
                .findFirst()
                .orElseThrow();
    }

    private Line line(String county, String need) {
        return admin(() -> assessments.worksheet(county)).orElseThrow().lines().stream()
                .filter(line -> line.need().code().equals(need))
                .findFirst()
                .orElseThrow();
    }

    private Row row(String county, String need, UUID provider) {
        return line(county, need).rows().stream()
                .filter(row -> row.providerId().equals(provider))
                .findFirst()
                .orElseThrow();
    }

    private AssessmentFacts.ProviderAnswers forGaps(String county, String need, UUID provider) {
        return admin(() -> facts.latest(List.of(county))).get(county).get(need).providers().stream()
                .filter(answers -> answers.providerId().equals(provider))
                .findFirst()
                .orElseThrow();
    }

    private void refused(String key, Supplier<?> work) {
        assertThatThrownBy(() -> admin(work))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.messageKey()).isEqualTo(key));
    }

    private <T> T admin(Supplier<T> work) {
        return signedInAs.call(SignedInAs.ADMINISTRATOR, work);
    }

    private static <T> T by(SignedIn person, Supplier<T> work) {
        return SystemActor.callAs(person, work);
    }

    private static SignedIn coordinator(String name, String county) {
        return person(name, Role.COORDINATOR, null, Set.of(county));
    }

    private static SignedIn member(String name, UUID organization) {
        return person(name, Role.MEMBER, organization, Set.of());
    }

    private static SignedIn person(
            String name, Role role, UUID organization, Set<String> counties) {
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new SignedIn(id, name, name, role, organization, counties, Locale.ENGLISH, "", true);
    }
}
