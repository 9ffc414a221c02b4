package org.coalitionatlas.directory;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.directory.SearchRequest.Sort;
import org.coalitionatlas.directory.SearchResult.Facets;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.geography.Point;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every facet beside a plain count over the records its reader finds, and beside what choosing it
 * finds; every order beside the records themselves. For anybody and for a coordinator, who see
 * different records.
 */
@DemoTest
class FacetsAndOrdersTest {

    private static final String ANYBODY = "anybody";

    /** Winnebago, DeKalb, a county of the state outside the coalition, and one far away. */
    private static final List<String> COUNTIES = List.of("17201", "17037", "17031", "53033");

    private final Instant moment = Instant.now();

    @Autowired EntityManager entities;
    @Autowired CurrentPerson currentPerson;
    @Autowired QueryWords queryWords;
    @Autowired Geography geography;
    @Autowired ViewJson viewJson;
    @Autowired SearchPass pass;
    @Autowired Taxonomy taxonomy;
    @Autowired IndexCaughtUp index;
    @Autowired SignedInAs signedInAs;

    private DirectorySearch search;

    @BeforeEach
    void at_one_moment() {
        index.await();
        // A minute that ends between two searches would change what is open.
        search =
                new DirectorySearch(
                        entities,
                        currentPerson,
                        queryWords,
                        geography,
                        viewJson,
                        pass,
                        Clock.fixed(moment, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(strings = {ANYBODY, SignedInAs.COORDINATOR})
    void every_facet_counts_what_choosing_it_finds(String person) {
        for (Wish wish : List.of(Wish.ANYTHING, Wish.ANYTHING.in("17201"))) {
            SearchResult all = find(person, wish);
            List<ServiceView> views = every(person, wish);
            assertThat(views).hasSizeGreaterThan(50).hasSize((int) all.total());
            Facets facets = all.facets();

            isCounted(facets.needs(), views, ServiceView::needs, person, wish::needing);
            isCounted(facets.phases(), views, this::phases, person, wish::inPhase);
            isCounted(facets.serves(), views, this::serves, person, wish::serving);
            isCounted(facets.languages(), views, ServiceView::languages, person, wish::speaking);
            isCounted(
                    facets.kinds(),
                    views,
                    view -> List.of(view.organization().kind()),
                    person,
                    wish::ofKind);
            LocalDate today = LocalDate.ofInstant(moment, ZoneOffset.UTC);
            isCounted(
                    facets.openNow(),
                    views,
                    view -> view.openState(moment).isOpen(),
                    person,
                    wish.open(true, false, false));
            isCounted(
                    facets.always(),
                    views,
                    view -> view.active() && view.hours().isAlways(),
                    person,
                    wish.open(false, true, false));
            isCounted(
                    facets.trained(),
                    views,
                    view -> view.trainedOn(today),
                    person,
                    wish.open(false, false, true));
        }
        SearchResult all = find(person, Wish.ANYTHING);
        List<ServiceView> views = every(person, Wish.ANYTHING);
        for (String fips : COUNTIES) {
            County county = geography.county(fips).orElseThrow();
            List<String> covering = ServiceArea.codesCovering(county);
            isCounted(
                    all.facets().counties().of(county),
                    views,
                    view -> !Collections.disjoint(view.areas(), covering),
                    person,
                    Wish.ANYTHING.in(fips));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ANYBODY, SignedInAs.COORDINATOR})
    void the_nearest_come_first_and_what_has_no_place_last(String person) {
        Point origin = geography.zip("61104").orElseThrow().center();
        List<ServiceView> sorted = every(person, Wish.ANYTHING.sorted(Sort.DISTANCE, origin));
        assertThat(sorted)
                .extracting(ServiceView::id)
                .containsExactlyInAnyOrderElementsOf(ids(every(person, Wish.ANYTHING)));
        assertThat(sorted.stream().map(view -> miles(view, origin)).distinct().count())
                .as("different distances, of which one is none")
                .isGreaterThan(10);
        assertThat(miles(sorted.getLast(), origin)).isNull();
        inOrder(
                sorted,
                (one, next) -> {
                    Double here = miles(one, origin);
                    Double there = miles(next, origin);
                    if (here == null || there == null) {
                        assertThat(there).as("after one without a place").isNull();
                        return here == null;
                    }
                    // The index keeps a point to about a centimeter.
                    assertThat(here).isLessThan(there + 0.0001);
                    return here.equals(there);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {ANYBODY, SignedInAs.COORDINATOR})
    void the_last_verified_come_first_and_the_never_verified_last(String person) {
        List<ServiceView> sorted = every(person, Wish.ANYTHING.sorted(Sort.LAST_VERIFIED, null));
        assertThat(sorted)
                .extracting(ServiceView::id)
                .containsExactlyInAnyOrderElementsOf(ids(every(person, Wish.ANYTHING)));
        assertThat(sorted.stream().map(ServiceView::assuredOn).distinct()).hasSizeGreaterThan(5);
        inOrder(
                sorted,
                (one, next) -> {
                    LocalDate here = one.assuredOn();
                    LocalDate there = next.assuredOn();
                    if (here == null || there == null) {
                        assertThat(there).as("after one never verified").isNull();
                        return here == null;
                    }
                    assertThat(here).isAfterOrEqualTo(there);
                    return here.equals(there);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {ANYBODY, SignedInAs.COORDINATOR})
    void by_name_they_stand_as_in_a_list(String person) {
        inOrder(every(person, Wish.ANYTHING), (one, next) -> true);
    }

    private interface Alike {
        /** Whether nothing but the name is to order the two; fails where they stand wrong. */
        boolean test(ServiceView one, ServiceView next);
    }

    private static void inOrder(List<ServiceView> views, Alike alike) {
        assertThat(views).hasSizeGreaterThan(SearchRequest.MOST / 2);
        for (int i = 1; i < views.size(); i++) {
            ServiceView one = views.get(i - 1);
            ServiceView next = views.get(i);
            if (alike.test(one, next)) {
                assertThat(Texts.folded(one.name()))
                        .as("before %s", next.name())
                        .isLessThanOrEqualTo(Texts.folded(next.name()));
            }
        }
    }

    private static @Nullable Double miles(ServiceView view, Point origin) {
        return view.places().stream()
                .flatMap(place -> Stream.ofNullable(place.point()))
                .map(origin::milesTo)
                .min(Double::compare)
                .orElse(null);
    }

    private void isCounted(
            Map<String, Long> facet,
            List<ServiceView> views,
            Function<ServiceView, Collection<String>> values,
            String person,
            Function<String, Wish> chosen) {
        Map<String, Long> plain =
                views.stream()
                        .flatMap(view -> values.apply(view).stream().distinct())
                        .collect(groupingBy(value -> value, counting()));
        assertThat(plain).hasSizeGreaterThan(1);
        assertThat(facet).as("for %s", person).isEqualTo(plain);
        plain.forEach(
                (value, count) ->
                        assertThat(find(person, chosen.apply(value)).total())
                                .as("%s for %s", value, person)
                                .isEqualTo(count));
    }

    private void isCounted(
            long facet,
            List<ServiceView> views,
            Predicate<ServiceView> plain,
            String person,
            Wish chosen) {
        long count = views.stream().filter(plain).count();
        assertThat(facet).as("%s for %s", chosen, person).isEqualTo(count);
        assertThat(find(person, chosen).total()).as("%s for %s", chosen, person).isEqualTo(count);
    }

    private List<String> phases(ServiceView view) {
        return view.needs().stream()
                .flatMap(code -> taxonomy.need(code).stream())
                .map(need -> need.phase().code())
                .toList();
    }

    private List<String> serves(ServiceView view) {
        return Stream.concat(view.accepts().stream(), view.populations().stream()).toList();
    }

    private static List<java.util.UUID> ids(List<ServiceView> views) {
        return views.stream().map(ServiceView::id).toList();
    }

    private List<ServiceView> every(String person, Wish wish) {
        var views = new ArrayList<ServiceView>();
        for (int page = 0; ; page++) {
            SearchResult result = find(person, wish, page);
            result.hits().forEach(hit -> views.add(hit.service()));
            if (result.hits().isEmpty() || views.size() >= result.total()) {
                return views;
            }
        }
    }

    private SearchResult find(String person, Wish wish) {
        return find(person, wish, 0);
    }

    private SearchResult find(String person, Wish wish, int page) {
        // Small pages: an order must hold from one page to the next.
        SearchRequest request = wish.request().with(page, 20, wish.openNow());
        return person.equals(ANYBODY)
                ? search.searchPublished(request)
                : signedInAs.call(person, () -> search.search(request));
    }

    /** A search with at most one value of each filter. */
    private record Wish(
            Set<String> needs,
            Set<String> phases,
            @Nullable String county,
            Set<String> serves,
            Set<String> languages,
            boolean openNow,
            boolean always,
            boolean trained,
            Set<String> kinds,
            Sort sort,
            @Nullable Point origin) {

        static final Wish ANYTHING =
                new Wish(
                        Set.of(), Set.of(), null, Set.of(), Set.of(), false, false, false, Set.of(),
                        Sort.NAME, null);

        Wish needing(String need) {
            return with(Set.of(need), phases, county, serves, languages, kinds);
        }

        Wish inPhase(String phase) {
            return with(needs, Set.of(phase), county, serves, languages, kinds);
        }

        Wish in(String fips) {
            return with(needs, phases, fips, serves, languages, kinds);
        }

        Wish serving(String value) {
            return with(needs, phases, county, Set.of(value), languages, kinds);
        }

        Wish speaking(String language) {
            return with(needs, phases, county, serves, Set.of(language), kinds);
        }

        Wish ofKind(String kind) {
            return with(needs, phases, county, serves, languages, Set.of(kind));
        }

        private Wish with(
                Set<String> otherNeeds,
                Set<String> otherPhases,
                @Nullable String otherCounty,
                Set<String> otherServes,
                Set<String> otherLanguages,
                Set<String> otherKinds) {
            return new Wish(
                    otherNeeds,
                    otherPhases,
                    otherCounty,
                    otherServes,
                    otherLanguages,
                    openNow,
                    always,
                    trained,
                    otherKinds,
                    sort,
                    origin);
        }

        Wish open(boolean now, boolean atAllTimes, boolean byTrained) {
            return new Wish(
                    needs,
                    phases,
                    county,
                    serves,
                    languages,
                    now,
                    atAllTimes,
                    byTrained,
                    kinds,
                    sort,
                    origin);
        }

        Wish sorted(Sort other, @Nullable Point from) {
            return new Wish(
                    needs, phases, county, serves, languages, openNow, always, trained, kinds,
                    other, from);
        }

        SearchRequest request() {
            return new SearchRequest(
                    "", needs, phases, county, serves, languages, openNow, always, trained, kinds,
                    origin, null, sort, 0, 20);
        }
    }
}
