package org.coalitionatlas.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.demand.SavedSearches.News;
import org.coalitionatlas.demand.SavedSearches.Saved;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.ServiceDraft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Saved searches belong to one person and tell each new service once. */
@DemoTest
class SavedSearchesTest {

    /** A need nobody of the demo meets there: Alexander County, at the other end of the state. */
    private static final String SEARCH = "need=L9&county=17003";

    private static final ServiceArea THERE = ServiceArea.county("17003");

    @Autowired SavedSearches searches;
    @Autowired SavedSearchRounds rounds;
    @Autowired Matches matches;
    @Autowired DirectoryCommands commands;
    @Autowired SignedInAs signedInAs;
    @Autowired IndexCaughtUp index;
    @Autowired JdbcTemplate jdbc;
    @Autowired SqlStatements sql;

    private UUID organization;

    @BeforeEach
    void anOrganization() {
        organization =
                signedInAs.call(
                        SignedInAs.ADMINISTRATOR,
                        () -> {
                            UUID id =
                                    commands.addOrganization(
                                            OrganizationDraft.named("Cairo Child Care", "other"));
                            commands.publishOrganization(id);
                            return id;
                        });
    }

    @AfterEach
    void leaveNothing() {
        jdbc.update("delete from saved_search_match");
        jdbc.update("delete from saved_search");
        signedInAs.run(SignedInAs.ADMINISTRATOR, () -> commands.archiveOrganization(organization));
        index.await();
    }

    @Test
    void a_service_published_after_the_search_was_saved_is_told_once() {
        publish("Before", THERE);
        save("Child care in Alexander", SEARCH);
        rounds.look();
        assertThat(news()).isEmpty();

        UUID later = publish("Later", THERE);
        publish("Elsewhere", ServiceArea.county("17201"));
        rounds.look();
        rounds.look();
        assertThat(news()).extracting(one -> one.service().id()).containsExactly(later);
        assertThat(news().getFirst().searches()).containsExactly("Child care in Alexander");
        assertThat(count()).isEqualTo(1);

        mine(() -> searches.seen());
        rounds.look();
        assertThat(news()).isEmpty();
        assertThat(count()).isZero();
    }

    @Test
    void a_service_of_two_searches_is_one_piece_of_news() {
        save("One", SEARCH);
        save("Two", "county=17003");
        UUID both = publish("Both", THERE);
        rounds.look();
        assertThat(news()).extracting(one -> one.service().id()).containsExactly(both);
        assertThat(news().getFirst().searches()).containsExactly("One", "Two");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void what_is_withdrawn_before_anybody_looked_is_no_news() {
        save("Child care", SEARCH);
        UUID service = publish("Soon gone", THERE);
        rounds.look();
        assertThat(count()).isEqualTo(1);
        signedInAs.run(SignedInAs.ADMINISTRATOR, () -> commands.archiveService(service));
        index.await();
        assertThat(news()).isEmpty();
        rounds.look();
        assertThat(count()).isZero();
    }

    @Test
    void a_draft_is_news_for_nobody_not_even_for_coordinators() {
        signedInAs.run(SignedInAs.COORDINATOR, () -> searches.save("Mine", SEARCH, true, false));
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () ->
                        commands.addService(
                                organization,
                                ServiceDraft.named("Draft")
                                        .meeting(CodeSet.of(List.of("L9")), Set.of(THERE))));
        index.await();
        rounds.look();
        assertThat(signedInAs.call(SignedInAs.COORDINATOR, () -> searches.countNews())).isZero();
    }

    @Test
    void nobody_else_sees_renames_or_deletes_a_search() {
        UUID id = save("Mine", SEARCH);
        assertThat(signedInAs.call(SignedInAs.COORDINATOR, () -> searches.list())).isEmpty();
        assertThatThrownBy(
                        () ->
                                signedInAs.run(
                                        SignedInAs.COORDINATOR, () -> searches.rename(id, "Ours")))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> signedInAs.run(SignedInAs.COORDINATOR, () -> searches.delete(id)))
                .isInstanceOf(InvalidValue.class);
        assertThat(list()).extracting(Saved::name).containsExactly("Mine");
    }

    @Test
    void a_search_can_be_renamed_quietened_and_deleted() {
        UUID id = save("First", SEARCH);
        mine(() -> searches.rename(id, "  Second "));
        mine(() -> searches.tell(id, false, true));
        assertThat(list())
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.name()).isEqualTo("Second");
                            assertThat(one.tellsNew()).isFalse();
                            assertThat(one.byMail()).isFalse();
                        });
        publish("Quiet", THERE);
        rounds.look();
        assertThat(count()).isZero();
        mine(() -> searches.tell(id, true, false));
        rounds.look();
        assertThat(count()).as("what was there when telling began again").isZero();
        mine(() -> searches.delete(id));
        assertThat(list()).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from saved_search_match", Integer.class))
                .isZero();
    }

    @Test
    void a_name_is_needed_and_fifty_are_enough() {
        assertThatThrownBy(() -> save(" ", SEARCH)).isInstanceOf(InvalidValue.class);
        for (int i = 0; i < SavedSearches.MOST; i++) {
            mine(() -> searches.save("Again", SEARCH, false, false));
        }
        assertThatThrownBy(() -> save("One more", SEARCH))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("seeking.invalid.most");
    }

    @Test
    void the_home_screen_asks_one_statement() {
        save("Child care", SEARCH);
        List<String> statements =
                signedInAs.call(
                        SignedInAs.MEMBER_OF_LEGAL_AID,
                        () -> sql.during(() -> searches.countNews()));
        assertThat(statements).hasSize(1);
    }

    @Test
    void one_message_a_day_tells_numbers_and_no_names() {
        save("Child care", SEARCH);
        publish("Secret Sparrow Nest", THERE);
        rounds.look();
        rounds.mail();
        publish("Another Nest", THERE);
        rounds.look();
        rounds.mail();
        List<String> bodies =
                jdbc.queryForList(
                        "select body from mail_message where purpose = 'SAVED_SEARCH' and"
                                + " recipient = ?",
                        String.class,
                        SignedInAs.MEMBER_OF_LEGAL_AID);
        assertThat(bodies).hasSize(1);
        assertThat(bodies.getFirst())
                .contains("Child care: 1 new service")
                .contains("/portal/saved")
                .doesNotContain("Sparrow");
        jdbc.update("delete from mail_message where purpose = 'SAVED_SEARCH'");
    }

    @Test
    void who_is_to_be_told_is_whoever_waits_longest_and_was_not_told_today() {
        save("Child care", SEARCH);
        UUID later =
                signedInAs.call(
                        SignedInAs.COORDINATOR,
                        () -> searches.save("Child care too", SEARCH, true, true));
        UUID closed =
                signedInAs.call(
                        SignedInAs.COORDINATOR_OF_TWO,
                        () -> searches.save("Child care three", SEARCH, true, true));
        publish("Waited for", THERE);
        rounds.look();
        UUID first = signedInAs.person(SignedInAs.MEMBER_OF_LEGAL_AID).id();
        UUID second = signedInAs.person(SignedInAs.COORDINATOR).id();
        UUID third = signedInAs.person(SignedInAs.COORDINATOR_OF_TWO).id();
        older(closed, 3);
        older(later, 2);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertThat(matches.peopleToMail(today, 9)).containsExactly(third, second, first);
        jdbc.update("update person set enabled = false where id = ?", Ids.bytes(third));
        try {
            assertThat(matches.peopleToMail(today, 9)).containsExactly(second, first);
            matches.tried(second, today);
            assertThat(matches.peopleToMail(today, 1)).containsExactly(first);
            assertThat(matches.peopleToMail(today.plusDays(1), 9)).containsExactly(second, first);
        } finally {
            jdbc.update("update person set enabled = true where id = ?", Ids.bytes(third));
        }
    }

    private void older(UUID search, int days) {
        jdbc.update(
                "update saved_search_match set found_at = ? where search_id = ? and state = 'NEW'",
                java.sql.Timestamp.from(Instant.now().minus(Duration.ofDays(days))),
                Ids.bytes(search));
    }

    private UUID save(String name, String address) {
        return signedInAs.call(
                SignedInAs.MEMBER_OF_LEGAL_AID, () -> searches.save(name, address, true, true));
    }

    private UUID publish(String name, ServiceArea area) {
        UUID id =
                signedInAs.call(
                        SignedInAs.ADMINISTRATOR,
                        () -> {
                            UUID service =
                                    commands.addService(
                                            organization,
                                            ServiceDraft.named(name)
                                                    .meeting(
                                                            CodeSet.of(List.of("L9")),
                                                            Set.of(area)));
                            commands.publishService(service);
                            return service;
                        });
        index.await();
        return id;
    }

    private List<News> news() {
        return signedInAs.call(SignedInAs.MEMBER_OF_LEGAL_AID, () -> searches.news());
    }

    private List<Saved> list() {
        return signedInAs.call(SignedInAs.MEMBER_OF_LEGAL_AID, () -> searches.list());
    }

    private long count() {
        return signedInAs.call(SignedInAs.MEMBER_OF_LEGAL_AID, () -> searches.countNews());
    }

    private void mine(Runnable work) {
        signedInAs.run(SignedInAs.MEMBER_OF_LEGAL_AID, work);
    }
}
