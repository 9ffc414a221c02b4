package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.PostalAddress;
import org.coalitionatlas.identity.Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Who may not write a record is refused by the services themselves, whatever a screen shows. */
@DemoTest
class DirectoryDenialTest {

    private static final String ANONYMOUS = "anonymous";

    @Autowired private DirectoryCommands commands;
    @Autowired private DirectoryRecords records;
    @Autowired private SignedInAs signedInAs;

    private record Ids(UUID organization, UUID location, UUID contact, UUID service) {}

    private record Doors(DirectoryCommands commands, DirectoryRecords records) {}

    private static final OrganizationDraft ORGANIZATION =
            OrganizationDraft.named("Taken over", "other");
    private static final LocationDraft LOCATION =
            new LocationDraft(
                    "Taken over",
                    PostalAddress.of("9 Elsewhere Street", null, "Rockford", "IL", "61104"),
                    null,
                    null,
                    AddressVisibility.HIDDEN,
                    null,
                    OpeningHours.NOT_STATED,
                    List.of());
    private static final ContactDraft CONTACT =
            new ContactDraft("Taken over", null, null, Audience.MEMBERS, List.of(), List.of());
    private static final ServiceDraft SERVICE = ServiceDraft.named("Taken over");

    private static final Map<String, BiConsumer<Doors, Ids>> VERBS = new LinkedHashMap<>();

    static {
        verb("organization", (c, ids) -> c.organization(ids.organization));
        verb(
                "reviseOrganization",
                (c, ids) -> c.reviseOrganization(ids.organization, 0, ORGANIZATION));
        verb("publishOrganization", (c, ids) -> c.publishOrganization(ids.organization));
        verb("archiveOrganization", (c, ids) -> c.archiveOrganization(ids.organization));
        verb(
                "verifyOrganization",
                (c, ids) ->
                        c.verifyOrganization(
                                ids.organization, LocalDate.of(2026, 1, 1), "x", null));
        verb("addLocation", (c, ids) -> c.addLocation(ids.organization, LOCATION));
        verb("locations", (c, ids) -> c.locations(ids.organization));
        verb("reviseLocation", (c, ids) -> c.reviseLocation(ids.location, 0, LOCATION));
        verb("addContact", (c, ids) -> c.addContact(ids.organization, CONTACT));
        verb("contacts", (c, ids) -> c.contacts(ids.organization));
        verb("reviseContact", (c, ids) -> c.reviseContact(ids.contact, 0, CONTACT));
        verb(
                "verifyContact",
                (c, ids) -> c.verifyContact(ids.contact, LocalDate.of(2026, 1, 1), "x", null));
        verb("addService", (c, ids) -> c.addService(ids.organization, SERVICE));
        verb("service", (c, ids) -> c.service(ids.service));
        verb("services", (c, ids) -> c.services(ids.organization));
        verb("reviseService", (c, ids) -> c.reviseService(ids.service, 0, SERVICE));
        verb("publishService", (c, ids) -> c.publishService(ids.service));
        verb("archiveService", (c, ids) -> c.archiveService(ids.service));
        verb(
                "verifyService",
                (c, ids) -> c.verifyService(ids.service, LocalDate.of(2026, 1, 1), "x", null));
        verb("reportCapacity", (c, ids) -> c.reportCapacity(ids.service, Capacity.NOT_STATED));
        verb("submit", (c, ids) -> c.submit(RecordKind.SERVICE, ids.service));
        verb("withhold", (c, ids) -> c.withhold(RecordKind.SERVICE, ids.service, "Unsafe"));
        verb("record", (c, ids) -> c.record(RecordKind.CONTACT, ids.contact));
        verb(
                "restore",
                (c, ids) ->
                        c.restore(
                                RecordKind.LOCATION,
                                ids.location,
                                UUID.randomUUID(),
                                RecordChange.Side.AFTER,
                                0));
        VERBS.put("records.service", (doors, ids) -> doors.records.service(ids.service));
        VERBS.put(
                "records.organization",
                (doors, ids) -> doors.records.organization(ids.organization));
        VERBS.put(
                "records.asSeen",
                (doors, ids) -> doors.records.asSeen(ids.organization, Reader.MEMBERS));
        VERBS.put("records.servicesOf", (doors, ids) -> doors.records.servicesOf(ids.organization));
    }

    private static void verb(String name, BiConsumer<DirectoryCommands, Ids> verb) {
        VERBS.put(name, (doors, ids) -> verb.accept(doors.commands, ids));
    }

    static Stream<Arguments> verbsAndStrangers() {
        return VERBS.keySet().stream()
                .flatMap(
                        verb ->
                                Stream.of(
                                                SignedInAs.MEMBER_OF_LEGAL_AID,
                                                SignedInAs.COORDINATOR_OF_TWO,
                                                ANONYMOUS)
                                        .map(person -> Arguments.of(verb, person)));
    }

    @ParameterizedTest(name = "{0} is refused to {1}")
    @MethodSource("verbsAndStrangers")
    void everyVerbIsRefusedToWhoeverMayNotWriteTheRecord(String verb, String person) {
        Ids ids = organizationOfWinnebago();
        Runnable attempt = () -> VERBS.get(verb).accept(new Doors(commands, records), ids);
        assertThatThrownBy(() -> runAs(person, attempt)).isInstanceOf(AccessDeniedException.class);
        signedInAs.run(
                SignedInAs.COORDINATOR,
                () -> {
                    assertThat(commands.organization(ids.organization).draft().name())
                            .startsWith("Denial test");
                    assertThat(commands.services(ids.organization)).hasSize(1);
                    assertThat(commands.locations(ids.organization)).hasSize(1);
                    assertThat(commands.contacts(ids.organization)).hasSize(1);
                });
    }

    @ParameterizedTest
    @MethodSource("thoseWhoAddNoOrganizations")
    void membersAndTheUnknownAddNoOrganizations(String person) {
        assertThatThrownBy(() -> runAs(person, () -> commands.addOrganization(ORGANIZATION)))
                .isInstanceOf(AccessDeniedException.class);
    }

    static List<String> thoseWhoAddNoOrganizations() {
        return List.of(SignedInAs.MEMBER_OF_LEGAL_AID, SignedInAs.MEMBER_OF_SHELTER, ANONYMOUS);
    }

    @Test
    void theTableLeavesOutNoPublicVerb() {
        Set<String> tested = VERBS.keySet();
        assertThat(
                        Arrays.stream(DirectoryCommands.class.getDeclaredMethods())
                                .filter(method -> Modifier.isPublic(method.getModifiers()))
                                .filter(method -> !method.isSynthetic())
                                .map(Method::getName)
                                .filter(name -> !name.equals("addOrganization")))
                .isSubsetOf(tested);
    }

    @Test
    void aMemberReadsAndWritesTheirOwnButNeitherPublishesNorArchives() {
        UUID own = signedInAs.person(SignedInAs.MEMBER_OF_SHELTER).organizationId();
        signedInAs.run(
                SignedInAs.MEMBER_OF_SHELTER,
                () -> {
                    assertThatCode(() -> commands.organization(own)).doesNotThrowAnyException();
                    UUID service = commands.services(own).getFirst().id();
                    assertThatThrownBy(() -> commands.publishOrganization(own))
                            .isInstanceOf(AccessDeniedException.class);
                    assertThatThrownBy(() -> commands.archiveOrganization(own))
                            .isInstanceOf(AccessDeniedException.class);
                    assertThatThrownBy(() -> commands.publishService(service))
                            .isInstanceOf(AccessDeniedException.class);
                    assertThatThrownBy(() -> commands.archiveService(service))
                            .isInstanceOf(AccessDeniedException.class);
                });
    }

    @Test
    void anOrganizationWithProgramsCannotItselfBecomeAProgram() {
        signedInAs.run(
                SignedInAs.COORDINATOR,
                () -> {
                    UUID top = commands.addOrganization(OrganizationDraft.named("Top", "other"));
                    UUID middle = commands.addOrganization(partOf("Middle", null));
                    commands.addOrganization(partOf("Leaf", middle));
                    long version = commands.organization(middle).version();
                    assertThatThrownBy(
                                    () ->
                                            commands.reviseOrganization(
                                                    middle, version, partOf("Middle", top)))
                            .hasMessageContaining("invalid.parent");
                });
    }

    private static OrganizationDraft partOf(String name, UUID parent) {
        return new OrganizationDraft(
                name,
                null,
                "other",
                null,
                null,
                null,
                parent,
                Status.ACTIVE,
                Audience.PUBLIC,
                List.of());
    }

    private void runAs(String person, Runnable work) {
        if (person.equals(ANONYMOUS)) {
            signedInAs.anonymously(
                    () -> {
                        work.run();
                        return true;
                    });
        } else {
            signedInAs.run(person, work);
        }
    }

    // Elena coordinates Winnebago; Marcus does not.
    private Ids organizationOfWinnebago() {
        return signedInAs.call(
                SignedInAs.COORDINATOR,
                () -> {
                    UUID organization =
                            commands.addOrganization(
                                    OrganizationDraft.named(
                                            "Denial test " + UUID.randomUUID(), "other"));
                    UUID location = commands.addLocation(organization, LOCATION).id();
                    UUID contact = commands.addContact(organization, CONTACT).id();
                    UUID service =
                            commands.addService(
                                    organization,
                                    ServiceDraft.named("Service")
                                            .meeting(
                                                    CodeSet.of(List.of("A3")),
                                                    Set.of(ServiceArea.county("17201"))));
                    return new Ids(organization, location, contact, service);
                });
    }
}
