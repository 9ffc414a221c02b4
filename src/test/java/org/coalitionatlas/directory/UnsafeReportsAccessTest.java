package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/**
 * Whoever reports that a page is unsafe may do so because of the people who run the organization:
 * they learn that the record is hidden, not what was said, and cannot make the report go away.
 */
@DemoTest
class UnsafeReportsAccessTest {

    private static final String STAFF = SignedInAs.MEMBER_OF_LEGAL_AID;
    private static final String WORDS = "One of the staff told my husband where I was.";

    @Autowired DirectoryCommands commands;
    @Autowired Proposals proposals;
    @Autowired UnsafeReports reports;
    @Autowired RecordHistory history;
    @Autowired SignedInAs signedInAs;
    @Autowired JdbcClient jdbc;

    private UUID organization;
    private UUID service;
    private UUID report;

    @BeforeEach
    void aReportAboutAService() {
        jdbc.sql("delete from unsafe_report").update();
        organization = signedInAs.person(STAFF).organizationId();
        service =
                signedInAs.call(
                        SignedInAs.COORDINATOR,
                        () -> {
                            UUID id =
                                    commands.addService(
                                            organization,
                                            ServiceDraft.named("Night desk")
                                                    .meeting(
                                                            CodeSet.of(List.of("T7")),
                                                            Set.of(ServiceArea.county("17201"))));
                            commands.publishService(id);
                            return id;
                        });
        assertThat(reported()).isEqualTo(UnsafeReports.Outcome.HIDDEN);
        report =
                signedInAs.call(SignedInAs.COORDINATOR, () -> proposals.open()).stream()
                        .filter(line -> service.equals(line.recordId()))
                        .map(ProposalLine::id)
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void the_organization_reads_nothing_of_it() {
        assertThatThrownBy(() -> signedInAs.run(STAFF, () -> proposals.detail(report)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(signedInAs.call(STAFF, () -> proposals.ofOrganization(organization)))
                .extracting(ProposalLine::kind)
                .doesNotContain(ProposalKind.UNSAFE);
        assertThat(notes(STAFF)).noneMatch(note -> note.contains(WORDS));
    }

    @Test
    void coordinators_read_all_of_it() {
        assertThat(signedInAs.call(SignedInAs.COORDINATOR, () -> proposals.detail(report)).line())
                .satisfies(line -> assertThat(line.message()).contains(WORDS));
        assertThat(
                        signedInAs.call(
                                SignedInAs.COORDINATOR,
                                () -> proposals.ofOrganization(organization)))
                .extracting(ProposalLine::id)
                .contains(report);
        assertThat(notes(SignedInAs.COORDINATOR)).anyMatch(note -> note.contains(WORDS));
    }

    @Test
    void the_organization_cannot_make_it_go_away() {
        long version =
                signedInAs
                        .call(SignedInAs.COORDINATOR, () -> proposals.detail(report))
                        .line()
                        .version();
        assertThatThrownBy(() -> signedInAs.run(STAFF, () -> proposals.withdraw(report, version)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(signedInAs.call(SignedInAs.COORDINATOR, () -> proposals.detail(report)).line())
                .extracting(ProposalLine::state)
                .isEqualTo(ProposalState.OPEN);
    }

    @Test
    void only_a_decision_counts_as_a_look_at_it() {
        signedInAs.run(
                SignedInAs.COORDINATOR,
                () -> proposals.withdraw(report, proposals.detail(report).line().version()));
        signedInAs.run(SignedInAs.COORDINATOR, () -> commands.publishService(service));

        assertThat(reported())
                .as("the same complaint hides it again")
                .isEqualTo(UnsafeReports.Outcome.HIDDEN);
    }

    private UnsafeReports.Outcome reported() {
        return signedInAs.anonymously(
                () ->
                        reports.report(
                                RecordKind.SERVICE,
                                service,
                                UnsafeReason.OTHER,
                                WORDS,
                                new Proposer(null, "A reader", null, Locale.ENGLISH)));
    }

    private List<String> notes(String who) {
        return signedInAs
                .call(
                        who,
                        () ->
                                List.of(
                                        history.of(RecordKind.SERVICE, service, 0),
                                        history.ofOrganization(organization, 0)))
                .stream()
                .flatMap(List::stream)
                .map(change -> String.valueOf(change.note()))
                .toList();
    }
}
