package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.PostalAddress;
import org.coalitionatlas.directory.DirectoryMap.Pin;
import org.coalitionatlas.directory.DirectoryMap.Places;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.geography.Point;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/**
 * A place nobody has measured is at its address and nowhere else: the middle of its ZIP code orders
 * results, and is neither drawn nor handed on as if somebody stood there.
 */
@DemoTest
class PlacesWithoutPointTest {

    /** Teton County, Wyoming: the demo coalition has nothing there. */
    private static final String COUNTY = "56039";

    private static final String ZIP = "83001";
    private static final Point SQUARE = new Point(43.48013, -110.76188);

    @Autowired private DirectoryCommands commands;
    @Autowired private DirectorySearch search;
    @Autowired private DirectoryMap map;
    @Autowired private Geography geography;
    @Autowired private SignedInAs signedInAs;
    @Autowired private IndexCaughtUp index;
    @Autowired private JdbcClient jdbc;
    @Autowired private MockMvc mvc;

    private final List<UUID> organizations = new ArrayList<>();

    @AfterEach
    void takeThemOut() {
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> organizations.forEach(commands::archiveOrganization));
        index.await();
    }

    @Test
    void two_organizations_of_one_zip_code_do_not_get_each_others_address() throws Exception {
        Given first = published("Aspenglow", "10 Fir Lane", null);
        Given second = published("Bitterroot", "99 Sage Court", null);
        index.await();

        Places places = map.published(counties());
        assertThat(places.pins()).isEmpty();
        assertThat(places.counties().getFirst().places()).isEqualTo(2);
        assertThat(places.counties().getFirst().pinned()).isZero();
        assertThat(text("/directory/map?county=" + COUNTY))
                .doesNotContain("Fir Lane", "Sage Court");
        assertThat(text("/directory/services/" + first.service()))
                .contains("10 Fir Lane")
                .doesNotContain("99 Sage Court", "GeoCoordinates");
        assertThat(text("/directory/organizations/" + second.organization()))
                .contains("99 Sage Court")
                .doesNotContain("GeoCoordinates");
        assertThat(draft(first).point()).isNull();
        assertThat(draft(first).countyFips()).isEqualTo(COUNTY);
    }

    @Test
    void what_was_read_off_a_zip_code_before_is_not_taken_for_the_place_either() throws Exception {
        Given old = published("Coyotewillow", "12 Larch Road", SQUARE);
        Point middle = geography.zip(ZIP).orElseThrow().center();
        jdbc.sql("update location set latitude = ?, longitude = ? where id = ?")
                .params(middle.latitude(), middle.longitude(), Ids.bytes(old.place()))
                .update();
        touch(old);
        index.await();

        assertThat(map.published(counties()).pins()).isEmpty();
        assertThat(text("/directory/services/" + old.service())).doesNotContain("GeoCoordinates");
        assertThat(draft(old).point()).isNull();
    }

    @Test
    void distances_say_how_well_they_are_known() throws Exception {
        Given near = published("Driftbrook", "3 Elk Way", SQUARE);
        Given unknown = published("Emberfall", "5 Moose Way", null);
        index.await();

        Document page = Jsoup.parse(text("/directory?near=83014&sort=distance&county=" + COUNTY));
        assertThat(card(page, near).text()).containsPattern("\\b[0-9]+\\.[0-9] miles");
        assertThat(card(page, near).text()).doesNotContainPattern("about [0-9]+ miles?");
        assertThat(card(page, unknown).text()).containsPattern("about [0-9]+ miles?");
        assertThat(card(page, unknown).text()).doesNotContainPattern("[0-9]\\.[0-9] miles");
        assertThat(text("/directory/services/" + near.service())).contains("GeoCoordinates");
        assertThat(
                        search.searchPublished(nearby()).hits().stream()
                                .filter(hit -> hit.service().id().equals(unknown.service())))
                .singleElement()
                .satisfies(
                        hit -> {
                            assertThat(hit.miles()).isNotNull();
                            assertThat(hit.exact()).isFalse();
                        });
    }

    @Test
    void every_place_of_a_shared_pin_keeps_its_own_address() throws Exception {
        Given one = published("Foxhollow", "20 Town Square", SQUARE);
        Given other = published("Greenmantle", "22 Town Square", SQUARE);
        index.await();

        List<Pin> pins = map.published(counties()).pins();
        assertThat(pins).hasSize(1);
        assertThat(pins.getFirst().places())
                .extracting(at -> at.place().line1(), at -> at.services().getFirst().id())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("20 Town Square", one.service()),
                        org.assertj.core.groups.Tuple.tuple("22 Town Square", other.service()));

        Document page = Jsoup.parse(text("/directory/map?county=" + COUNTY));
        Element pin = page.selectFirst(".map-list li");
        assertThat(pin.select("p").eachText())
                .containsExactly(
                        "Foxhollow help Foxhollow Never verified",
                        "20 Town Square, Jackson",
                        "Greenmantle help Greenmantle Never verified",
                        "22 Town Square, Jackson");
    }

    private record Given(UUID organization, UUID place, UUID service) {}

    private Given published(String name, String street, @Nullable Point point) {
        return signedInAs.call(
                SignedInAs.ADMINISTRATOR,
                () -> {
                    UUID organization =
                            commands.addOrganization(OrganizationDraft.named(name, "other"));
                    organizations.add(organization);
                    UUID place = commands.addLocation(organization, place(street, point)).id();
                    commands.publishOrganization(organization);
                    ServiceDraft plain =
                            ServiceDraft.named(name + " help")
                                    .meeting(
                                            CodeSet.of(List.of("T7")),
                                            Set.of(ServiceArea.county(COUNTY)));
                    UUID service = commands.addService(organization, plain.at(Set.of(place)));
                    commands.publishService(service);
                    return new Given(organization, place, service);
                });
    }

    private LocationDraft draft(Given given) {
        return signedInAs.call(
                SignedInAs.ADMINISTRATOR,
                () -> (LocationDraft) commands.record(RecordKind.LOCATION, given.place()).draft());
    }

    /** Somebody saves the form as it stands, with a word more. */
    private void touch(Given given) {
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> {
                    var standing = commands.record(RecordKind.LOCATION, given.place());
                    LocationDraft was = (LocationDraft) standing.draft();
                    commands.reviseLocation(
                            given.place(),
                            standing.version(),
                            new LocationDraft(
                                    "Front door",
                                    was.address(),
                                    was.countyFips(),
                                    was.point(),
                                    was.addressVisibility(),
                                    was.accessibility(),
                                    was.hours(),
                                    was.phones()));
                });
    }

    private SearchRequest nearby() {
        SearchRequest all = SearchRequest.of("");
        return new SearchRequest(
                "",
                all.needs(),
                all.phases(),
                COUNTY,
                all.serves(),
                all.languages(),
                false,
                false,
                false,
                all.kinds(),
                new Point(43.6, -110.8),
                null,
                SearchRequest.Sort.DISTANCE,
                0,
                SearchRequest.MOST);
    }

    private static Element card(Document page, Given given) {
        return page.select("a[href*=/directory/services/" + given.service() + "]")
                .first()
                .closest("li, article");
    }

    private List<County> counties() {
        return List.of(geography.county(COUNTY).orElseThrow());
    }

    private String text(String address) throws Exception {
        var result = mvc.perform(get(URI.create(address))).andReturn();
        assertThat(result.getResponse().getStatus()).as(address).isEqualTo(200);
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static LocationDraft place(String street, @Nullable Point point) {
        return new LocationDraft(
                null,
                PostalAddress.of(street, null, "Jackson", "WY", ZIP),
                null,
                point,
                AddressVisibility.FULL,
                null,
                OpeningHours.NOT_STATED,
                List.of());
    }
}
