package org.coalitionatlas.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.Instruments;
import org.coalitionatlas.capacity.Item;
import org.coalitionatlas.capacity.Responses;
import org.coalitionatlas.capacity.Word;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.OrganizationId;
import org.coalitionatlas.common.OrganizationsMerged;
import org.coalitionatlas.common.OrganizationsSeparated;
import org.coalitionatlas.directory.ServiceArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Who is asked for what by when, who sees it, and what the figures count. */
@DemoTest
class RoundsTest {

    @Autowired private Rounds rounds;
    @Autowired private Cockpit cockpit;
    @Autowired private Responses responses;
    @Autowired private SignedInAs signedInAs;
    @Autowired private SqlStatements sql;
    @Autowired private JdbcClient jdbc;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private ApplicationContext product;

    private CockpitFixture made;

    @BeforeEach
    void make() {
        made = new CockpitFixture(product);
    }

    @Test
    void an_organization_is_asked_once_for_a_checklist_and_cycle() {
        UUID first = made.organization("Asked once");
        UUID second = made.organization("Asked later");
        String cycle = "Once " + UUID.randomUUID().toString().substring(0, 8);
        open(cycle, 10, first);
        var again = open(cycle, 20, first, second);
        assertThat(again.asked()).isEqualTo(1);
        assertThat(again.already()).isEqualTo(1);
        assertThatThrownBy(() -> open(cycle, 20, first, second))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("cockpit.problem.already");
        assertThat(picture(SignedInAs.ADMINISTRATOR, again.round()).asked())
                .extracting(Asked::organization)
                .containsExactly(second);
    }

    @Test
    void a_round_needs_somebody_to_ask_and_a_day_to_come() {
        UUID organization = made.organization("Rules");
        assertThatThrownBy(() -> open("Rules", -1, organization))
                .hasMessageContaining("cockpit.problem.past");
        assertThatThrownBy(() -> open("Rules", 1)).hasMessageContaining("cockpit.problem.nobody");
        assertThatThrownBy(() -> open(" ", 1, organization))
                .hasMessageContaining("invalid.missing");
        assertThatThrownBy(() -> open("x".repeat(41), 1, organization))
                .hasMessageContaining("invalid.tooLong");
    }

    @Test
    void a_due_date_moves_and_a_closed_round_is_no_longer_overdue() {
        UUID organization = made.organization("Late House");
        UUID round = made.round(3, organization);
        signedInAs.run(
                SignedInAs.COORDINATOR,
                () -> rounds.reschedule(round, 0, made.today().plusDays(5)));
        makeOverdue(round);
        assertThat(picture(SignedInAs.COORDINATOR, round).asked())
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.isOverdue()).isTrue();
                            assertThat(line.hasNeverAnswered()).isTrue();
                            assertThat(line.state()).isEqualTo(AnswerState.NOT_BEGUN);
                        });
        assertThatThrownBy(
                        () -> signedInAs.run(SignedInAs.COORDINATOR, () -> rounds.close(round, 0)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        signedInAs.run(SignedInAs.COORDINATOR, () -> rounds.close(round, 1));
        assertThat(picture(SignedInAs.COORDINATOR, round).asked())
                .singleElement()
                .satisfies(line -> assertThat(line.isOverdue()).isFalse());
        assertThatThrownBy(
                        () ->
                                signedInAs.run(
                                        SignedInAs.COORDINATOR,
                                        () ->
                                                rounds.ask(
                                                        round,
                                                        List.of(made.organization("Too late")))))
                .hasMessageContaining("cockpit.problem.closed");
        signedInAs.run(SignedInAs.COORDINATOR, () -> rounds.reopen(round, 2));
        assertThat(picture(SignedInAs.COORDINATOR, round).asked())
                .singleElement()
                .satisfies(line -> assertThat(line.isOverdue()).isTrue());
        signedInAs.run(SignedInAs.COORDINATOR, () -> rounds.close(round, 3));
    }

    @Test
    void a_coordinator_sees_and_asks_the_organizations_of_their_counties_only() {
        UUID boone = made.organization("Boone House", ServiceArea.county("17007"));
        UUID ogle = made.organization("Ogle House", ServiceArea.county("17141"));
        UUID state = made.organization("State Line", ServiceArea.state("IL"));
        UUID nowhere = made.organization("Unplaced House");
        UUID round = made.round(10, boone, ogle, state, nowhere);
        Picture seen = picture(SignedInAs.COORDINATOR_OF_TWO, round);
        assertThat(seen.asked())
                .extracting(Asked::organization)
                .containsExactlyInAnyOrder(boone, state, nowhere);
        assertThat(line(seen, boone).counties()).containsExactly("17007");
        assertThat(line(seen, state))
                .satisfies(
                        line -> {
                            assertThat(line.counties()).isEmpty();
                            assertThat(line.isWider()).isTrue();
                        });
        assertThat(line(seen, nowhere).isWider()).isFalse();
        assertThat(seen.changeable()).isEmpty();
        assertThat(seen.counties())
                .extracting(county -> county.county().fips())
                .containsExactlyInAnyOrder("17007", "17037");
        assertThatThrownBy(
                        () ->
                                signedInAs.run(
                                        SignedInAs.COORDINATOR_OF_TWO,
                                        () -> rounds.close(round, 0)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(
                        () ->
                                signedInAs.run(
                                        SignedInAs.COORDINATOR_OF_TWO,
                                        () ->
                                                rounds.open(
                                                        CockpitFixture.CHECKLIST,
                                                        "Not mine",
                                                        made.today(),
                                                        Set.of(ogle))))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(picture(SignedInAs.ADMINISTRATOR, round).changeable()).containsExactly(round);
    }

    @Test
    void members_are_refused_and_see_what_they_themselves_are_asked() {
        UUID organization = made.organization("Own House", ServiceArea.county("17141"));
        String member = made.member(organization, "Ana Pérez", Locale.ENGLISH);
        UUID round = made.round(12, organization, made.organization("Somebody else"));
        assertThatThrownBy(() -> picture(member, round)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> signedInAs.call(member, cockpit::overdue))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> signedInAs.call(member, rounds::members))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> signedInAs.run(member, () -> rounds.close(round, 0)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(signedInAs.call(member, cockpit::own))
                .extracting(Asked::organization)
                .containsExactly(organization);
        assertThat(signedInAs.call(SignedInAs.COORDINATOR, cockpit::own)).isEmpty();
        assertThat(signedInAs.call(SignedInAs.COORDINATOR, rounds::members)).contains(organization);
    }

    @Test
    void looking_at_the_questions_is_not_yet_begun_and_an_answer_is() {
        UUID organization = made.organization("Beginners");
        String member = made.member(organization, "Beatriz Soto", Locale.ENGLISH);
        UUID round = made.round(12, organization);
        String cycle = picture(SignedInAs.ADMINISTRATOR, round).asked().getFirst().round().cycle();
        UUID response =
                signedInAs.call(
                        member,
                        () -> responses.open(organization, CockpitFixture.CHECKLIST, cycle));
        assertThat(stateIn(round)).isEqualTo(AnswerState.NOT_BEGUN);
        signedInAs.run(
                member,
                () ->
                        responses.answer(
                                response,
                                new AnswerKey("role", AnswerKey.WHOLE),
                                new Word.Written(null, "A pantry")));
        assertThat(stateIn(round)).isEqualTo(AnswerState.IN_PROGRESS);
        assertThat(signedInAs.call(member, cockpit::own).getFirst().response()).isEqualTo(response);
    }

    @Test
    void what_was_handed_in_with_holes_says_how_many() {
        UUID organization = made.organization("Put off");
        String member = made.member(organization, "Carla Ruiz", Locale.ENGLISH);
        UUID round = made.round(12, organization);
        String cycle = picture(SignedInAs.ADMINISTRATOR, round).asked().getFirst().round().cycle();
        UUID response =
                signedInAs.call(
                        member,
                        () -> responses.open(organization, CockpitFixture.CHECKLIST, cycle));
        signedInAs.run(
                member,
                () -> {
                    product.getBean(Instruments.class)
                            .latest(CockpitFixture.CHECKLIST)
                            .items()
                            .flatMap(Item::places)
                            .forEach(p -> responses.answer(response, p, new Word.PutOff(true)));
                    responses.answer(
                            response,
                            new AnswerKey("role", AnswerKey.WHOLE),
                            new Word.Written(null, "A pantry"));
                });
        assertThat(picture(SignedInAs.ADMINISTRATOR, round).asked().getFirst().putOff())
                .as("while it is being filled in, that is progress")
                .isZero();
        signedInAs.run(member, () -> responses.submit(response));
        assertThat(picture(SignedInAs.ADMINISTRATOR, round).asked())
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.state()).isEqualTo(AnswerState.SUBMITTED);
                            assertThat(line.putOff()).isEqualTo(37);
                        });
    }

    @Test
    void the_demos_rounds_and_counties_are_counted_as_its_readme_says() {
        Picture open = picture(SignedInAs.COORDINATOR, null);
        Figures checklist = of(open, CockpitFixture.CHECKLIST);
        assertThat(checklist.asked()).isEqualTo(12);
        assertThat(checklist.in(AnswerState.SUBMITTED)).isEqualTo(1);
        assertThat(checklist.in(AnswerState.IN_PROGRESS)).isEqualTo(1);
        assertThat(checklist.overdue()).isZero();
        assertThat(checklist.percent()).isEqualTo(8);
        Figures review = of(open, "internal-capacity-review");
        assertThat(review.asked()).isEqualTo(5);
        assertThat(review.answered()).isEqualTo(1);
        assertThat(review.overdue()).isEqualTo(4);
        assertThat(open.counties())
                .filteredOn(county -> county.county().fips().equals("17177"))
                .singleElement()
                .satisfies(county -> assertThat(county.county().name()).contains("Stephenson"));
        assertThat(open.counties())
                .filteredOn(county -> county.county().fips().equals("17201"))
                .singleElement()
                .satisfies(
                        county -> {
                            assertThat(county.isOpen()).isTrue();
                            assertThat(county.dueOn()).isNotNull();
                            assertThat(county.disagreements())
                                    .isEqualTo(disputedOnTheSheet("17201"));
                        });
    }

    @Test
    void the_picture_takes_ten_statements_however_many_organizations_are_asked() {
        Collection<UUID> many = new HashSet<>(made.organizations(60, "Many"));
        UUID round = made.round(10, many.toArray(UUID[]::new));
        for (String person : List.of(SignedInAs.COORDINATOR, SignedInAs.ADMINISTRATOR)) {
            List<String> statements = sql.during(() -> picture(person, round));
            // Whoever is signed in was looked up before.
            assertThat(statements.stream().filter(s -> !s.contains("person")).toList())
                    .hasSizeLessThanOrEqualTo(10);
            assertThat(picture(person, round).asked()).hasSize(60);
        }
    }

    @Test
    void what_a_merged_organization_was_asked_the_other_is_asked_until_it_is_taken_back() {
        UUID twin = made.organization("Twin");
        UUID stays = made.organization("Stays");
        UUID round = made.round(10, twin);
        UUID merge = Ids.newId();
        var from = new OrganizationId(twin);
        var into = new OrganizationId(stays);
        events.publishEvent(new OrganizationsMerged(merge, from, into));
        assertThat(picture(SignedInAs.ADMINISTRATOR, round).asked())
                .extracting(Asked::organization)
                .containsExactly(stays);
        events.publishEvent(new OrganizationsSeparated(merge, from, into));
        assertThat(picture(SignedInAs.ADMINISTRATOR, round).asked())
                .extracting(Asked::organization)
                .containsExactly(twin);
    }

    private int disputedOnTheSheet(String county) {
        return signedInAs.call(
                SignedInAs.COORDINATOR,
                () ->
                        Math.toIntExact(
                                product
                                        .getBean(org.coalitionatlas.assessment.Assessments.class)
                                        .worksheet(county)
                                        .orElseThrow()
                                        .lines()
                                        .stream()
                                        .filter(line -> line.isDisputed())
                                        .count()));
    }

    private AnswerState stateIn(UUID round) {
        return picture(SignedInAs.ADMINISTRATOR, round).asked().getFirst().state();
    }

    private static Figures of(Picture picture, String instrument) {
        return Figures.of(
                picture.asked().stream()
                        .filter(
                                line ->
                                        line.round().instrumentCode().equals(instrument)
                                                && line.round().cycle().equals("2026"))
                        .toList());
    }

    private static Asked line(Picture picture, UUID organization) {
        return picture.asked().stream()
                .filter(line -> line.organization().equals(organization))
                .findFirst()
                .orElseThrow();
    }

    private Rounds.Opened open(String cycle, int dueInDays, UUID... asked) {
        return signedInAs.call(
                SignedInAs.COORDINATOR,
                () ->
                        rounds.open(
                                CockpitFixture.CHECKLIST,
                                cycle,
                                made.today().plusDays(dueInDays),
                                List.of(asked)));
    }

    private Picture picture(String person, @org.jspecify.annotations.Nullable UUID round) {
        return signedInAs.call(person, () -> cockpit.picture(round));
    }

    private void makeOverdue(UUID round) {
        jdbc.sql("update checklist_round set due_on = ? where id = ?")
                .params(made.today().minusDays(2), Ids.bytes(round))
                .update();
    }
}
