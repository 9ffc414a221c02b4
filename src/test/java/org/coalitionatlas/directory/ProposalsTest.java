package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.PostalAddress;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** How what people write becomes what is published. */
@DemoTest
class ProposalsTest {

    private static final String COORDINATOR = SignedInAs.COORDINATOR;
    private static final String MEMBER = SignedInAs.MEMBER_OF_LEGAL_AID;
    private static final Proposer STRANGER =
            new Proposer(null, "A reader", "reader@example.org", Locale.of("es"));

    @Autowired DirectoryCommands commands;
    @Autowired Proposals proposals;
    @Autowired UnsafeReports reports;
    @Autowired RecordHistory history;
    @Autowired SignedInAs signedInAs;

    @Test
    void whatAMemberWritesIntoAPublishedServiceWaitsAndNothingDisappears() {
        UUID service = publishedService("Visa clinic");
        Saved saved = rewrite(service, "Visa clinic on Fridays");
        assertThat(saved.waits()).isTrue();
        assertThat(nameOf(service)).isEqualTo("Visa clinic");
        ProposalDetail detail = detail(saved.id());
        assertThat(((ServiceDraft) detail.proposed()).name()).isEqualTo("Visa clinic on Fridays");
        approve(detail);
        assertThat(nameOf(service)).isEqualTo("Visa clinic on Fridays");
        assertThat(historyOf(service).getFirst())
                .satisfies(
                        change -> {
                            assertThat(change.action()).isEqualTo(RecordAction.ACCEPTED);
                            assertThat(change.note()).isEqualTo("Priya Raman");
                            assertThat(((ServiceDraft) change.before()).name())
                                    .isEqualTo("Visa clinic");
                        });
    }

    @Test
    void anApprovalTakesOverOnlyWhatTheMemberChanged() {
        UUID service = publishedService("Court companion");
        Saved saved = rewrite(service, "Court accompaniment");
        signedInAs.run(
                COORDINATOR,
                () -> {
                    var now = commands.service(service);
                    commands.reviseService(
                            service,
                            now.version(),
                            now.draft()
                                    .meeting(
                                            CodeSet.of(List.of("T7", "T13")), now.draft().areas()));
                });
        ProposalDetail detail = detail(saved.id());
        assertThat(detail.conflicts()).isEmpty();
        approve(detail);
        ServiceDraft after = signedInAs.call(COORDINATOR, () -> commands.service(service).draft());
        assertThat(after.name()).isEqualTo("Court accompaniment");
        assertThat(after.needs().codes()).containsExactly("T13", "T7");
    }

    @Test
    void aFieldThatBothChangedIsNamed() {
        UUID service = publishedService("Intake");
        Saved saved = rewrite(service, "Intake by phone");
        signedInAs.run(
                COORDINATOR,
                () ->
                        commands.reviseService(
                                service,
                                commands.service(service).version(),
                                named("Intake in person")));
        assertThat(detail(saved.id()).conflicts()).containsExactly("name");
    }

    @Test
    void nobodyApprovesWhatTheyHaveNotSeen() {
        UUID service = publishedService("Before");
        Saved saved = rewrite(service, "First");
        ProposalDetail seen = detail(saved.id());
        rewrite(service, "Second");
        assertThatThrownBy(() -> approve(seen)).isInstanceOf(RecordChanged.class);
        assertThat(nameOf(service)).isEqualTo("Before");
        approve(detail(saved.id()));
        assertThat(nameOf(service)).isEqualTo("Second");
    }

    @Test
    void aReturnedDraftComesBackWithTheReason() {
        UUID service = signedInAs.call(MEMBER, () -> commands.addService(legalAid(), named("New")));
        signedInAs.run(MEMBER, () -> commands.submit(RecordKind.SERVICE, service));
        assertThat(publicationOf(service)).isEqualTo(Publication.IN_REVIEW);
        ProposalLine line =
                signedInAs.call(COORDINATOR, () -> proposals.open()).stream()
                        .filter(open -> service.equals(open.recordId()))
                        .findFirst()
                        .orElseThrow();
        signedInAs.run(
                COORDINATOR,
                () -> proposals.sendBack(line.id(), line.version(), "Say which counties."));
        assertThat(publicationOf(service)).isEqualTo(Publication.DRAFT);
        assertThat(signedInAs.call(MEMBER, () -> proposals.ofOrganization(legalAid())))
                .anySatisfy(
                        ours -> {
                            assertThat(ours.id()).isEqualTo(line.id());
                            assertThat(ours.answer()).isEqualTo("Say which counties.");
                        });
        assertThatThrownBy(() -> approve(detail(line.id()))).isInstanceOf(WrongState.class);
    }

    @Test
    void publishingADraftThatWaitsSettlesItsProposal() {
        UUID service =
                signedInAs.call(MEMBER, () -> commands.addService(legalAid(), named("Straight")));
        signedInAs.run(MEMBER, () -> commands.submit(RecordKind.SERVICE, service));
        signedInAs.run(COORDINATOR, () -> commands.publishService(service));
        assertThat(signedInAs.call(COORDINATOR, () -> proposals.open()))
                .noneMatch(open -> service.equals(open.recordId()));
    }

    @Test
    void aHiddenAddressIsShownOnlyWhenASecondPersonAgrees() {
        UUID location =
                signedInAs.call(
                        COORDINATOR,
                        () ->
                                commands.addLocation(legalAid(), place(AddressVisibility.HIDDEN))
                                        .id());
        Saved saved =
                signedInAs.call(
                        COORDINATOR,
                        () ->
                                commands.reviseLocation(
                                        location,
                                        commands.record(RecordKind.LOCATION, location).version(),
                                        place(AddressVisibility.FULL)));
        assertThat(saved.waits()).isTrue();
        ProposalDetail detail = detail(saved.id());
        assertThat(detail.line().kind()).isEqualTo(ProposalKind.DISCLOSURE);
        assertThatThrownBy(() -> approve(detail))
                .isInstanceOfSatisfying(
                        WrongState.class,
                        state ->
                                assertThat(state.messageKey())
                                        .isEqualTo("review.state.secondPerson"));
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () ->
                        proposals.approve(
                                saved.id(), detail.line().version(), detail.recordVersion(), null));
        assertThat(
                        signedInAs.call(
                                COORDINATOR,
                                () ->
                                        ((LocationDraft)
                                                        commands.record(
                                                                        RecordKind.LOCATION,
                                                                        location)
                                                                .draft())
                                                .addressVisibility()))
                .isEqualTo(AddressVisibility.FULL);
    }

    @Test
    void aComplaintHidesTheRecordUntilACoordinatorLooked() {
        UUID service = publishedService("Drop-in");
        signedInAs.anonymously(
                () ->
                        reports.report(
                                RecordKind.SERVICE,
                                service,
                                UnsafeReason.PERSON,
                                "The page names a staff member's home.",
                                STRANGER));
        assertThat(publicationOf(service)).isEqualTo(Publication.WITHHELD);
        ProposalLine first = signedInAs.call(COORDINATOR, () -> proposals.open()).getFirst();
        assertThat(first.kind()).isEqualTo(ProposalKind.UNSAFE);
        UUID complaint =
                signedInAs.call(COORDINATOR, () -> proposals.open()).stream()
                        .filter(line -> service.equals(line.recordId()))
                        .map(ProposalLine::id)
                        .findFirst()
                        .orElseThrow();
        ProposalDetail detail = detail(complaint);
        signedInAs.run(
                COORDINATOR,
                () -> proposals.sendBack(complaint, detail.line().version(), "It is the office."));
        assertThat(publicationOf(service)).isEqualTo(Publication.PUBLISHED);
    }

    @Test
    void whatAStrangerProposesForAnUnknownOrganizationIsAddedAsADraft() {
        UUID id =
                signedInAs.anonymously(
                        () ->
                                proposals.suggest(
                                        new Suggestion(
                                                RecordKind.ORGANIZATION,
                                                null,
                                                null,
                                                "17201",
                                                OrganizationDraft.named("Suggested House", "other"),
                                                "They helped a friend of mine.",
                                                STRANGER)));
        ProposalDetail detail = detail(id);
        assertThat(detail.standing()).isNull();
        assertThat(detail.line().answerWanted()).isTrue();
        approve(detail);
        assertThatThrownBy(() -> approve(detail(id))).isInstanceOf(WrongState.class);
    }

    @Test
    void anEarlierVersionIsRestoredWithEverythingItSaid() {
        UUID service = publishedService("As it was");
        signedInAs.run(
                COORDINATOR,
                () ->
                        commands.reviseService(
                                service, commands.service(service).version(), named("Spoiled")));
        RecordChange spoiled = historyOf(service).getFirst();
        RecordChange before =
                historyOf(service).stream()
                        .filter(change -> change.action() == RecordAction.ADDED)
                        .findFirst()
                        .orElseThrow();
        assertThat(((ServiceDraft) spoiled.after()).name()).isEqualTo("Spoiled");
        signedInAs.run(
                COORDINATOR,
                () ->
                        commands.restore(
                                RecordKind.SERVICE,
                                service,
                                before.id(),
                                RecordChange.Side.AFTER,
                                commands.service(service).version()));
        assertThat(nameOf(service)).isEqualTo("As it was");
        assertThat(historyOf(service).getFirst().action()).isEqualTo(RecordAction.RESTORED);
    }

    @Test
    void aMemberDecidesNothingAndSeesNothingOfOthers() {
        UUID service = publishedService("Ours");
        Saved saved = rewrite(service, "Ours, rewritten");
        ProposalDetail detail = detail(saved.id());
        for (String other : List.of(MEMBER, SignedInAs.MEMBER_OF_SHELTER)) {
            assertThatThrownBy(
                            () ->
                                    signedInAs.run(
                                            other,
                                            () ->
                                                    proposals.approve(
                                                            saved.id(),
                                                            detail.line().version(),
                                                            detail.recordVersion(),
                                                            null)))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(
                        () ->
                                signedInAs.run(
                                        SignedInAs.MEMBER_OF_SHELTER,
                                        () -> proposals.detail(saved.id())))
                .isInstanceOf(AccessDeniedException.class);
        signedInAs.run(MEMBER, () -> proposals.withdraw(saved.id(), detail.line().version()));
        assertThat(nameOf(service)).isEqualTo("Ours");
    }

    @Test
    void whatWasProposedIsForgottenLongAfterTheDecisionWhichStays() {
        UUID service = publishedService("Long ago");
        Saved saved = rewrite(service, "Long ago, rewritten");
        approve(detail(saved.id()));

        proposals.forgetDraftsDecidedBefore(java.time.Instant.now().minusSeconds(3600));
        assertThat(detail(saved.id()).proposed()).as("decided a moment ago").isNotNull();
        proposals.forgetDraftsDecidedBefore(java.time.Instant.now().plusSeconds(3600));

        ProposalDetail after = detail(saved.id());
        assertThat(after.proposed()).isNull();
        assertThat(after.line().state()).isEqualTo(ProposalState.APPROVED);
        assertThat(after.line().recordLabel()).startsWith("Long ago");
        assertThat(historyOf(service).getFirst().action()).isEqualTo(RecordAction.ACCEPTED);
    }

    @Test
    void roomIsReportedAtOnce() {
        UUID service = publishedService("Beds");
        signedInAs.run(
                MEMBER,
                () ->
                        commands.reportCapacity(
                                service, Capacity.of(CapacityValue.WAITLIST, null, null)));
        assertThat(signedInAs.call(COORDINATOR, () -> commands.service(service).draft().capacity()))
                .isEqualTo(Capacity.of(CapacityValue.WAITLIST, null, null));
    }

    private UUID legalAid() {
        return signedInAs.person(MEMBER).organizationId();
    }

    private UUID publishedService(String name) {
        return signedInAs.call(
                COORDINATOR,
                () -> {
                    UUID id = commands.addService(legalAid(), named(name));
                    commands.publishService(id);
                    return id;
                });
    }

    private static ServiceDraft named(String name) {
        return ServiceDraft.named(name)
                .meeting(CodeSet.of(List.of("T7")), Set.of(ServiceArea.county("17201")));
    }

    private static LocationDraft place(AddressVisibility visibility) {
        return new LocationDraft(
                "Annex",
                PostalAddress.of("12 Elm Street", null, "Rockford", "IL", "61101"),
                null,
                null,
                visibility,
                null,
                OpeningHours.NOT_STATED,
                List.of());
    }

    private Saved rewrite(UUID service, String name) {
        return signedInAs.call(
                MEMBER,
                () ->
                        commands.reviseService(
                                service, commands.service(service).version(), named(name)));
    }

    private ProposalDetail detail(UUID id) {
        return signedInAs.call(COORDINATOR, () -> proposals.detail(id));
    }

    private void approve(ProposalDetail detail) {
        signedInAs.run(
                COORDINATOR,
                () ->
                        proposals.approve(
                                detail.line().id(),
                                detail.line().version(),
                                detail.recordVersion(),
                                null));
    }

    private String nameOf(UUID service) {
        return signedInAs.call(COORDINATOR, () -> commands.service(service).draft().name());
    }

    private Publication publicationOf(UUID service) {
        return signedInAs.call(COORDINATOR, () -> commands.service(service).publication());
    }

    private List<RecordChange> historyOf(UUID service) {
        return signedInAs.call(COORDINATOR, () -> history.of(RecordKind.SERVICE, service, 0));
    }
}
