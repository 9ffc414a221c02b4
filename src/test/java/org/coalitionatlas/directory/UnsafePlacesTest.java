package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.PostalAddress;
import org.coalitionatlas.geography.Point;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Somebody says that a page tells where a confidential place is: nobody reads it anywhere. */
@DemoTest
class UnsafePlacesTest {

    /** Niobrara County, Wyoming: the demo coalition has nothing there. */
    private static final String COUNTY = "56027";

    private static final String STREET = "31 Quillfeather";
    private static final String WORD = "quillfeather";

    @Autowired private DirectoryCommands commands;
    @Autowired private Proposals proposals;
    @Autowired private UnsafeReports reports;
    @Autowired private DirectorySearch search;
    @Autowired private SignedInAs signedInAs;
    @Autowired private IndexCaughtUp index;
    @Autowired private JdbcClient jdbc;
    @Autowired private MockMvc mvc;

    private final List<UUID> organizations = new ArrayList<>();
    private UUID organization = new UUID(0, 0);
    private UUID place = new UUID(0, 0);
    private UUID reported = new UUID(0, 0);
    private UUID sibling = new UUID(0, 0);
    private UUID telling = new UUID(0, 0);
    private UUID neighbour = new UUID(0, 0);
    private UUID neighboursService = new UUID(0, 0);

    @BeforeEach
    void aStreetThatStandsInManyRecords() {
        jdbc.sql("delete from unsafe_report").update();
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> {
                    organization = organization("Larkmoor");
                    place = commands.addLocation(organization, place("Street")).id();
                    commands.publishOrganization(organization);
                    reported = service(organization, "Larkmoor beds", place, null);
                    sibling = service(organization, "Larkmoor meals", place, null);
                    telling =
                            service(
                                    organization,
                                    "Larkmoor rides",
                                    null,
                                    "We leave from " + STREET + " St. every morning.");
                    neighbour = organization("Merrowdale");
                    UUID same = commands.addLocation(neighbour, place("St.")).id();
                    commands.publishOrganization(neighbour);
                    neighboursService = service(neighbour, "Merrowdale desk", same, null);
                });
        index.await();
    }

    @AfterEach
    void takeThemOut() {
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> organizations.forEach(commands::archiveOrganization));
        index.await();
    }

    @Test
    void the_place_is_nowhere_until_a_coordinator_has_decided_and_back_when_it_is_safe()
            throws Exception {
        assertThat(everything()).contains(STREET);
        assertThat(page("/directory/map?county=" + COUNTY)).contains("id=\"pin-1\"", STREET);

        assertThat(report(reported)).isEqualTo(UnsafeReports.Outcome.HIDDEN);

        assertThat(everything()).doesNotContain(STREET);
        assertThat(page("/directory/organizations/" + organization)).contains("Larkmoor");
        assertThat(page("/directory/services/" + sibling)).contains("Larkmoor meals");
        assertThat(page("/directory/services/" + neighboursService)).contains("Merrowdale desk");
        assertThat(page("/directory/map?county=" + COUNTY)).doesNotContain("id=\"pin-1\"");
        assertThat(search.searchPublished(SearchRequest.of(WORD)).total()).isZero();
        signedInAs.run(
                SignedInAs.MEMBER_OF_LEGAL_AID,
                () -> {
                    assertThat(search.search(SearchRequest.of(WORD)).total()).isZero();
                    assertThat(search.service(sibling).orElseThrow().places())
                            .allMatch(part -> part.line1() == null && part.point() == null);
                });
        assertThat(search.publishedService(telling)).as("its text names the street").isEmpty();

        ProposalLine line = waiting(reported);
        Proposals.UnsafeCase done =
                signedInAs.call(SignedInAs.ADMINISTRATOR, () -> proposals.unsafeCase(line.id()));
        assertThat(done.shown()).isFalse();
        assertThat(done.hidden()).hasSize(3).contains("Larkmoor rides");
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> proposals.sendBack(line.id(), line.version(), "It is a public office."));
        index.await();

        for (UUID service : List.of(reported, sibling, telling, neighboursService)) {
            assertThat(page("/directory/services/" + service)).contains(STREET);
        }
        assertThat(page("/directory/organizations/" + organization)).contains(STREET);
        assertThat(page("/directory/map?county=" + COUNTY)).contains("id=\"pin-1\"", STREET);
        assertThat(search.searchPublished(SearchRequest.of(WORD)).total()).isEqualTo(4);
        assertThat(draft().addressVisibility()).isEqualTo(AddressVisibility.FULL);
    }

    @Test
    void a_place_that_is_unsafe_becomes_confidential_for_good() throws Exception {
        report(reported);
        ProposalLine line = waiting(reported);
        approve(line);
        index.await();
        assertThat(everything()).doesNotContain(STREET);
        assertThat(draft().addressVisibility()).isEqualTo(AddressVisibility.HIDDEN);
        assertThat(page("/directory/services/" + sibling)).contains("Larkmoor meals");
    }

    @Test
    void what_two_people_reported_is_shown_only_after_both_were_wrong() throws Exception {
        report(reported);
        report(sibling);
        ProposalLine first = waiting(reported);
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> proposals.sendBack(first.id(), first.version(), "An office."));
        index.await();
        assertThat(search.publishedService(reported)).isPresent();
        assertThat(everything()).doesNotContain(STREET);
        ProposalLine second = waiting(sibling);
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> proposals.sendBack(second.id(), second.version(), "An office."));
        index.await();
        assertThat(page("/directory/services/" + sibling)).contains(STREET);
        assertThat(page("/directory/services/" + telling)).contains(STREET);
    }

    @Test
    void what_one_of_two_reports_was_right_about_stays_out_of_sight() throws Exception {
        report(reported);
        report(sibling);
        approve(waiting(reported));
        ProposalLine other = waiting(sibling);
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> proposals.sendBack(other.id(), other.version(), "Meals are safe."));
        index.await();
        assertThat(everything()).doesNotContain(STREET);
        assertThat(search.publishedService(sibling)).isPresent();
        assertThat(search.publishedService(reported)).isEmpty();
        assertThat(search.publishedService(telling)).isEmpty();
    }

    @Test
    void a_report_about_the_organization_hides_its_places_too() throws Exception {
        signedInAs.anonymously(() -> report(RecordKind.ORGANIZATION, organization));
        index.await();
        assertThat(everything()).doesNotContain(STREET);
    }

    @Test
    void a_report_that_hid_nothing_hides_everything_when_a_coordinator_agrees() throws Exception {
        report(reported);
        ProposalLine wrong = waiting(reported);
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> proposals.sendBack(wrong.id(), wrong.version(), "An office."));
        index.await();
        assertThat(report(reported)).isEqualTo(UnsafeReports.Outcome.LOOKED_AT);
        assertThat(everything()).contains(STREET);
        ProposalLine right = waiting(reported);
        approve(right);
        index.await();
        assertThat(everything()).doesNotContain(STREET);
        assertThat(search.publishedService(reported)).isEmpty();
    }

    private String everything() throws Exception {
        var all = new StringBuilder();
        for (UUID service : List.of(reported, sibling, telling, neighboursService)) {
            all.append(page("/directory/services/" + service));
        }
        for (UUID owner : List.of(organization, neighbour)) {
            all.append(page("/directory/organizations/" + owner));
        }
        for (String list :
                List.of(
                        "/directory?county=" + COUNTY,
                        "/directory/county/" + COUNTY,
                        "/directory/map?county=" + COUNTY,
                        "/directory/county/" + COUNTY + "/changes.atom",
                        "/directory/call-sheet?ids=" + sibling)) {
            all.append(page(list));
        }
        return all.toString();
    }

    private UnsafeReports.Outcome report(UUID service) {
        // Whoever reports it is answered when nobody can read it any more: nothing is waited for.
        return signedInAs.anonymously(() -> report(RecordKind.SERVICE, service));
    }

    private UnsafeReports.Outcome report(RecordKind kind, UUID id) {
        return reports.report(
                kind,
                id,
                UnsafeReason.PLACE,
                "People hide there.",
                new Proposer(null, "A reader", null, Locale.ENGLISH));
    }

    private void approve(ProposalLine line) {
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () ->
                        proposals.approve(
                                line.id(),
                                line.version(),
                                proposals.detail(line.id()).recordVersion(),
                                null));
    }

    private ProposalLine waiting(UUID record) {
        return signedInAs.call(SignedInAs.ADMINISTRATOR, () -> proposals.open()).stream()
                .filter(line -> record.equals(line.recordId()))
                .findFirst()
                .orElseThrow();
    }

    private LocationDraft draft() {
        return signedInAs.call(
                SignedInAs.ADMINISTRATOR,
                () -> (LocationDraft) commands.record(RecordKind.LOCATION, place).draft());
    }

    private UUID organization(String name) {
        UUID id = commands.addOrganization(OrganizationDraft.named(name, "other"));
        organizations.add(id);
        return id;
    }

    private UUID service(UUID owner, String name, @Nullable UUID at, @Nullable String description) {
        UUID id =
                commands.addService(
                        owner,
                        ServiceDraft.named(name)
                                .describedAs(description)
                                .meeting(
                                        CodeSet.of(List.of("T7")),
                                        Set.of(ServiceArea.county(COUNTY)))
                                .at(at == null ? Set.of() : Set.of(at)));
        commands.publishService(id);
        return id;
    }

    private String page(String address) throws Exception {
        return mvc.perform(get(URI.create(address)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static LocationDraft place(String type) {
        return new LocationDraft(
                null,
                PostalAddress.of(STREET + " " + type, null, "Lusk", "WY", "82225"),
                null,
                new Point(42.76281, -104.45117),
                AddressVisibility.FULL,
                null,
                OpeningHours.NOT_STATED,
                List.of());
    }
}
