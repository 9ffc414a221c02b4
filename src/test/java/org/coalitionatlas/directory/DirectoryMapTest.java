package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.directory.DirectoryMap.CountyPlaces;
import org.coalitionatlas.directory.DirectoryMap.Pin;
import org.coalitionatlas.directory.DirectoryMap.Places;
import org.coalitionatlas.directory.ServiceView.OrganizationPart;
import org.coalitionatlas.directory.ServiceView.PlacePart;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.geography.Point;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.identity.CurrentPerson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A map tells of confidential places nothing but their county's number. */
@DemoTest
class DirectoryMapTest {

    private static final List<String> COUNTIES = List.of("17201", "17177", "17007");

    @Autowired private DirectoryMap map;
    @Autowired private DirectorySearch search;
    @Autowired private MapDrawing drawing;
    @Autowired private EntityManager entities;
    @Autowired private CurrentPerson currentPerson;
    @Autowired private ViewJson json;
    @Autowired private TransactionTemplate transactions;
    @Autowired private Geography geography;
    @Autowired private CoalitionProfile coalition;
    @Autowired private IndexCaughtUp index;
    @Autowired private SignedInAs signedInAs;

    @BeforeEach
    void everythingIsIndexed() {
        index.await();
    }

    @RepeatedTest(40)
    void where_confidential_places_are_changes_nothing_on_the_map(RepetitionInfo round) {
        var random = new Random(round.getCurrentRepetition());
        List<ServiceView> services = new ArrayList<>();
        List<ServiceView> moved = new ArrayList<>();
        List<ServiceView> without = new ArrayList<>();
        int confidential = 0;
        for (int i = 0; i < 25; i++) {
            List<PlacePart> places = new ArrayList<>();
            List<PlacePart> elsewhere = new ArrayList<>();
            List<PlacePart> open = new ArrayList<>();
            for (int j = random.nextInt(3); j >= 0; j--) {
                var visibility = AddressVisibility.values()[random.nextInt(3)];
                var id = new UUID(random.nextLong(), random.nextLong());
                String fips = COUNTIES.get(random.nextInt(COUNTIES.size()));
                PlacePart place = place(id, visibility, fips, random);
                places.add(place);
                if (visibility == AddressVisibility.FULL) {
                    elsewhere.add(place);
                    open.add(place);
                } else {
                    confidential++;
                    // Even a place that carries more than it should must not draw a pin.
                    elsewhere.add(place(id, visibility, fips, random));
                }
            }
            var id = new UUID(random.nextLong(), random.nextLong());
            services.add(service(id, i, places));
            moved.add(service(id, i, elsewhere));
            without.add(service(id, i, open));
        }
        Places shown = DirectoryMap.arrange(services, counties(), 0);
        Places other = DirectoryMap.arrange(moved, counties(), 0);
        Places openOnly = DirectoryMap.arrange(without, counties(), 0);

        assertThat(shown.counties()).isEqualTo(other.counties());
        assertThat(picture(shown)).isEqualTo(picture(other)).isEqualTo(picture(openOnly));
        assertThat(numbers(shown)).isEqualTo(numbers(other)).isEqualTo(numbers(openOnly));
        assertThat(shown.pins())
                .allMatch(
                        pin ->
                                pin.places().stream()
                                        .allMatch(
                                                at ->
                                                        at.place().visibility()
                                                                == AddressVisibility.FULL))
                .extracting(Pin::number)
                .isSorted();
        int places = shown.counties().stream().mapToInt(CountyPlaces::places).sum();
        int pinned = shown.counties().stream().mapToInt(CountyPlaces::pinned).sum();
        assertThat(places - pinned).isEqualTo(confidential);
    }

    @Test
    void the_public_map_of_the_demo_has_pins_for_whole_addresses_alone() {
        Places places = map.published(coalition.counties());
        assertThat(places.pins()).isNotEmpty();
        assertThat(places.pins())
                .allSatisfy(
                        pin -> {
                            assertThat(pin.places()).isNotEmpty();
                            pin.places()
                                    .forEach(
                                            at -> {
                                                assertThat(at.place().visibility())
                                                        .isEqualTo(AddressVisibility.FULL);
                                                assertThat(at.place().line1()).isNotNull();
                                                assertThat(at.services()).isNotEmpty();
                                            });
                        });
        assertThat(places.counties())
                .anySatisfy(county -> assertThat(county.places()).isGreaterThan(county.pinned()));
        String svg = drawing.svg(coalition.counties(), places.pins(), "Map", county -> null);
        assertThat(svg)
                .contains("id=\"pin-1\"", "class=\"county\"", "class=\"around\"")
                .doesNotContain("Court", "Wrenfield", "Oxbow", " style=", "http://localhost");
    }

    @Test
    void services_that_a_map_has_no_room_for_are_counted() {
        long all = left(1) + 1;
        assertThat(all).isGreaterThan(10);
        assertThat(left(7)).isEqualTo(all - 7);
        assertThat(left((int) all)).isZero();
        assertThat(map.published(coalition.counties()).left()).isZero();
    }

    private long left(int most) {
        var small = new DirectoryMap(entities, search, currentPerson, json, most);
        return Objects.requireNonNull(
                transactions.execute(status -> small.published(coalition.counties()).left()));
    }

    @Test
    void members_see_places_of_services_that_are_not_public_and_nobody_else_does() {
        Places anybody = map.of(SearchRequest.of(""), coalition.counties());
        Places coordinator =
                signedInAs.call(
                        SignedInAs.COORDINATOR,
                        () -> map.of(SearchRequest.of(""), coalition.counties()));
        assertThat(services(coordinator)).containsAll(services(anybody));
        assertThat(everyPlace(coordinator)).isGreaterThan(everyPlace(anybody));
    }

    @Test
    void the_map_shows_what_the_search_finds() {
        SearchRequest legal = SearchRequest.of("legal");
        Places places = map.of(legal, coalition.counties());
        List<UUID> found =
                search.search(legal).hits().stream().map(hit -> hit.service().id()).toList();
        assertThat(services(places)).isNotEmpty();
        assertThat(found).containsAnyElementsOf(services(places));
        assertThat(services(places).size())
                .isLessThan(services(map.published(coalition.counties())).size());
    }

    @Test
    void names_of_counties_are_written_above_the_pins_and_where_no_pin_is() {
        List<County> counties = coalition.counties();
        String svg = drawing.svg(counties, map.published(counties).pins(), "Map", county -> null);
        assertThat(svg.lastIndexOf("class=\"pin\""))
                .isPositive()
                .isLessThan(svg.indexOf("class=\"name"));
        List<double[]> pins =
                Pattern.compile("class=\"pin\"[^>]*translate\\(([\\d.]+) ([\\d.]+)\\)")
                        .matcher(svg)
                        .results()
                        .map(DirectoryMapTest::at)
                        .toList();
        assertThat(pins).hasSizeGreaterThan(10);
        List<MatchResult> names =
                Pattern.compile("class=\"name[^>]* x=\"([\\d.]+)\" y=\"([\\d.]+)\">([^<]+)<")
                        .matcher(svg)
                        .results()
                        .toList();
        assertThat(names).extracting(name -> name.group(3)).contains("Winnebago", "Boone", "Lee");
        for (MatchResult name : names) {
            double[] foot = at(name);
            // As wide as it is drawn on a phone.
            double half = name.group(3).length() * 6.5;
            assertThat(pins)
                    .as(name.group(3))
                    .noneMatch(
                            pin ->
                                    Math.abs(pin[0] - foot[0]) < half + 15
                                            && Math.abs(pin[1] - (foot[1] - 7)) < 7 + 15);
        }
    }

    private static double[] at(MatchResult found) {
        return new double[] {
            Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2))
        };
    }

    @Test
    void a_name_with_markup_cannot_break_out_of_the_picture() {
        String svg =
                drawing.svg(
                        counties(), List.of(), "\"><script>alert(1)</script>", county -> "a?b&c\"");
        assertThat(svg).doesNotContain("<script>").contains("a?b&amp;c&quot;");
    }

    private static int everyPlace(Places places) {
        return places.counties().stream().mapToInt(CountyPlaces::places).sum();
    }

    private static Set<UUID> services(Places places) {
        return places.pins().stream()
                .flatMap(pin -> pin.places().stream())
                .flatMap(at -> at.services().stream())
                .map(ServiceView::id)
                .collect(java.util.stream.Collectors.toSet());
    }

    private String picture(Places places) {
        return drawing.svg(counties(), places.pins(), "", county -> null);
    }

    private static List<String> numbers(Places places) {
        return places.pins().stream()
                .map(pin -> pin.number() + " " + pin.point() + " " + ids(pin))
                .toList();
    }

    private static List<UUID> ids(Pin pin) {
        return pin.places().stream().map(at -> at.place().id()).toList();
    }

    private List<County> counties() {
        return COUNTIES.stream().map(fips -> geography.county(fips).orElseThrow()).toList();
    }

    private PlacePart place(UUID id, AddressVisibility visibility, String fips, Random random) {
        Point middle = geography.county(fips).orElseThrow().center();
        var point =
                new Point(
                        middle.latitude() + (random.nextDouble() - 0.5) / 5,
                        middle.longitude() + (random.nextDouble() - 0.5) / 5);
        boolean full = visibility == AddressVisibility.FULL;
        return new PlacePart(
                id,
                "House " + random.nextInt(),
                random.nextInt(900) + " Elm Street",
                null,
                "Town",
                "IL",
                "61101",
                fips,
                point,
                full || random.nextBoolean(),
                visibility,
                null);
    }

    private static ServiceView service(UUID id, int number, List<PlacePart> places) {
        @Nullable String none = null;
        return new ServiceView(
                id,
                new OrganizationPart(new UUID(0, number), "Organization " + number, none, "ngo"),
                "Service " + number,
                none,
                none,
                none,
                none,
                Status.ACTIVE,
                Publication.PUBLISHED,
                Audience.PUBLIC,
                List.of("A3"),
                List.of(),
                false,
                List.of(),
                none,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                none,
                none,
                false,
                none,
                none,
                "America/Chicago",
                null,
                null,
                none,
                none,
                none,
                List.of(),
                places,
                List.of(),
                null,
                null,
                none,
                null);
    }
}
