package org.coalitionatlas.directory;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.coalitionatlas.directory.SearchRequest.Sort;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.Reader;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.query.SearchScroll;
import org.hibernate.search.engine.search.query.SearchScrollResult;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectReader;

/**
 * What the published site tells of the directory as a whole: where there is help with what, what
 * changed, and which records there are. Reads the index only, always as anybody would, and without
 * the database, so that these pages go on when it does not answer.
 */
@Component
public class PublishedRecords {

    private static final int AT_A_TIME = 1_000;
    private static final String READER = Reader.PUBLIC.name();

    private final EntityManagerFactory factory;
    private final DirectorySearch directory;
    private final SearchPass pass;
    private final Taxonomy taxonomy;
    private final Geography geography;
    private final Clock clock;
    private final ObjectReader services;
    private final ObjectReader organizations;

    private volatile @Nullable Reach reach;

    PublishedRecords(
            EntityManagerFactory factory,
            DirectorySearch directory,
            SearchPass pass,
            Taxonomy taxonomy,
            Geography geography,
            ViewJson viewJson,
            Clock clock) {
        this.factory = factory;
        this.directory = directory;
        this.pass = pass;
        this.taxonomy = taxonomy;
        this.geography = geography;
        this.clock = clock;
        this.services = viewJson.mapper().readerFor(ServiceView.class);
        this.organizations = viewJson.mapper().readerFor(OrganizationView.class);
    }

    /** What a page or a feed may be about. */
    public enum Kind {
        SERVICE,
        ORGANIZATION
    }

    /**
     * A record that changed, as anybody may see it: exactly one of the two views is there.
     *
     * @param at when it was last changed, in UTC
     */
    public record Change(
            Instant at, @Nullable ServiceView service, @Nullable OrganizationView organization) {}

    /**
     * A record that has a page.
     *
     * @param changedAt when it was last changed, in UTC
     */
    public record Listed(UUID id, Instant changedAt) {}

    /**
     * How many records have a page, and when one of them last changed.
     *
     * @param changedAt {@code null} when there are none
     */
    public record Extent(long total, @Nullable Instant changedAt) {}

    /** Where there is help with what. For everybody. */
    @PreAuthorize("permitAll()")
    public Reach reach() {
        Object state = pass.state();
        Reach known = reach;
        if (known == null || !known.state().equals(state)) {
            known = measure(state);
            reach = known;
        }
        return known;
    }

    /**
     * Services that help people of the county without being there: for the whole state, the whole
     * country, or by phone and online; trained ones first.
     *
     * @param most at most that many
     */
    @PreAuthorize("permitAll()")
    public List<ServiceView> fromAfar(County county, int most) {
        SearchPredicateFactory f = pass.scope().predicate();
        BooleanPredicateClausesStep<?, ?> where = f.bool();
        where.filter(f.match().field(IndexFields.READERS).matching(READER));
        where.filter(
                f.terms().field(IndexFields.AREAS).matchingAny(ServiceArea.codesCovering(county)));
        where.filter(
                f.or(
                        f.terms()
                                .field(IndexFields.AREAS)
                                .matchingAny(
                                        ServiceArea.state(county.state().usps()).code(),
                                        ServiceArea.NATIONWIDE.code()),
                        f.match().field(IndexFields.PLACED).matching(false)));
        where.should(
                f.range()
                        .field(IndexFields.trainedUntil(Reader.PUBLIC))
                        .greaterThan(LocalDate.now(clock))
                        .constantScore());
        var order =
                pass.scope()
                        .sort()
                        .composite()
                        .add(pass.scope().sort().score())
                        .add(pass.scope().sort().field(IndexFields.NAME_SORT));
        return pass.hits(where.toPredicate(), order.toSort(), Reader.PUBLIC, most);
    }

    /**
     * The records changed last, newest first; of a county those services that help its people.
     *
     * @param county {@code null} for the whole directory
     * @param most at most that many
     */
    @PreAuthorize("permitAll()")
    public List<Change> changes(@Nullable County county, int most) {
        return reading(
                session -> {
                    Stream<Change> ofServices =
                            session
                                    .search(Service.class)
                                    .select(
                                            f ->
                                                    f.composite()
                                                            .from(
                                                                    f.field(
                                                                            IndexFields.CHANGED_AT,
                                                                            Instant.class),
                                                                    f.field(
                                                                            IndexFields.view(
                                                                                    Reader.PUBLIC),
                                                                            String.class))
                                                            .as(this::serviceChange))
                                    .where(f -> published(f, county))
                                    .sort(f -> f.field(IndexFields.CHANGED_AT).desc())
                                    .fetchHits(most)
                                    .stream();
                    Stream<Change> ofOrganizations =
                            county != null
                                    ? Stream.empty()
                                    : session
                                            .search(Organization.class)
                                            .select(
                                                    f ->
                                                            f.composite()
                                                                    .from(
                                                                            f.field(
                                                                                    IndexFields
                                                                                            .CHANGED_AT,
                                                                                    Instant.class),
                                                                            f.field(
                                                                                    IndexFields
                                                                                            .view(
                                                                                                    Reader
                                                                                                            .PUBLIC),
                                                                                    String.class))
                                                                    .as(this::organizationChange))
                                            .where(f -> published(f, null))
                                            .sort(f -> f.field(IndexFields.CHANGED_AT).desc())
                                            .fetchHits(most)
                                            .stream();
                    return Stream.concat(ofServices, ofOrganizations)
                            .sorted(Comparator.comparing(Change::at).reversed())
                            .limit(most)
                            .toList();
                });
    }

    /** How many records of that kind have a page. */
    @PreAuthorize("permitAll()")
    public Extent extent(Kind kind) {
        return reading(
                session -> {
                    var last =
                            session.search(type(kind))
                                    .select(f -> f.field(IndexFields.CHANGED_AT, Instant.class))
                                    .where(f -> published(f, null))
                                    .sort(f -> f.field(IndexFields.CHANGED_AT).desc())
                                    .fetch(1);
                    return new Extent(
                            last.total().hitCount(), last.hits().stream().findFirst().orElse(null));
                });
    }

    /**
     * Hands over the records of that kind that have a page, one by one in the order of the index,
     * with no more than a thousand of them in memory.
     *
     * @param skip how many to leave out at the beginning
     * @param most at most that many
     */
    @PreAuthorize("permitAll()")
    public void each(Kind kind, long skip, int most, Consumer<Listed> receiver) {
        reading(
                session -> {
                    try (SearchScroll<Listed> scroll =
                            session.search(type(kind))
                                    .select(
                                            f ->
                                                    f.composite()
                                                            .from(
                                                                    f.id(UUID.class),
                                                                    f.field(
                                                                            IndexFields.CHANGED_AT,
                                                                            Instant.class))
                                                            .as(Listed::new))
                                    .where(f -> published(f, null))
                                    .sort(f -> f.indexOrder())
                                    .scroll(AT_A_TIME)) {
                        long seen = 0;
                        SearchScrollResult<Listed> chunk = scroll.next();
                        while (chunk.hasHits() && seen < skip + most) {
                            for (Listed listed : chunk.hits()) {
                                if (seen >= skip && seen < skip + most) {
                                    receiver.accept(listed);
                                }
                                seen++;
                            }
                            chunk = scroll.next();
                        }
                    }
                    return true;
                });
    }

    /** Whether a public record had that id and was taken out of the directory. */
    @PreAuthorize("permitAll()")
    public boolean isTakenOut(UUID id) {
        return reading(
                session ->
                        Stream.of(Service.class, Organization.class)
                                .anyMatch(
                                        type ->
                                                session.search(type)
                                                                .where(
                                                                        f ->
                                                                                f.and(
                                                                                        f.id().matching(
                                                                                                        id),
                                                                                        f.match()
                                                                                                .field(
                                                                                                        IndexFields
                                                                                                                .TAKEN_OUT)
                                                                                                .matching(
                                                                                                        true)))
                                                                .fetchTotalHitCount()
                                                        > 0));
    }

    private Reach measure(Object state) {
        SearchResult all = directory.searchPublished(counting(Set.of()));
        var byNeed = new HashMap<String, SearchResult.CountyCounts>();
        for (Need need : taxonomy.needs()) {
            if (all.facets().needs().getOrDefault(need.code(), 0L) > 0) {
                byNeed.put(
                        need.code(),
                        directory
                                .searchPublished(counting(Set.of(need.code())))
                                .facets()
                                .counties());
            }
        }
        return new Reach(
                state,
                all.total(),
                all.facets().needs(),
                all.facets().phases(),
                all.facets().counties(),
                Map.copyOf(byNeed),
                geography);
    }

    private static SearchRequest counting(Set<String> needs) {
        return new SearchRequest(
                "", needs, Set.of(), null, Set.of(), Set.of(), false, false, false, Set.of(), null,
                null, Sort.NAME, 0, 1);
    }

    private static PredicateFinalStep published(SearchPredicateFactory f, @Nullable County county) {
        BooleanPredicateClausesStep<?, ?> root =
                f.bool().filter(f.match().field(IndexFields.READERS).matching(READER));
        if (county != null) {
            root.filter(
                    f.terms()
                            .field(IndexFields.AREAS)
                            .matchingAny(ServiceArea.codesCovering(county)));
        }
        return root;
    }

    private Change serviceChange(Instant at, String stored) {
        return new Change(at, services.readValue(stored), null);
    }

    private Change organizationChange(Instant at, String stored) {
        return new Change(at, null, organizations.readValue(stored));
    }

    private static Class<?> type(Kind kind) {
        return switch (kind) {
            case SERVICE -> Service.class;
            case ORGANIZATION -> Organization.class;
        };
    }

    // A session of its own and no transaction: what is projected from the index needs no
    // connection.
    private <T> T reading(Function<SearchSession, T> work) {
        try (EntityManager entities = factory.createEntityManager()) {
            return work.apply(Search.session(entities));
        }
    }

    /**
     * Where there is help with what, as anybody may know it.
     *
     * @param state of the index it was measured in
     * @param total services in the directory
     * @param needs services by need code
     * @param phases services by phase code
     * @param counties services by county
     * @param countiesByNeed services by county for each need that any service meets
     */
    public record Reach(
            Object state,
            long total,
            Map<String, Long> needs,
            Map<String, Long> phases,
            SearchResult.CountyCounts counties,
            Map<String, SearchResult.CountyCounts> countiesByNeed,
            Geography geography) {

        /** Counties that have ended are not valid on it. */
        private static final LocalDate FAR_AHEAD = LocalDate.of(9999, 1, 1);

        /** Services that help people of the county with the need. */
        public long of(Need need, County county) {
            SearchResult.CountyCounts counts = countiesByNeed.get(need.code());
            return counts == null ? 0 : counts.of(county);
        }

        /** Services that help people of the county. */
        public long of(County county) {
            return counties.of(county);
        }

        /** Services that name the county itself as one they serve. */
        public long naming(County county) {
            return counties.byArea().getOrDefault(ServiceArea.county(county.fips()).code(), 0L);
        }

        /** Counties that some service names as one it serves. */
        public List<County> named() {
            return counties.byArea().keySet().stream()
                    .flatMap(code -> new ServiceArea(code).countyFips().stream())
                    .flatMap(fips -> geography.county(fips).stream())
                    .filter(County::isCurrent)
                    .sorted(Comparator.comparing(County::fips))
                    .toList();
        }

        /**
         * The nearest other county, middle to middle, where somebody helps with the need.
         *
         * @return {@code null} when nobody does anywhere
         */
        public @Nullable County nearest(Need need, County to) {
            SearchResult.CountyCounts counts = countiesByNeed.get(need.code());
            if (counts == null) {
                return null;
            }
            var candidates = new ArrayList<County>();
            for (String code : counts.byArea().keySet()) {
                var area = new ServiceArea(code);
                area.countyFips()
                        .flatMap(geography::county)
                        .filter(County::isCurrent)
                        .ifPresent(candidates::add);
                area.stateUsps()
                        .map(usps -> geography.countiesOf(usps, FAR_AHEAD))
                        .ifPresent(candidates::addAll);
            }
            return candidates.stream()
                    .filter(county -> !county.equals(to))
                    .min(Comparator.comparingDouble(county -> county.center().milesTo(to.center())))
                    .orElse(null);
        }
    }
}
