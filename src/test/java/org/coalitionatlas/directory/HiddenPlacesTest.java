package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.PostalAddress;
import org.coalitionatlas.directory.DirectoryImport.LocationRow;
import org.coalitionatlas.directory.DirectoryImport.Options;
import org.coalitionatlas.directory.DirectoryImport.OrganizationRow;
import org.coalitionatlas.directory.DirectoryImport.Outcome;
import org.coalitionatlas.directory.DirectoryImport.Result;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A hidden address is shown by no single person and by no file, whichever way they take. */
@DemoTest
class HiddenPlacesTest {

    private static final String COORDINATOR = SignedInAs.COORDINATOR;
    private static final String MEMBER = SignedInAs.MEMBER_OF_LEGAL_AID;
    private static final String SECOND = SignedInAs.ADMINISTRATOR;

    @Autowired private DirectoryCommands commands;
    @Autowired private DirectoryImport imports;
    @Autowired private Proposals proposals;
    @Autowired private RetiredParts parts;
    @Autowired private ImportedLookup lookup;
    @Autowired private SignedInAs signedInAs;

    @Test
    void writingTheHiddenAddressDownOnceMoreWaitsForASecondPerson() {
        UUID organization = organization();
        add(organization, place("41 Thistle Street", AddressVisibility.HIDDEN));
        Saved again = add(organization, place("41 Thistle St.", AddressVisibility.FULL));
        assertThat(again.waits()).isTrue();
        assertThat(places(organization)).containsExactly(AddressVisibility.HIDDEN);
        ProposalDetail detail = signedInAs.call(COORDINATOR, () -> proposals.detail(again.id()));
        assertThat(detail.line().kind()).isEqualTo(ProposalKind.DISCLOSURE);
        assertThatThrownBy(() -> approve(COORDINATOR, detail))
                .isInstanceOf(WrongState.class)
                .hasMessage("review.state.secondPerson");
        assertThat(places(organization)).containsExactly(AddressVisibility.HIDDEN);
        approve(SECOND, detail);
        assertThat(places(organization))
                .containsExactlyInAnyOrder(AddressVisibility.HIDDEN, AddressVisibility.FULL);
    }

    @Test
    void retiringTheHiddenPlaceOpensNoWayAroundIt() {
        UUID organization = organization();
        UUID hidden = add(organization, place("42 Thistle Street", AddressVisibility.HIDDEN)).id();
        signedInAs.run(COORDINATOR, () -> parts.retire(RecordKind.LOCATION, hidden));
        assertThat(add(organization, place("42 Thistle Street", AddressVisibility.FULL)).waits())
                .isTrue();
        assertThat(places(organization)).isEmpty();
    }

    @Test
    void anotherPlaceMayNotMoveToTheHiddenAddressUnseconded() {
        UUID organization = organization();
        add(organization, place("43 Thistle Street", AddressVisibility.HIDDEN));
        UUID office = add(organization, place("7 Office Park", AddressVisibility.FULL)).id();
        assertThat(revise(office, 0, place("43 Thistle Street", AddressVisibility.FULL)).waits())
                .isTrue();
        assertThat(revise(office, 0, place("8 Office Park", AddressVisibility.FULL)).waits())
                .isFalse();
    }

    @Test
    void whoeverDecidesAddsNoDisclosureToAnothersProposal() {
        UUID hidden = add(legalAid(), place("44 Thistle Street", AddressVisibility.HIDDEN)).id();
        LocationDraft remark =
                new LocationDraft(
                        "Night house",
                        place("44 Thistle Street", AddressVisibility.HIDDEN).address(),
                        null,
                        null,
                        AddressVisibility.HIDDEN,
                        "Ramp at the side",
                        OpeningHours.NOT_STATED,
                        List.of());
        Saved saved = signedInAs.call(MEMBER, () -> commands.reviseLocation(hidden, 0, remark));
        ProposalDetail detail = signedInAs.call(COORDINATOR, () -> proposals.detail(saved.id()));
        assertThat(detail.line().kind()).isEqualTo(ProposalKind.CHANGE);
        assertThatThrownBy(
                        () ->
                                signedInAs.run(
                                        COORDINATOR,
                                        () ->
                                                proposals.approveAs(
                                                        saved.id(),
                                                        detail.line().version(),
                                                        detail.recordVersion(),
                                                        place(
                                                                "44 Thistle Street",
                                                                AddressVisibility.FULL),
                                                        null)))
                .isInstanceOf(WrongState.class)
                .hasMessage("review.state.newDisclosure");
        approve(COORDINATOR, detail);
        LocationDraft after =
                (LocationDraft)
                        signedInAs.call(
                                COORDINATOR,
                                () -> commands.record(RecordKind.LOCATION, hidden).draft());
        assertThat(after.accessibility()).isEqualTo("Ramp at the side");
        assertThat(after.addressVisibility()).isEqualTo(AddressVisibility.HIDDEN);
    }

    @Test
    void aFileShowsNoHiddenAddressUnderItsOldKeyNorANewOne() {
        String source = "hidden-locations";
        take(source, organizationRow("o1", null));
        assertThat(
                        takeLocation(source, "l1", "45 Thistle Street", AddressVisibility.FULL)
                                .outcome())
                .isEqualTo(Outcome.CREATED);
        UUID location = lookup.locations(source, List.of("l1")).getFirst().id();
        revise(location, 0, place("45 Thistle Street", AddressVisibility.HIDDEN));
        assertDiscloses(takeLocation(source, "l1", "45 Thistle Street", AddressVisibility.FULL));
        assertDiscloses(
                takeLocation(source, "l1", "45 Thistle Street", AddressVisibility.CITY_ONLY));
        assertDiscloses(takeLocation(source, "l2", "45 Thistle Street", AddressVisibility.FULL));
        assertThat(lookup.locations(source, List.of("l2"))).isEmpty();
        assertThat(
                        takeLocation(source, "l1", "45 Thistle Street", AddressVisibility.HIDDEN)
                                .outcome())
                .isEqualTo(Outcome.UNCHANGED);
        UUID organization = lookup.organizations(source, List.of("o1")).getFirst().id();
        assertThat(places(organization)).containsExactly(AddressVisibility.HIDDEN);
    }

    @Test
    void aRowOfOrganizationsIsRejectedAsAWhole() {
        String source = "hidden-organizations";
        take(source, organizationRow("o2", null));
        UUID organization = lookup.organizations(source, List.of("o2")).getFirst().id();
        add(organization, place("46 Thistle Street", AddressVisibility.HIDDEN));
        assertDiscloses(
                take(
                        source,
                        new OrganizationRow(
                                "o2",
                                standing -> OrganizationDraft.named("Renamed by the file", "other"),
                                standing -> place("46 Thistle Street", AddressVisibility.FULL))));
        assertThat(
                        signedInAs.call(
                                COORDINATOR,
                                () -> commands.organization(organization).draft().name()))
                .isEqualTo("Imported house o2");
        assertThat(places(organization)).containsExactly(AddressVisibility.HIDDEN);
    }

    @Test
    void aRetiredPlaceIsNotBroughtBackByItsFile() {
        String source = "retired-locations";
        take(source, organizationRow("o1", null));
        takeLocation(source, "l9", "47 Thistle Street", AddressVisibility.FULL);
        UUID location = lookup.locations(source, List.of("l9")).getFirst().id();
        signedInAs.run(COORDINATOR, () -> parts.retire(RecordKind.LOCATION, location));
        takeLocation(source, "l9", "47 Thistle Street", AddressVisibility.FULL);
        UUID organization = lookup.organizations(source, List.of("o1")).getFirst().id();
        assertThat(places(organization)).isEmpty();
    }

    private static void assertDiscloses(Result result) {
        assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(result.problem())
                .extracting(InvalidValue::messageKey)
                .isEqualTo("invalid.import.discloses");
    }

    private Result takeLocation(
            String source, String key, String street, AddressVisibility visibility) {
        return signedInAs
                .call(
                        COORDINATOR,
                        () ->
                                imports.locations(
                                        options(source),
                                        List.of(
                                                new LocationRow(
                                                        key,
                                                        "o1",
                                                        "Imported house",
                                                        standing -> place(street, visibility)))))
                .getFirst();
    }

    private Result take(String source, OrganizationRow row) {
        return signedInAs
                .call(COORDINATOR, () -> imports.organizations(options(source), List.of(row)))
                .getFirst();
    }

    private static OrganizationRow organizationRow(
            String key, DirectoryImport.Patch<LocationDraft> place) {
        return new OrganizationRow(
                key, standing -> OrganizationDraft.named("Imported house " + key, "other"), place);
    }

    private static Options options(String source) {
        return new Options(source, false, true, "other", WhenAlike.ADD);
    }

    private void approve(String person, ProposalDetail detail) {
        signedInAs.run(
                person,
                () ->
                        proposals.approve(
                                detail.line().id(),
                                detail.line().version(),
                                detail.recordVersion(),
                                null));
    }

    private UUID organization() {
        return signedInAs.call(
                COORDINATOR,
                () ->
                        commands.addOrganization(
                                OrganizationDraft.named("Hides " + UUID.randomUUID(), "other")));
    }

    private UUID legalAid() {
        return signedInAs.person(MEMBER).organizationId();
    }

    private Saved add(UUID organization, LocationDraft place) {
        return signedInAs.call(COORDINATOR, () -> commands.addLocation(organization, place));
    }

    private Saved revise(UUID location, long version, LocationDraft place) {
        return signedInAs.call(
                COORDINATOR, () -> commands.reviseLocation(location, version, place));
    }

    private List<AddressVisibility> places(UUID organization) {
        return signedInAs.call(
                COORDINATOR,
                () ->
                        commands.locations(organization).stream()
                                .map(location -> location.draft().addressVisibility())
                                .toList());
    }

    private static LocationDraft place(String street, AddressVisibility visibility) {
        return new LocationDraft(
                null,
                PostalAddress.of(street, null, "Belvidere", "IL", "61008"),
                null,
                null,
                visibility,
                null,
                OpeningHours.NOT_STATED,
                List.of());
    }
}
