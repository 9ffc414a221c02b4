package org.coalitionatlas.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.assessment.NeedAssignments.Assignment;
import org.coalitionatlas.assessment.NeedAssignments.Candidate;
import org.coalitionatlas.assessment.NeedAssignments.Waiting;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Needs given to people who may answer them. */
@DemoTest
class NeedAssignmentsTest {

    /** Outside the demo coalition. */
    private static final String SCOTT = "17171";

    private static final String CASS = "17017";

    @Autowired private NeedAssignments assignments;
    @Autowired private Assessments assessments;
    @Autowired private Cycles cycles;
    @Autowired private Taxonomy taxonomy;
    @Autowired private SignedInAs signedInAs;
    @Autowired private SqlStatements statements;

    @Test
    void whoever_is_asked_sees_it_until_something_is_said_and_nobody_else_is_forbidden() {
        UUID cycle = open(SCOTT);
        UUID me = signedInAs.person(SignedInAs.ADMINISTRATOR).id();
        LocalDate day = LocalDate.of(2030, 1, 31);
        run(() -> assignments.assign(cycle, List.of("L1", "L2", "L9"), me, day));
        assertThat(as(() -> assignments.of(cycle)))
                .extracting(Assignment::needCode)
                .containsExactly("L1", "L2", "L9");
        assertThat(waiting(SCOTT)).map(Waiting::needs).contains(3);
        assertThat(waiting(SCOTT)).map(Waiting::overdue).contains(false);

        run(() -> assessments.find(cycle, "L9", Finding.NOBODY, null));
        assertThat(waiting(SCOTT)).map(Waiting::needs).contains(2);
        run(() -> assessments.find(cycle, "L9", null, null));
        assertThat(waiting(SCOTT)).as("taken back").map(Waiting::needs).contains(3);

        run(() -> assignments.assign(cycle, List.of("L1"), me, LocalDate.of(2020, 1, 1)));
        assertThat(as(() -> assignments.of(cycle))).as("a new day, not a second one").hasSize(3);
        assertThat(waiting(SCOTT)).map(Waiting::overdue).contains(true);

        run(() -> assessments.find(cycle, "T1", Finding.NOBODY, null));
        run(() -> assignments.takeBack(cycle, List.of("L1", "L2"), me));
        assertThat(as(() -> assignments.of(cycle)))
                .extracting(Assignment::needCode)
                .containsExactly("L9");
    }

    @Test
    void a_closed_cycle_asks_nobody() {
        UUID cycle = open(CASS);
        UUID me = signedInAs.person(SignedInAs.ADMINISTRATOR).id();
        run(() -> assignments.assign(cycle, List.of("A1"), me, null));
        run(() -> cycles.close(cycle, cycles.of(CASS).getFirst().version()));
        assertThat(waiting(CASS)).isEmpty();
        assertThatThrownBy(() -> run(() -> assignments.assign(cycle, List.of("A2"), me, null)))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("cycle.problem.closed");
    }

    @Test
    void only_people_who_may_answer_in_the_county_are_asked() {
        UUID winnebago = winnebago();
        List<Candidate> candidates = as(() -> assignments.candidates(winnebago));
        assertThat(candidates)
                .extracting(Candidate::id)
                .contains(
                        signedInAs.person(SignedInAs.ADMINISTRATOR).id(),
                        signedInAs.person(SignedInAs.COORDINATOR).id(),
                        signedInAs.person(SignedInAs.MEMBER_OF_LEGAL_AID).id())
                .doesNotContain(signedInAs.person(SignedInAs.COORDINATOR_OF_TWO).id());
        UUID stranger = signedInAs.person(SignedInAs.COORDINATOR_OF_TWO).id();
        assertThatThrownBy(
                        () ->
                                run(
                                        () ->
                                                assignments.assign(
                                                        winnebago, List.of("A1"), stranger, null)))
                .hasMessageContaining("invitation.assign.cannotAnswer");
        UUID me = signedInAs.person(SignedInAs.ADMINISTRATOR).id();
        assertThatThrownBy(() -> run(() -> assignments.assign(winnebago, List.of(), me, null)))
                .hasMessageContaining("invitation.assign.none");
        assertThatThrownBy(() -> run(() -> assignments.assign(winnebago, List.of("X1"), me, null)))
                .hasMessageContaining("invalid.need");
    }

    @ParameterizedTest
    @ValueSource(strings = {SignedInAs.COORDINATOR_OF_TWO, SignedInAs.MEMBER_OF_LEGAL_AID})
    void nobody_but_the_countys_coordinators_assigns(String email) {
        UUID winnebago = winnebago();
        UUID me = signedInAs.person(email).id();
        List<Runnable> everyWay =
                List.of(
                        () -> assignments.candidates(winnebago),
                        () -> assignments.assign(winnebago, List.of("A1"), me, null),
                        () -> assignments.takeBack(winnebago, List.of("A1"), me));
        for (Runnable way : everyWay) {
            assertThatThrownBy(() -> signedInAs.run(email, way))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void all_33_needs_take_as_many_statements_as_one() {
        UUID cycle = open("17009");
        UUID me = signedInAs.person(SignedInAs.ADMINISTRATOR).id();
        List<String> all = taxonomy.needs().stream().map(Need::code).toList();
        int one = count(() -> assignments.assign(cycle, List.of("A1"), me, null));
        int many = count(() -> assignments.assign(cycle, all, me, null));
        assertThat(many).isEqualTo(one).isLessThanOrEqualTo(7);
        assertThat(count(() -> assignments.of(cycle))).isEqualTo(1);
        assertThat(count(() -> assignments.waiting())).isEqualTo(1);
        int back = count(() -> assignments.takeBack(cycle, all, me));
        assertThat(back).isLessThanOrEqualTo(4);
    }

    private int count(Runnable work) {
        return as(() -> statements.during(work).size());
    }

    private Optional<Waiting> waiting(String county) {
        return as(assignments::waiting).stream()
                .filter(one -> one.countyFips().equals(county))
                .findFirst();
    }

    private UUID open(String county) {
        return as(() -> assessments.open(county, assessments.currentCycle()));
    }

    private UUID winnebago() {
        return as(() -> assessments.worksheet("17201").orElseThrow().assessmentId());
    }

    private <T> T as(Supplier<T> work) {
        return signedInAs.call(SignedInAs.ADMINISTRATOR, work);
    }

    private void run(Runnable work) {
        signedInAs.run(SignedInAs.ADMINISTRATOR, work);
    }
}
