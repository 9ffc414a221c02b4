package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.common.PostalAddress;
import org.coalitionatlas.directory.RetiredParts.Retired;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

/** Places that closed and people who left: gone for everybody at once, and never lost. */
@DemoTest
class RetiredPartsTest {

    private static final String COORDINATOR = SignedInAs.COORDINATOR;
    private static final String MEMBER = SignedInAs.MEMBER_OF_LEGAL_AID;
    private static final String PERSON = "Quillon Vantreight";
    private static final String STREET = "77 Zinnia Parade";

    @Autowired private DirectoryCommands commands;
    @Autowired private DirectorySearch search;
    @Autowired private RetiredParts parts;
    @Autowired private RecordHistory history;
    @Autowired private Proposals proposals;
    @Autowired private ProviderFacts facts;
    @Autowired private DueRecords due;
    @Autowired private TrainingExpiries expiries;
    @Autowired private SignedInAs signedInAs;
    @Autowired private IndexCaughtUp index;
    @Autowired private MockMvc mvc;

    private UUID organization = new UUID(0, 0);
    private UUID contact = new UUID(0, 0);
    private UUID location = new UUID(0, 0);
    private UUID service = new UUID(0, 0);

    @BeforeEach
    void aPublishedServiceAtAPlaceWithAPerson() {
        signedInAs.run(
                COORDINATOR,
                () -> {
                    organization =
                            commands.addOrganization(
                                    OrganizationDraft.named(
                                            "Retiring " + UUID.randomUUID(), "other"));
                    contact = commands.addContact(organization, person(PERSON)).id();
                    location = commands.addLocation(organization, place()).id();
                    service =
                            commands.addService(
                                    organization,
                                    ServiceDraft.named("Clinic with a person")
                                            .meeting(
                                                    CodeSet.of(List.of("T9")),
                                                    Set.of(ServiceArea.county("17141")))
                                            .at(Set.of(location))
                                            .answeredBy(Set.of(contact)));
                    commands.publishOrganization(organization);
                    commands.publishService(service);
                });
        index.await();
    }

    @Test
    void whoLeftIsNowhereAndComesBackAsTheyWere() throws Exception {
        assertThat(page()).contains(PERSON);
        assertThat(found(PERSON)).isTrue();
        signedInAs.run(COORDINATOR, () -> parts.retire(RecordKind.CONTACT, contact));
        index.await();
        assertThat(page()).doesNotContain(PERSON, "815-555-0163");
        assertThat(found(PERSON)).isFalse();
        signedInAs.run(
                COORDINATOR,
                () -> {
                    assertThat(search.organization(organization).orElseThrow().contacts())
                            .isEmpty();
                    assertThat(commands.contacts(organization)).isEmpty();
                    assertThat(commands.service(service).draft().contactIds()).isEmpty();
                    assertThat(parts.of(organization))
                            .singleElement()
                            .satisfies(
                                    gone -> {
                                        assertThat(gone.id()).isEqualTo(contact);
                                        assertThat(gone.by()).isEqualTo("Elena Brandt");
                                        assertThat(gone.mayPutBack()).isTrue();
                                    });
                    parts.putBack(RecordKind.CONTACT, contact);
                    assertThat(parts.of(organization)).isEmpty();
                    assertThat(commands.service(service).draft().contactIds())
                            .containsExactly(contact);
                    assertThat(history.of(RecordKind.CONTACT, contact, 0))
                            .extracting(RecordChange::action)
                            .containsExactly(
                                    RecordAction.PUT_BACK,
                                    RecordAction.RETIRED,
                                    RecordAction.ADDED);
                });
        index.await();
        assertThat(page()).contains(PERSON);
        assertThat(found(PERSON)).isTrue();
    }

    @Test
    void aClosedPlaceIsOnNoPageAndInNoSearch() throws Exception {
        assertThat(page()).contains(STREET);
        assertThat(found("Zinnia")).isTrue();
        signedInAs.run(COORDINATOR, () -> parts.retire(RecordKind.LOCATION, location));
        index.await();
        assertThat(page()).doesNotContain("Zinnia");
        assertThat(found("Zinnia")).isFalse();
        assertThat(search.publishedService(service).orElseThrow().places()).isEmpty();
    }

    @Test
    void aServiceKeepsWhatIsRetiredWhenItsFormIsSaved() {
        signedInAs.run(
                COORDINATOR,
                () -> {
                    parts.retire(RecordKind.CONTACT, contact);
                    var shown = commands.service(service);
                    commands.reviseService(
                            service, shown.version(), shown.draft().describedAs("Mornings"));
                    parts.putBack(RecordKind.CONTACT, contact);
                    assertThat(commands.service(service).draft().contactIds())
                            .containsExactly(contact);
                });
    }

    @Test
    void aServiceIsNotLeftNowhere() {
        signedInAs.run(
                COORDINATOR,
                () -> {
                    UUID only =
                            commands.addService(
                                    organization,
                                    ServiceDraft.named("Only there").at(Set.of(location)));
                    parts.usedBy(RecordKind.LOCATION, location);
                    assertThat(parts.usedBy(RecordKind.LOCATION, location))
                            .containsExactly("Clinic with a person", "Only there");
                    commands.publishService(only);
                    assertThatThrownBy(() -> parts.retire(RecordKind.LOCATION, location))
                            .isInstanceOfSatisfying(
                                    InvalidValue.class,
                                    e -> {
                                        assertThat(e.messageKey())
                                                .isEqualTo("directory.retire.onlyPlace");
                                        assertThat(e.arguments()).containsExactly("Only there");
                                    });
                    assertThat(commands.locations(organization)).hasSize(1);
                    commands.archiveService(only);
                    parts.retire(RecordKind.LOCATION, location);
                    assertThat(commands.locations(organization)).isEmpty();
                });
    }

    @Test
    void nothingIsRetiredTwiceNorPutBackUnasked() {
        signedInAs.run(
                COORDINATOR,
                () -> {
                    assertThatThrownBy(() -> parts.putBack(RecordKind.CONTACT, contact))
                            .isInstanceOf(WrongState.class)
                            .hasMessage("directory.state.notRetired");
                    parts.retire(RecordKind.CONTACT, contact);
                    assertThatThrownBy(() -> parts.retire(RecordKind.CONTACT, contact))
                            .isInstanceOf(WrongState.class)
                            .hasMessage("directory.state.retired");
                });
    }

    @Test
    void whoeverHasTheFormOpenIsToldAndNothingIsSaved() {
        UUID waiting = ofLegalAid();
        Saved proposed =
                signedInAs.call(
                        MEMBER,
                        () -> commands.reviseContact(waiting, 0, person("Renamed by a member")));
        assertThat(proposed.waits()).isTrue();
        signedInAs.run(
                COORDINATOR,
                () -> {
                    parts.retire(RecordKind.CONTACT, waiting);
                    assertThatThrownBy(
                                    () ->
                                            commands.reviseContact(
                                                    waiting, 0, person("Somebody else")))
                            .isInstanceOf(WrongState.class)
                            .hasMessage("directory.state.retired");
                    assertThatThrownBy(
                                    () ->
                                            commands.verifyContact(
                                                    waiting, LocalDate.of(2026, 1, 1), "x", null))
                            .isInstanceOf(WrongState.class);
                    ProposalDetail detail = proposals.detail(proposed.id());
                    assertThatThrownBy(
                                    () ->
                                            proposals.approve(
                                                    proposed.id(),
                                                    detail.line().version(),
                                                    detail.recordVersion(),
                                                    null))
                            .isInstanceOf(WrongState.class);
                    proposals.sendBack(proposed.id(), detail.line().version(), "They left");
                });
    }

    @Test
    void aMemberRetiresAtOnceAndTakesBackOnlyWhatTheySaid() {
        UUID own = signedInAs.person(MEMBER).organizationId();
        UUID colleague = ofLegalAid();
        signedInAs.run(
                MEMBER,
                () -> {
                    parts.retire(RecordKind.CONTACT, colleague);
                    assertThat(commands.contacts(own)).noneMatch(c -> c.id().equals(colleague));
                    parts.putBack(RecordKind.CONTACT, colleague);
                });
        signedInAs.run(COORDINATOR, () -> parts.retire(RecordKind.CONTACT, colleague));
        signedInAs.run(
                MEMBER,
                () -> {
                    assertThat(parts.of(own))
                            .filteredOn(gone -> gone.id().equals(colleague))
                            .singleElement()
                            .extracting(Retired::mayPutBack)
                            .isEqualTo(false);
                    assertThatThrownBy(() -> parts.putBack(RecordKind.CONTACT, colleague))
                            .isInstanceOf(AccessDeniedException.class);
                });
    }

    @Test
    void whoMayNotWriteTheRecordRetiresAndReadsNothing() {
        for (String stranger : List.of(MEMBER, SignedInAs.COORDINATOR_OF_TWO)) {
            signedInAs.run(stranger, this::everythingIsRefused);
        }
        signedInAs.anonymously(
                () -> {
                    everythingIsRefused();
                    return true;
                });
    }

    private void everythingIsRefused() {
        List<Runnable> verbs =
                List.of(
                        () -> parts.retire(RecordKind.CONTACT, contact),
                        () -> parts.retire(RecordKind.LOCATION, location),
                        () -> parts.putBack(RecordKind.CONTACT, contact),
                        () -> parts.usedBy(RecordKind.LOCATION, location),
                        () -> parts.of(organization));
        for (Runnable verb : verbs) {
            assertThatThrownBy(verb::run).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void theirTrainingCountsNoMoreAndNobodyIsAskedAboutThem() {
        signedInAs.run(
                COORDINATOR,
                () -> {
                    assertThat(facts.trainedOn(LocalDate.now(ZoneOffset.UTC)))
                            .containsKey(organization);
                    assertThat(isDue()).isTrue();
                    parts.retire(RecordKind.CONTACT, contact);
                    assertThat(facts.trainedOn(LocalDate.now(ZoneOffset.UTC)))
                            .doesNotContainKey(organization);
                    assertThat(isDue()).isFalse();
                    assertThat(expiries.due())
                            .noneMatch(line -> line.organizationId().equals(organization));
                });
    }

    private boolean isDue() {
        return due.list(new DueRecords.Wanted(null, RecordKind.CONTACT, false), 0, 500).stream()
                .anyMatch(record -> record.id().equals(contact));
    }

    private UUID ofLegalAid() {
        return signedInAs.call(
                COORDINATOR,
                () ->
                        commands.addContact(
                                        signedInAs.person(MEMBER).organizationId(),
                                        person("Colleague " + UUID.randomUUID()))
                                .id());
    }

    private String page() throws Exception {
        return mvc.perform(get("/directory/services/" + service))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private boolean found(String words) {
        return search.searchPublished(SearchRequest.of(words)).hits().stream()
                .anyMatch(hit -> hit.service().id().equals(service));
    }

    private static ContactDraft person(String name) {
        return new ContactDraft(
                name,
                null,
                null,
                Audience.PUBLIC,
                List.of(
                        PhoneLine.of(
                                Phone.parse("815-555-0163"),
                                PhoneType.VOICE,
                                null,
                                Audience.PUBLIC)),
                List.of(
                        Training.taken(
                                TrainingTopic.IDENTIFICATION_RESPONSE,
                                LocalDate.now(java.time.ZoneOffset.UTC).minusMonths(2),
                                null)));
    }

    private static LocationDraft place() {
        return new LocationDraft(
                null,
                PostalAddress.of(STREET, null, "Rochelle", "IL", "61068"),
                null,
                null,
                AddressVisibility.FULL,
                null,
                OpeningHours.NOT_STATED,
                List.of());
    }
}
