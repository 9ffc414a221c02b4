package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.OrganizationId;
import org.coalitionatlas.identity.People;
import org.coalitionatlas.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

/** Two records become one that keeps the best of both, and two again. */
@DemoTest
class MergesTest {

    private static final String COORDINATOR = SignedInAs.COORDINATOR;

    @Autowired DirectoryCommands commands;
    @Autowired DirectoryRecords records;
    @Autowired DirectorySearch search;
    @Autowired Merges merges;
    @Autowired RecordHistory history;
    @Autowired People people;
    @Autowired SignedInAs signedInAs;
    @Autowired IndexCaughtUp index;
    @Autowired JdbcTemplate jdbc;
    @Autowired MockMvc mvc;

    /** Two published organizations, the second with a service, a place and a person. */
    private final class Two {

        final UUID stays;
        final UUID goes;
        final UUID service;
        final UUID location;
        final UUID contact;

        Two(String name) {
            stays = published(name, "8155550701");
            goes = published(name + " Inc.", "8155550702");
            location =
                    call(
                            () ->
                                    commands.addLocation(
                                                    goes,
                                                    DuplicatesTest.place(
                                                            "9 Hidden Way",
                                                            AddressVisibility.HIDDEN))
                                            .id());
            contact =
                    call(
                            () ->
                                    commands.addContact(
                                                    goes,
                                                    new ContactDraft(
                                                            "Ana Reyes",
                                                            null,
                                                            null,
                                                            Audience.MEMBERS,
                                                            List.of(),
                                                            List.of()))
                                            .id());
            service = call(() -> commands.addService(goes, ServiceDraft.named(name + " intake")));
            run(() -> commands.publishService(service));
        }

        UUID merge() {
            return call(
                    () -> {
                        MergeCase seen = merges.look(RecordKind.ORGANIZATION, stays, goes);
                        return merges.merge(
                                RecordKind.ORGANIZATION,
                                stays,
                                seen.stays().version(),
                                goes,
                                seen.goes().version(),
                                merges.combined(seen, seen.best()));
                    });
        }
    }

    @Test
    void whatBelongsToTheOneThatGoesMovesAndTheBestOfBothIsKept() {
        var two = new Two("Marigold House");
        two.merge();
        run(
                () -> {
                    OrganizationDraft draft = commands.organization(two.stays).draft();
                    assertThat(draft.name()).isEqualTo("Marigold House");
                    assertThat(draft.phones())
                            .extracting(PhoneLine::number)
                            .containsExactly("+18155550701", "+18155550702");
                    assertThat(commands.service(two.service).organizationId()).isEqualTo(two.stays);
                    assertThat(commands.locations(two.stays))
                            .extracting(DirectoryCommands.Current::id)
                            .contains(two.location);
                    assertThat(commands.contacts(two.stays))
                            .extracting(DirectoryCommands.Current::id)
                            .contains(two.contact);
                    assertThat(commands.organization(two.goes).publication())
                            .isEqualTo(Publication.ARCHIVED);
                    assertThat(commands.services(two.goes)).isEmpty();
                    assertThat(records.movedTo(two.goes)).contains(two.stays);
                    assertThat(history.of(RecordKind.ORGANIZATION, two.stays, 0).getFirst())
                            .satisfies(
                                    change -> {
                                        assertThat(change.action()).isEqualTo(RecordAction.MERGED);
                                        assertThat(change.note()).isEqualTo("Marigold House Inc.");
                                        assertThat(change.before()).isNotEqualTo(change.after());
                                    });
                    assertThat(history.of(RecordKind.ORGANIZATION, two.goes, 0).getFirst())
                            .satisfies(
                                    change -> {
                                        assertThat(change.action()).isEqualTo(RecordAction.MERGED);
                                        assertThat(change.note()).isEqualTo("Marigold House");
                                    });
                });
        index.await();
        assertThat(search.publishedServicesOf(two.stays))
                .extracting(ServiceView::id)
                .containsExactly(two.service);
        assertThat(search.publishedOrganization(two.goes)).isEmpty();
    }

    @Test
    void aMergeIsTakenBackAsAWhole() {
        var two = new Two("Larkspur Center");
        OrganizationDraft before = call(() -> commands.organization(two.stays).draft());
        UUID merge = two.merge();
        run(() -> merges.separate(merge));
        run(
                () -> {
                    assertThat(commands.organization(two.stays).draft()).isEqualTo(before);
                    assertThat(commands.organization(two.goes).publication())
                            .isEqualTo(Publication.PUBLISHED);
                    assertThat(commands.service(two.service).organizationId()).isEqualTo(two.goes);
                    assertThat(commands.locations(two.goes)).hasSize(1);
                    assertThat(commands.contacts(two.goes)).hasSize(1);
                    assertThat(commands.locations(two.stays)).isEmpty();
                    assertThat(records.movedTo(two.goes)).isEmpty();
                    assertThat(history.of(RecordKind.ORGANIZATION, two.goes, 0).getFirst().action())
                            .isEqualTo(RecordAction.SEPARATED);
                    assertThatThrownBy(() -> merges.separate(merge))
                            .isInstanceOfSatisfying(
                                    InvalidValue.class,
                                    e ->
                                            assertThat(e.messageKey())
                                                    .isEqualTo("duplicates.problem.separated"));
                });
        index.await();
        assertThat(search.publishedServicesOf(two.goes)).hasSize(1);
        assertThat(search.publishedServicesOf(two.stays)).isEmpty();
    }

    @Test
    void whatOtherRoomsKeepFollowsAndGoesBack() {
        var two = new Two("Snowdrop Alliance");
        UUID partner = published("Snowdrop's partner", "8155550703");
        UUID person =
                signedInAs.call(
                        SignedInAs.ADMINISTRATOR,
                        () ->
                                people.add(
                                        "Speaker",
                                        Email.parse("snowdrop@example.org"),
                                        "snowdrops lean out of late snow",
                                        Role.MEMBER,
                                        new OrganizationId(two.goes),
                                        Set.of()));
        UUID partnership = Ids.newId();
        jdbc.update(
                "insert into partnership (id, version, provider_id, partner_id, kind, agreement)"
                        + " values (?, 0, ?, ?, 'REFERRAL', 'INFORMAL')",
                Ids.bytes(partnership),
                Ids.bytes(two.goes),
                Ids.bytes(partner));
        UUID held = Ids.newId();
        jdbc.update(
                "insert into contact_held (id, provider_id, holder_id, held_by) values (?,?,?,'x')",
                Ids.bytes(held),
                Ids.bytes(partner),
                Ids.bytes(two.goes));
        UUID alone = answer("T7", two.goes, "YES", null);
        UUID mine = answer("T8", two.stays, null, "NO");
        UUID theirs = answer("T8", two.goes, "YES", "YES");
        try {
            UUID merge = two.merge();
            assertThat(id("person", "organization_id", person)).isEqualTo(two.stays);
            assertThat(id("partnership", "provider_id", partnership)).isEqualTo(two.stays);
            assertThat(id("contact_held", "holder_id", held)).isEqualTo(two.stays);
            assertThat(id("assessment_answer", "provider_id", alone)).isEqualTo(two.stays);
            assertThat(said(mine))
                    .containsEntry("has_contact", "YES")
                    .containsEntry("partners", "NO");
            assertThat(id("assessment_answer", "provider_id", theirs)).isEqualTo(two.goes);
            run(() -> merges.separate(merge));
            assertThat(id("person", "organization_id", person)).isEqualTo(two.goes);
            assertThat(id("partnership", "provider_id", partnership)).isEqualTo(two.goes);
            assertThat(id("contact_held", "holder_id", held)).isEqualTo(two.goes);
            assertThat(id("assessment_answer", "provider_id", alone)).isEqualTo(two.goes);
            assertThat(said(mine))
                    .containsEntry("has_contact", null)
                    .containsEntry("partners", "NO");
        } finally {
            for (UUID row : List.of(alone, mine, theirs)) {
                jdbc.update("delete from assessment_answer where id = ?", Ids.bytes(row));
            }
            jdbc.update("delete from partnership where id = ?", Ids.bytes(partnership));
            jdbc.update("delete from contact_held where id = ?", Ids.bytes(held));
            jdbc.update("delete from person where id = ?", Ids.bytes(person));
        }
    }

    @Test
    void whatWasChangedSinceIsNamedInsteadOfBeingTakenBack() {
        var two = new Two("Foxglove Services");
        UUID merge = two.merge();
        run(() -> commands.verifyOrganization(two.stays, LocalDate.of(2026, 1, 5), "x", null));
        assertThatThrownBy(() -> run(() -> merges.separate(merge)))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        e -> {
                            assertThat(e.messageKey()).isEqualTo("duplicates.problem.changed");
                            assertThat(e.arguments()).containsExactly("Foxglove Services");
                        });
        assertThat(records.movedTo(two.goes)).contains(two.stays);
    }

    @Test
    void aServiceThatByNowUsesPlacesOfBothStandsInTheWay() {
        var two = new Two("Clover Network");
        UUID own = call(() -> commands.addService(two.stays, ServiceDraft.named("Clover desk")));
        UUID merge = two.merge();
        run(
                () ->
                        commands.reviseService(
                                own,
                                commands.service(own).version(),
                                ServiceDraft.named("Clover desk").at(Set.of(two.location))));
        assertThatThrownBy(() -> run(() -> merges.separate(merge)))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        e -> assertThat(e.arguments()).containsExactly("Clover desk"));
    }

    @Test
    void theOldPageLeadsToTheOneThatStaysUntilTheMergeIsTakenBack() throws Exception {
        var two = new Two("Thistle Project");
        UUID merge = two.merge();
        index.await();
        for (String base : List.of("", "/es")) {
            mvc.perform(get(base + "/directory/organizations/" + two.goes))
                    .andExpect(status().isMovedPermanently())
                    .andExpect(
                            header().string(
                                            "Location",
                                            base + "/directory/organizations/" + two.stays));
        }
        mvc.perform(get("/directory/organizations/" + two.stays)).andExpect(status().isOk());
        run(() -> merges.separate(merge));
        index.await();
        mvc.perform(get("/directory/organizations/" + two.goes)).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"suggest", "unsafe"})
    void whatIsWrongIsSaidOfTheOneThatStays(String form) throws Exception {
        var two = new Two("Foxglove " + form);
        UUID second =
                call(() -> commands.addService(two.goes, ServiceDraft.named("Foxglove desk")));
        run(() -> commands.publishService(second));
        MergeCase seen = call(() -> merges.look(RecordKind.SERVICE, two.service, second));
        call(
                () ->
                        merges.merge(
                                RecordKind.SERVICE,
                                two.service,
                                seen.stays().version(),
                                second,
                                seen.goes().version(),
                                merges.combined(seen, seen.best())));
        two.merge();
        index.await();
        for (String base : List.of("/directory/", "/es/directory/")) {
            leads(base + form + "/organizations/", two.goes, two.stays);
            leads(base + form + "/services/", second, two.service);
        }
        run(() -> commands.withhold(RecordKind.ORGANIZATION, two.stays, "Unsafe"));
        index.await();
        mvc.perform(get("/directory/" + form + "/organizations/" + two.goes))
                .andExpect(status().isNotFound())
                .andExpect(header().doesNotExist("Location"));
    }

    private void leads(String address, UUID from, UUID into) throws Exception {
        mvc.perform(get(address + from + "?sheet="))
                .andExpect(status().isMovedPermanently())
                .andExpect(header().string("Location", address + into + "?sheet="));
    }

    @Test
    void anOldPageSaysNothingOfARecordThatIsNotPublic() throws Exception {
        var two = new Two("Nettle House");
        two.merge();
        run(() -> commands.withhold(RecordKind.ORGANIZATION, two.stays, "Unsafe"));
        index.await();
        mvc.perform(get("/directory/organizations/" + two.goes))
                .andExpect(status().isGone())
                .andExpect(header().doesNotExist("Location"));
    }

    @Test
    void twoServicesOfOneOrganizationBecomeOne() throws Exception {
        UUID owner = published("Harebell Center", "8155550704");
        UUID stays = call(() -> commands.addService(owner, ServiceDraft.named("Night line")));
        UUID goes =
                call(
                        () ->
                                commands.addService(
                                        owner,
                                        ServiceDraft.named("Night-line")
                                                .reachedBy(DuplicatesTest.phones("8155550705"))
                                                .meeting(CodeSet.of(List.of("A1")), Set.of())));
        run(() -> List.of(stays, goes).forEach(commands::publishService));
        MergeCase seen = call(() -> merges.look(RecordKind.SERVICE, stays, goes));
        UUID merge =
                call(
                        () ->
                                merges.merge(
                                        RecordKind.SERVICE,
                                        stays,
                                        seen.stays().version(),
                                        goes,
                                        seen.goes().version(),
                                        merges.combined(seen, seen.best())));
        run(
                () -> {
                    ServiceDraft draft = commands.service(stays).draft();
                    assertThat(draft.name()).isEqualTo("Night line");
                    assertThat(draft.needs().codes()).containsExactly("A1");
                    assertThat(draft.phones()).hasSize(1);
                });
        index.await();
        mvc.perform(get("/directory/services/" + goes))
                .andExpect(header().string("Location", "/directory/services/" + stays));
        run(() -> merges.separate(merge));
        assertThat(call(() -> commands.service(goes).publication()))
                .isEqualTo(Publication.PUBLISHED);
        assertThat(call(() -> commands.service(stays).draft().phones())).isEmpty();
    }

    @Test
    void mergingNeverShowsARecordToMorePeople() {
        UUID open = published("Sorrel Outreach", "8155550706");
        UUID closed =
                call(
                        () -> {
                            UUID id =
                                    commands.addOrganization(
                                            new OrganizationDraft(
                                                    "Sorrel Outreach Inc",
                                                    null,
                                                    "other",
                                                    null,
                                                    null,
                                                    null,
                                                    null,
                                                    Status.ACTIVE,
                                                    Audience.COORDINATORS,
                                                    List.of()));
                            commands.publishOrganization(id);
                            return id;
                        });
        MergeCase seen = call(() -> merges.look(RecordKind.ORGANIZATION, open, closed));
        assertThat(seen.best()).containsEntry("audience", Take.OTHER);
        assertThatThrownBy(() -> merge(seen, Map.of("audience", Take.ONE)))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        e -> assertThat(e.messageKey()).isEqualTo("duplicates.problem.audience"));
    }

    @Test
    void contactsOfAnUnpublishedOrganizationDoNotAppearUnderThePublishedOne() {
        var pair = new ShownAndDraft("Tamarack Outreach", "8155550716");
        UUID contact = call(() -> commands.addContact(pair.draft, contact(Audience.MEMBERS)).id());
        pair.isRefused("duplicates.problem.hiddenPlaces");

        run(() -> commands.reviseContact(contact, 0, contact(Audience.COORDINATORS)));
        assertThat(pair.merge()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "CITY_ONLY"})
    void addressesOfAnUnpublishedOrganizationDoNotAppearUnderThePublishedOne(
            AddressVisibility visibility) {
        var pair = new ShownAndDraft("Butternut Alcove " + visibility, "8155550717");
        UUID place =
                call(
                        () ->
                                commands.addLocation(
                                                pair.draft,
                                                DuplicatesTest.place("9 Alder Row", visibility))
                                        .id());
        pair.isRefused("duplicates.problem.hiddenPlaces");

        run(
                () ->
                        commands.reviseLocation(
                                place,
                                0,
                                DuplicatesTest.place("9 Alder Row", AddressVisibility.HIDDEN)));
        assertThat(pair.merge()).isNotNull();
    }

    @Test
    void servicesOfAnUnpublishedOrganizationDoNotAppearUnderThePublishedOne() {
        var pair = new ShownAndDraft("Chokecherry Relay", "8155550718");
        UUID service =
                call(() -> commands.addService(pair.draft, ServiceDraft.named("Relay desk")));
        run(() -> commands.publishService(service));
        pair.isRefused("duplicates.problem.hiddenServices");

        run(() -> commands.archiveService(service));
        assertThat(pair.merge()).isNotNull();
        index.await();
        assertThat(search.publishedServicesOf(pair.shown)).isEmpty();
    }

    /** A published organization and a draft that looks like it. */
    private final class ShownAndDraft {

        final UUID shown;
        final UUID draft;

        ShownAndDraft(String name, String phone) {
            shown = published(name, phone);
            draft = call(() -> commands.addOrganization(DuplicatesTest.draft(name + " Inc", null)));
        }

        UUID merge() {
            MergeCase seen = call(() -> merges.look(RecordKind.ORGANIZATION, shown, draft));
            return MergesTest.this.merge(seen, Map.of());
        }

        void isRefused(String reason) {
            assertThatThrownBy(this::merge)
                    .isInstanceOfSatisfying(
                            InvalidValue.class, e -> assertThat(e.messageKey()).isEqualTo(reason));
        }
    }

    private static ContactDraft contact(Audience audience) {
        return new ContactDraft("Nell Tamarack", null, null, audience, List.of(), List.of());
    }

    @Test
    void aPublishedRecordDoesNotDisappearIntoADraft() {
        UUID draft =
                call(() -> commands.addOrganization(DuplicatesTest.draft("Yarrow Group", null)));
        UUID shown = published("Yarrow Group Inc", "8155550707");
        MergeCase seen = call(() -> merges.look(RecordKind.ORGANIZATION, draft, shown));
        assertThatThrownBy(() -> merge(seen, Map.of()))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        e -> assertThat(e.messageKey()).isEqualTo("duplicates.problem.hides"));
    }

    @Test
    void whoeverLookedAtAnOlderVersionMergesNothing() {
        var two = new Two("Heather Hall");
        MergeCase seen = call(() -> merges.look(RecordKind.ORGANIZATION, two.stays, two.goes));
        run(() -> commands.verifyOrganization(two.goes, LocalDate.of(2026, 1, 5), "x", null));
        assertThatThrownBy(() -> merge(seen, seen.best())).isInstanceOf(RecordChanged.class);
        assertThat(records.movedTo(two.goes)).isEmpty();
    }

    @Test
    void onlyCoordinatorsWhoMayWriteBothMergeAndSeparate() {
        var two = new Two("Primrose Path");
        run(
                () ->
                        commands.addLocation(
                                two.stays,
                                DuplicatesTest.place("1 Main Street", AddressVisibility.FULL)));
        MergeCase seen = call(() -> merges.look(RecordKind.ORGANIZATION, two.stays, two.goes));
        for (String stranger :
                List.of(SignedInAs.COORDINATOR_OF_TWO, SignedInAs.MEMBER_OF_LEGAL_AID)) {
            signedInAs.run(
                    stranger,
                    () -> {
                        assertThatThrownBy(
                                        () ->
                                                merges.look(
                                                        RecordKind.ORGANIZATION,
                                                        two.stays,
                                                        two.goes))
                                .isInstanceOf(AccessDeniedException.class);
                        assertThatThrownBy(
                                        () ->
                                                merges.merge(
                                                        RecordKind.ORGANIZATION,
                                                        two.stays,
                                                        seen.stays().version(),
                                                        two.goes,
                                                        seen.goes().version(),
                                                        seen.stays().draft()))
                                .isInstanceOf(AccessDeniedException.class);
                    });
        }
        UUID merge = two.merge();
        for (String stranger :
                List.of(SignedInAs.COORDINATOR_OF_TWO, SignedInAs.MEMBER_OF_LEGAL_AID)) {
            signedInAs.run(
                    stranger,
                    () ->
                            assertThatThrownBy(() -> merges.separate(merge))
                                    .isInstanceOf(AccessDeniedException.class));
        }
        assertThat(call(() -> merges.recent(500))).extracting(MergeLine::id).contains(merge);
        assertThat(signedInAs.call(SignedInAs.COORDINATOR_OF_TWO, () -> merges.recent(500)))
                .extracting(MergeLine::id)
                .doesNotContain(merge);
    }

    private UUID merge(MergeCase seen, Map<String, Take> takes) {
        return call(
                () ->
                        merges.merge(
                                seen.kind(),
                                seen.stays().id(),
                                seen.stays().version(),
                                seen.goes().id(),
                                seen.goes().version(),
                                merges.combined(seen, takes)));
    }

    private UUID published(String name, String phone) {
        return call(
                () -> {
                    UUID id = commands.addOrganization(DuplicatesTest.draft(name, phone));
                    commands.publishOrganization(id);
                    return id;
                });
    }

    private UUID answer(String need, UUID provider, String contact, String partners) {
        UUID id = Ids.newId();
        jdbc.update(
                "insert into assessment_answer (id, version, assessment_id, need_code,"
                        + " provider_id, has_contact, partners, answered_by, answered_at) select"
                        + " ?, 0, min(id), ?, ?, ?, ?, 'x', current_timestamp from assessment",
                Ids.bytes(id),
                need,
                Ids.bytes(provider),
                contact,
                partners);
        return id;
    }

    private UUID id(String table, String column, UUID row) {
        return Ids.of(
                jdbc.queryForObject(
                        "select " + column + " from " + table + " where id = ?",
                        byte[].class,
                        Ids.bytes(row)));
    }

    private Map<String, Object> said(UUID row) {
        return jdbc.queryForMap(
                "select has_contact, partners from assessment_answer where id = ?", Ids.bytes(row));
    }

    private <T> T call(java.util.function.Supplier<T> work) {
        return signedInAs.call(COORDINATOR, work);
    }

    private void run(Runnable work) {
        signedInAs.run(COORDINATOR, work);
    }
}
