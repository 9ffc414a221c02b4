package org.coalitionatlas.directory;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.coalitionatlas.directory.SearchResult.CountyCounts;
import org.coalitionatlas.directory.SearchResult.Facets;
import org.coalitionatlas.directory.SearchResult.Hit;
import org.coalitionatlas.directory.ServiceView.PlacePart;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.geography.Point;
import org.coalitionatlas.geography.ZipCode;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Reader;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.sort.SearchSort;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.engine.search.sort.dsl.SortFinalStep;
import org.hibernate.search.engine.spatial.DistanceUnit;
import org.hibernate.search.engine.spatial.GeoPoint;
import org.hibernate.search.mapper.orm.Search;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds services. Reads the index only: no SQL, and nothing that the current reader may not see
 * leaves it.
 */
@Component
public class DirectorySearch {

    /** Filters whose values are alternatives: choosing another one adds to the hits. */
    private static final Set<SearchFilter> CHOICES =
            EnumSet.of(
                    SearchFilter.NEED,
                    SearchFilter.PHASE,
                    SearchFilter.COUNTY,
                    SearchFilter.LANGUAGE,
                    SearchFilter.KIND);

    private final EntityManager entities;
    private final CurrentPerson currentPerson;
    private final QueryWords queryWords;
    private final Geography geography;
    private final JsonMapper json;
    private final ObjectReader views;
    private final SearchPass pass;
    private final Clock clock;
    private final List<ZoneId> zones;

    DirectorySearch(
            EntityManager entities,
            CurrentPerson currentPerson,
            QueryWords queryWords,
            Geography geography,
            ViewJson viewJson,
            SearchPass pass,
            Clock clock) {
        this.entities = entities;
        this.currentPerson = currentPerson;
        this.queryWords = queryWords;
        this.geography = geography;
        this.json = viewJson.mapper();
        this.views = json.readerFor(ServiceView.class);
        this.pass = pass;
        this.clock = clock;
        this.zones =
                geography.counties().stream()
                        .map(County::zone)
                        .distinct()
                        .sorted(Comparator.comparing(ZoneId::getId))
                        .toList();
    }

    /** Searches as the current reader. For everybody. */
    @PreAuthorize("permitAll()")
    public SearchResult search(SearchRequest request) {
        return search(request, currentPerson.reader());
    }

    /** Searches as anybody: what the published pages show, whoever asks. */
    @PreAuthorize("permitAll()")
    public SearchResult searchPublished(SearchRequest request) {
        return search(request, Reader.PUBLIC);
    }

    /** The service as the current reader may see it. */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public Optional<ServiceView> service(UUID id) {
        return service(id, currentPerson.reader());
    }

    /** The service as anybody may see it. */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public Optional<ServiceView> publishedService(UUID id) {
        return service(id, Reader.PUBLIC);
    }

    /**
     * Those of the services that anybody may see, in the order asked for.
     *
     * @param ids at most {@link SearchRequest#MOST}; more are not looked for
     */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public List<ServiceView> publishedServices(List<UUID> ids) {
        return services(ids, Reader.PUBLIC);
    }

    /** Those of the services that the current reader may see, in the order asked for. */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public List<ServiceView> services(List<UUID> ids) {
        return services(ids, currentPerson.reader());
    }

    /** The organization as anybody may see it. */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public Optional<OrganizationView> publishedOrganization(UUID id) {
        return organization(id, Reader.PUBLIC);
    }

    /** The organization as the current reader may see it. */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public Optional<OrganizationView> organization(UUID id) {
        return organization(id, currentPerson.reader());
    }

    /** The services of an organization as the current reader may see them, by name. */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public List<ServiceView> servicesOf(UUID organizationId) {
        return servicesOf(organizationId, currentPerson.reader());
    }

    /** The services of an organization as anybody may see them, by name. */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public List<ServiceView> publishedServicesOf(UUID organizationId) {
        return servicesOf(organizationId, Reader.PUBLIC);
    }

    /**
     * Organizations whose name or description has the words, best first; by name without words.
     *
     * @param most at most that many, up to {@link SearchRequest#MOST}
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<OrganizationView> organizations(String text, int most) {
        Reader reader = currentPerson.reader();
        return Search.session(entities)
                .search(Organization.class)
                .select(f -> f.field(IndexFields.view(reader), String.class))
                .where(
                        f -> {
                            BooleanPredicateClausesStep<?, ?> root =
                                    f.bool()
                                            .filter(
                                                    f.match()
                                                            .field(IndexFields.READERS)
                                                            .matching(reader.name()));
                            if (!text.isBlank()) {
                                root.must(queryWords.organizations(f, text, reader));
                            }
                            return root;
                        })
                .sort(f -> text.isBlank() ? f.field(IndexFields.NAME_SORT) : f.score())
                .fetchHits(Math.clamp(most, 1, SearchRequest.MOST))
                .stream()
                .map(stored -> json.readValue(stored, OrganizationView.class))
                .toList();
    }

    /**
     * Tells this state of the services in the index from every other one: as long as it equals
     * another, a search finds the same in both, but for the time of day.
     */
    @PreAuthorize("permitAll()")
    public Object state() {
        return pass.state();
    }

    SearchResult search(SearchRequest request, Reader reader) {
        QueryWords.Understood words = queryWords.understand(request.text());
        SearchResult strict = run(request, reader, words, false);
        if (strict.total() > 0 || words.isEmpty() || words.isSingle()) {
            return strict;
        }
        return run(request, reader, words, true);
    }

    private SearchResult run(
            SearchRequest request, Reader reader, QueryWords.Understood words, boolean relaxed) {
        Point origin = origin(request, words);
        SearchPredicateFactory f = pass.scope().predicate();
        BooleanPredicateClausesStep<?, ?> where = base(f, reader, words, relaxed);
        var choices = new LinkedHashMap<Narrowing, SearchPredicate>();
        conditions(f, request, reader, words, origin)
                .forEach(
                        (narrowing, condition) -> {
                            if (CHOICES.contains(narrowing.filter())) {
                                choices.put(narrowing, condition.toPredicate());
                            } else {
                                where.filter(condition);
                            }
                        });
        SearchPass.Found found =
                pass.run(
                        where.toPredicate(),
                        choices,
                        sort(pass.scope().sort(), request, origin).toSort(),
                        () -> openNow(f).toPredicate(),
                        clock.instant().getEpochSecond() / 60,
                        today().toEpochDay(),
                        reader,
                        request.page() * request.size(),
                        request.size());
        List<Hit> hits = found.views().stream().map(view -> hit(view, origin)).toList();
        return new SearchResult(
                hits, found.total(), facets(found, found.counts()), choices(found), relaxed);
    }

    // What meets everything but a choice would be a hit too if another value of it were chosen.
    private static Facets choices(SearchPass.Found found) {
        if (found.missed().isEmpty()) {
            return facets(found, found.counts());
        }
        var counts = new HashMap<>(found.counts());
        for (Map<String, Map<String, Long>> missed : found.missed().values()) {
            missed.forEach((field, more) -> counts.merge(field, more, DirectorySearch::sum));
        }
        return facets(found, counts);
    }

    private static Map<String, Long> sum(Map<String, Long> some, Map<String, Long> more) {
        var sum = new HashMap<>(some);
        more.forEach((value, count) -> sum.merge(value, count, Long::sum));
        return sum;
    }

    private static Facets facets(SearchPass.Found found, Map<String, Map<String, Long>> counts) {
        return new Facets(
                counts.getOrDefault(IndexFields.NEEDS, Map.of()),
                counts.getOrDefault(IndexFields.PHASES, Map.of()),
                new CountyCounts(counts.getOrDefault(IndexFields.AREAS, Map.of())),
                counts.getOrDefault(IndexFields.SERVES, Map.of()),
                counts.getOrDefault(IndexFields.LANGUAGES, Map.of()),
                counts.getOrDefault(IndexFields.KIND, Map.of()),
                found.openNow(),
                found.always(),
                found.trained());
    }

    private static @Nullable Point origin(SearchRequest request, QueryWords.Understood words) {
        return words.zip().map(ZipCode::center).orElse(request.origin());
    }

    /**
     * What a search is in the index.
     *
     * @param openNow matches what is open at this moment, whether asked for or not
     */
    record Plan(SearchPredicate where, SearchSort order, Supplier<SearchPredicate> openNow) {}

    /** What {@link #search} and {@link #searchPublished} look for for that reader. */
    Plan plan(SearchRequest request, Reader reader, boolean relaxed) {
        QueryWords.Understood words = queryWords.understand(request.text());
        Point origin = origin(request, words);
        SearchPredicateFactory f = pass.scope().predicate();
        BooleanPredicateClausesStep<?, ?> where = base(f, reader, words, relaxed);
        conditions(f, request, reader, words, origin).values().forEach(where::filter);
        return new Plan(
                where.toPredicate(),
                sort(pass.scope().sort(), request, origin).toSort(),
                () -> openNow(f).toPredicate());
    }

    // What holds whichever conditions are dropped.
    private BooleanPredicateClausesStep<?, ?> base(
            SearchPredicateFactory f, Reader reader, QueryWords.Understood words, boolean relaxed) {
        BooleanPredicateClausesStep<?, ?> root = f.bool();
        root.filter(f.match().field(IndexFields.READERS).matching(reader.name()));
        if (!words.isEmpty()) {
            root.must(queryWords.services(f, words, reader, relaxed));
        }
        return root;
    }

    // Values of one filter are alternatives, filters narrow each other; only populations are asked
    // for together, because a mother and her child need a service that takes both.
    private SequencedMap<Narrowing, PredicateFinalStep> conditions(
            SearchPredicateFactory f,
            SearchRequest request,
            Reader reader,
            QueryWords.Understood words,
            @Nullable Point origin) {
        var all = new LinkedHashMap<Narrowing, PredicateFinalStep>();
        anyOf(f, all, SearchFilter.NEED, IndexFields.NEEDS, request.needs());
        anyOf(f, all, SearchFilter.PHASE, IndexFields.PHASES, request.phases());
        anyOf(f, all, SearchFilter.LANGUAGE, IndexFields.LANGUAGES, request.languages());
        anyOf(f, all, SearchFilter.KIND, IndexFields.KIND, request.kinds());
        for (String value : request.serves()) {
            all.put(
                    new Narrowing(SearchFilter.SERVES, value),
                    f.match().field(IndexFields.SERVES).matching(value));
        }
        Optional.ofNullable(request.countyFips())
                .flatMap(geography::county)
                .ifPresent(county -> covering(f, all, SearchFilter.COUNTY, county));
        if (request.openNow() || words.openNow()) {
            all.put(Narrowing.of(SearchFilter.OPEN_NOW), openNow(f));
        }
        if (request.always() || words.always()) {
            all.put(
                    Narrowing.of(SearchFilter.ALWAYS),
                    f.match().field(IndexFields.ALWAYS).matching(true));
        }
        if (request.trained()) {
            all.put(
                    Narrowing.of(SearchFilter.TRAINED),
                    f.range().field(IndexFields.trainedUntil(reader)).greaterThan(today()));
        }
        words.zip().ifPresent(zip -> covering(f, all, SearchFilter.ZIP, zip.county()));
        if (origin != null && request.withinMiles() != null) {
            all.put(
                    Narrowing.of(SearchFilter.DISTANCE),
                    f.or(
                            f.spatial()
                                    .within()
                                    .field(IndexFields.POINTS)
                                    .circle(
                                            origin.latitude(),
                                            origin.longitude(),
                                            request.withinMiles(),
                                            DistanceUnit.MILES),
                            f.match().field(IndexFields.PLACED).matching(false)));
        }
        return all;
    }

    private static void covering(
            SearchPredicateFactory f,
            Map<Narrowing, PredicateFinalStep> all,
            SearchFilter filter,
            County county) {
        anyOf(f, all, filter, IndexFields.AREAS, ServiceArea.codesCovering(county));
    }

    /** What the search would find without its words, and without each of its conditions. */
    SearchPass.Sideways sideways(SearchRequest request, Reader reader, boolean relaxed) {
        QueryWords.Understood words = queryWords.understand(request.text());
        SearchPredicateFactory f = pass.scope().predicate();
        var conditions = new LinkedHashMap<Narrowing, SearchPredicate>();
        conditions(f, request, reader, words, origin(request, words))
                .forEach(
                        (narrowing, predicate) ->
                                conditions.put(narrowing, predicate.toPredicate()));
        if (!words.isEmpty()) {
            conditions.put(
                    Narrowing.of(SearchFilter.TEXT),
                    queryWords.services(f, words, reader, relaxed).toPredicate());
        }
        return pass.sideways(
                f.match().field(IndexFields.READERS).matching(reader.name()).toPredicate(),
                conditions);
    }

    /** Phone lines for the whole state, or for all of them, and for the country. */
    List<ServiceView> lines(@Nullable String usps, Reader reader, int most) {
        SearchPredicateFactory f = pass.scope().predicate();
        PredicateFinalStep wide =
                usps == null
                        ? f.or(
                                f.prefix().field(IndexFields.AREAS).matching("st:"),
                                f.match()
                                        .field(IndexFields.AREAS)
                                        .matching(ServiceArea.NATIONWIDE.code()))
                        : f.terms()
                                .field(IndexFields.AREAS)
                                .matchingAny(
                                        ServiceArea.state(usps).code(),
                                        ServiceArea.NATIONWIDE.code());
        SearchPass.Found found =
                pass.run(
                        f.bool()
                                .filter(
                                        f.match()
                                                .field(IndexFields.READERS)
                                                .matching(reader.name()))
                                .filter(wide)
                                .toPredicate(),
                        Map.of(),
                        pass.scope().sort().field(IndexFields.NAME_SORT).toSort(),
                        () -> openNow(f).toPredicate(),
                        clock.instant().getEpochSecond() / 60,
                        today().toEpochDay(),
                        reader,
                        0,
                        most);
        return found.views().stream()
                .filter(
                        view ->
                                view.phones().stream()
                                        .anyMatch(phone -> phone.type() == PhoneType.HOTLINE))
                .toList();
    }

    private SortFinalStep sort(SearchSortFactory f, SearchRequest request, @Nullable Point origin) {
        return switch (request.sort()) {
            case NAME -> f.field(IndexFields.NAME_SORT).asc();
            case LAST_VERIFIED ->
                    f.composite()
                            .add(f.field(IndexFields.ASSURED_ON).desc().missing().last())
                            .add(f.field(IndexFields.NAME_SORT));
            case DISTANCE ->
                    origin == null
                            ? byScore(f)
                            : f.composite()
                                    .add(
                                            f.distance(
                                                            IndexFields.POINTS,
                                                            GeoPoint.of(
                                                                    origin.latitude(),
                                                                    origin.longitude()))
                                                    .asc()
                                                    .missing()
                                                    .last())
                                    .add(f.field(IndexFields.NAME_SORT));
            case RELEVANCE -> byScore(f);
        };
    }

    private static SortFinalStep byScore(SearchSortFactory f) {
        return f.composite().add(f.score()).add(f.field(IndexFields.NAME_SORT));
    }

    private PredicateFinalStep openNow(SearchPredicateFactory f) {
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        List<String> words =
                zones.stream().flatMap(zone -> WeekTree.wordsAt(now, zone).stream()).toList();
        PredicateFinalStep week = f.terms().field(IndexFields.OPEN).matchingAny(words);
        List<String> dated = pass.openTerms(now.toEpochSecond() / 60);
        return dated.isEmpty()
                ? week
                : f.or(week, f.terms().field(IndexFields.SPECIAL_HOURS).matchingAny(dated));
    }

    private static void anyOf(
            SearchPredicateFactory f,
            Map<Narrowing, PredicateFinalStep> all,
            SearchFilter filter,
            String field,
            Collection<String> values) {
        if (!values.isEmpty()) {
            all.put(Narrowing.of(filter), f.terms().field(field).matchingAny(values));
        }
    }

    private Optional<ServiceView> service(UUID id, Reader reader) {
        return Search.session(entities)
                .search(Service.class)
                .select(f -> f.field(IndexFields.view(reader), String.class))
                .where(
                        f ->
                                f.and(
                                        f.id().matching(id),
                                        f.match()
                                                .field(IndexFields.READERS)
                                                .matching(reader.name())))
                .fetchSingleHit()
                .map(stored -> json.readValue(stored, ServiceView.class));
    }

    private List<ServiceView> services(List<UUID> ids, Reader reader) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return Search.session(entities)
                .search(Service.class)
                .select(f -> f.field(IndexFields.view(reader), String.class))
                .where(
                        f ->
                                f.and(
                                        f.id().matchingAny(
                                                        ids.stream()
                                                                .limit(SearchRequest.MOST)
                                                                .toList()),
                                        f.match()
                                                .field(IndexFields.READERS)
                                                .matching(reader.name())))
                .fetchHits(SearchRequest.MOST)
                .stream()
                .map(stored -> views.<ServiceView>readValue(stored))
                .sorted(Comparator.comparingInt(view -> ids.indexOf(view.id())))
                .toList();
    }

    private Optional<OrganizationView> organization(UUID id, Reader reader) {
        return Search.session(entities)
                .search(Organization.class)
                .select(f -> f.field(IndexFields.view(reader), String.class))
                .where(
                        f ->
                                f.and(
                                        f.id().matching(id),
                                        f.match()
                                                .field(IndexFields.READERS)
                                                .matching(reader.name())))
                .fetchSingleHit()
                .map(stored -> json.readValue(stored, OrganizationView.class));
    }

    private List<ServiceView> servicesOf(UUID organizationId, Reader reader) {
        return Search.session(entities)
                .search(Service.class)
                .select(f -> f.field(IndexFields.view(reader), String.class))
                .where(
                        f ->
                                f.and(
                                        f.match()
                                                .field(IndexFields.ORGANIZATION_ID)
                                                .matching(organizationId.toString()),
                                        f.match()
                                                .field(IndexFields.READERS)
                                                .matching(reader.name())))
                .sort(f -> f.field(IndexFields.NAME_SORT))
                .fetchHits(SearchRequest.MOST)
                .stream()
                .map(stored -> json.readValue(stored, ServiceView.class))
                .toList();
    }

    private static Hit hit(ServiceView view, @Nullable Point origin) {
        Double nearest = null;
        boolean exact = false;
        for (PlacePart place : view.places()) {
            Point point = place.point();
            if (origin != null && point != null) {
                double miles = origin.milesTo(point);
                if (nearest == null || miles < nearest) {
                    nearest = miles;
                    exact = place.exact();
                }
            }
        }
        return new Hit(view, nearest, exact);
    }

    // A training counts through the last of its days in the easternmost zone; a day more or less
    // decides nothing here.
    LocalDate today() {
        return LocalDate.now(clock);
    }
}
