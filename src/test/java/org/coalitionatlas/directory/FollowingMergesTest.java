package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What other rooms know of two records follows when they become one, and goes back with them. */
@DemoTest
class FollowingMergesTest {

    @Autowired DirectoryCommands commands;
    @Autowired Merges merges;
    @Autowired Proposals proposals;
    @Autowired Duplicates duplicates;
    @Autowired SignedInAs signedInAs;
    @Autowired IndexCaughtUp index;
    @Autowired JdbcTemplate jdbc;

    @Test
    void whoKnewAServiceKnowsTheOneItWasMergedInto() {
        UUID stays = service("Followed A");
        UUID goes = service("Followed B");
        UUID knows = search(goes, "SEEN");
        UUID both = search(goes, "SEEN");
        match(both, stays, "KNOWN");

        UUID merge = merge(RecordKind.SERVICE, stays, goes);
        assertThat(state(knows, stays)).containsExactly("SEEN");
        assertThat(state(both, stays)).containsExactly("KNOWN");

        run(() -> merges.separate(merge));
        assertThat(state(knows, stays)).isEmpty();
        assertThat(state(knows, goes)).containsExactly("SEEN");
        assertThat(state(both, stays)).containsExactly("KNOWN");
    }

    @Test
    void attemptsToVerifyAreThoseOfTheRecordThatStays() {
        UUID stays = service("Asked A");
        UUID goes = service("Asked B");
        UUID attempt = attempt(goes, RecordKind.SERVICE, owner());
        UUID merge = merge(RecordKind.SERVICE, stays, goes);
        assertThat(column("verification_attempt", "record_id", attempt)).isEqualTo(stays);
        run(() -> merges.separate(merge));
        assertThat(column("verification_attempt", "record_id", attempt)).isEqualTo(goes);
    }

    @Test
    void aRequestToAnOrganizationThatWentEndsAndOpensAgainWithIt() {
        UUID stays = organization("Requested One");
        UUID goes = organization("Requested Two");
        UUID attempt = attempt(goes, RecordKind.ORGANIZATION, goes);
        UUID request = Ids.newId();
        jdbc.update(
                "insert into verification_request (id, organization_id, email, locale, asked_by,"
                        + " asked_at, sent_count, last_sent_at) values (?, ?, 'a@b.example', 'en',"
                        + " 'x', current_timestamp, 1, current_timestamp)",
                Ids.bytes(request),
                Ids.bytes(goes));
        UUID merge = merge(RecordKind.ORGANIZATION, stays, goes);
        assertThat(outcome(request)).containsExactly("MERGED");
        assertThat(column("verification_attempt", "record_id", attempt)).isEqualTo(stays);
        assertThat(column("verification_attempt", "organization_id", attempt)).isEqualTo(stays);
        run(() -> merges.separate(merge));
        assertThat(outcome(request)).containsExactly((String) null);
        assertThat(column("verification_attempt", "organization_id", attempt)).isEqualTo(goes);
        jdbc.update("delete from verification_request where id = ?", Ids.bytes(request));
    }

    @Test
    void whatIsProposedForTheRecordThatGoesWaitsForTheOneThatStays() {
        UUID stays = service("Proposed A");
        UUID goes = service("Proposed B");
        Saved change =
                signedInAs.call(
                        SignedInAs.MEMBER_OF_LEGAL_AID,
                        () -> {
                            var current = commands.service(goes);
                            return commands.reviseService(
                                    goes,
                                    current.version(),
                                    current.draft().describedAs("Now on Fridays too."));
                        });
        UUID remark =
                signedInAs.call(
                        SignedInAs.COORDINATOR,
                        () ->
                                proposals.suggest(
                                        new Suggestion(
                                                RecordKind.SERVICE,
                                                goes,
                                                owner(),
                                                null,
                                                null,
                                                "The door is green.",
                                                new Proposer(null, "A", null, Locale.ENGLISH))));
        UUID merge = merge(RecordKind.SERVICE, stays, goes);
        run(
                () -> {
                    ProposalDetail detail = proposals.detail(change.id());
                    assertThat(detail.line().recordId()).isEqualTo(stays);
                    assertThat(((ServiceDraft) detail.proposed()).description())
                            .isEqualTo("Now on Fridays too.");
                    assertThat(((ServiceDraft) detail.proposed()).name()).isEqualTo("Proposed A");
                    assertThat(proposals.detail(remark).line().recordId()).isEqualTo(stays);
                    merges.separate(merge);
                    assertThat(proposals.detail(change.id()).line().recordId()).isEqualTo(goes);
                    assertThat(proposals.detail(remark).line().recordId()).isEqualTo(goes);
                });
    }

    @Test
    void theWishToPublishWhatGoesIsClosedInWordsAndOpenAgainAfterwards() {
        UUID stays = service("Wished A");
        UUID goes =
                signedInAs.call(
                        SignedInAs.MEMBER_OF_LEGAL_AID,
                        () -> {
                            UUID id = commands.addService(owner(), ServiceDraft.named("Wished B"));
                            commands.submit(RecordKind.SERVICE, id);
                            return id;
                        });
        UUID wish = open(goes);
        UUID merge = merge(RecordKind.SERVICE, stays, goes);
        run(
                () -> {
                    ProposalLine line = proposals.detail(wish).line();
                    assertThat(line.state()).isEqualTo(ProposalState.RETURNED);
                    assertThat(line.answer()).contains("merged into “Wished A”");
                    merges.separate(merge);
                    assertThat(proposals.detail(wish).line().state()).isEqualTo(ProposalState.OPEN);
                    assertThat(commands.service(goes).publication())
                            .isEqualTo(Publication.IN_REVIEW);
                });
    }

    @Test
    void aPairSavedAnywayIsNotOfferedAgain() {
        UUID known = organization("Sorrel Lane Shelter Project");
        index.await();
        UUID saved =
                signedInAs.call(
                        SignedInAs.COORDINATOR,
                        () -> {
                            OrganizationDraft draft =
                                    OrganizationDraft.named("Sorrel Lane Shelter Project", "other");
                            List<Lookalike> told = duplicates.like(draft);
                            assertThat(told).extracting(Lookalike::id).contains(known);
                            UUID id = commands.addOrganization(draft);
                            duplicates.savedAnyway(RecordKind.ORGANIZATION, id, told);
                            return id;
                        });
        assertThat(pairStates(saved)).containsExactly("DISMISSED");
    }

    @Test
    void whatAMemberSavesAnywayACoordinatorStillLooksAt() {
        UUID known = service("Twice Told");
        index.await();
        UUID saved =
                signedInAs.call(
                        SignedInAs.MEMBER_OF_LEGAL_AID,
                        () -> {
                            ServiceDraft draft = ServiceDraft.named("Twice Told");
                            List<Lookalike> told = duplicates.like(owner(), draft);
                            assertThat(told).extracting(Lookalike::id).contains(known);
                            UUID id = commands.addService(owner(), draft);
                            duplicates.savedAnyway(RecordKind.SERVICE, id, told);
                            return id;
                        });
        assertThat(pairStates(saved)).isEmpty();
    }

    // ---- help ----

    private UUID owner() {
        return signedInAs.person(SignedInAs.MEMBER_OF_LEGAL_AID).organizationId();
    }

    private UUID service(String name) {
        return signedInAs.call(
                SignedInAs.COORDINATOR,
                () -> {
                    UUID id =
                            commands.addService(
                                    owner(),
                                    ServiceDraft.named(name)
                                            .meeting(
                                                    CodeSet.of(List.of("T7")),
                                                    Set.of(ServiceArea.county("17201"))));
                    commands.publishService(id);
                    return id;
                });
    }

    private UUID organization(String name) {
        return signedInAs.call(
                SignedInAs.COORDINATOR,
                () -> {
                    UUID id = commands.addOrganization(OrganizationDraft.named(name, "other"));
                    commands.publishOrganization(id);
                    return id;
                });
    }

    private UUID merge(RecordKind kind, UUID stays, UUID goes) {
        return signedInAs.call(
                SignedInAs.COORDINATOR,
                () -> {
                    MergeCase seen = merges.look(kind, stays, goes);
                    return merges.merge(
                            kind,
                            stays,
                            seen.stays().version(),
                            goes,
                            seen.goes().version(),
                            seen.stays().draft());
                });
    }

    private UUID search(UUID service, String state) {
        UUID id = Ids.newId();
        jdbc.update(
                "insert into saved_search (id, version, person_id, name, address, tell_new,"
                        + " by_mail, matches, created_at, looked_at) values (?, 0, ?, 'x', 'q=x',"
                        + " false, false, 0, current_timestamp, current_timestamp)",
                Ids.bytes(id),
                Ids.bytes(signedInAs.person(SignedInAs.COORDINATOR).id()));
        match(id, service, state);
        return id;
    }

    private void match(UUID search, UUID service, String state) {
        jdbc.update(
                "insert into saved_search_match (search_id, service_id, state, mailed, found_at)"
                        + " values (?, ?, ?, true, current_timestamp)",
                Ids.bytes(search),
                Ids.bytes(service),
                state);
    }

    private List<String> state(UUID search, UUID service) {
        return jdbc.queryForList(
                "select state from saved_search_match where search_id = ? and service_id = ?",
                String.class,
                Ids.bytes(search),
                Ids.bytes(service));
    }

    private UUID attempt(UUID record, RecordKind kind, UUID organization) {
        UUID id = Ids.newId();
        jdbc.update(
                "insert into verification_attempt (id, record_id, record_kind, organization_id,"
                        + " made_at, made_by, outcome) values (?, ?, ?, ?, current_timestamp, 'x',"
                        + " 'UNREACHED')",
                Ids.bytes(id),
                Ids.bytes(record),
                kind.name(),
                Ids.bytes(organization));
        return id;
    }

    private UUID column(String table, String column, UUID row) {
        return Ids.of(
                jdbc.queryForObject(
                        "select " + column + " from " + table + " where id = ?",
                        byte[].class,
                        Ids.bytes(row)));
    }

    private List<String> outcome(UUID request) {
        return jdbc.queryForList(
                "select outcome from verification_request where id = ?",
                String.class,
                Ids.bytes(request));
    }

    private UUID open(UUID record) {
        return Ids.of(
                jdbc.queryForObject(
                        "select id from proposal where record_id = ? and proposal_state = 'OPEN'",
                        byte[].class,
                        Ids.bytes(record)));
    }

    private List<String> pairStates(UUID record) {
        return jdbc.queryForList(
                "select pair_state from duplicate_pair where one_id = ? or other_id = ?",
                String.class,
                Ids.bytes(record),
                Ids.bytes(record));
    }

    private void run(Runnable work) {
        signedInAs.run(SignedInAs.COORDINATOR, work);
    }
}
