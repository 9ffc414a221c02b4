package org.coalitionatlas.directory;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.directory.ServiceView.PlacePart;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Point;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Reader;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.mapper.orm.Search;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectReader;

/**
 * Where services are, as far as a reader may know: a numbered pin for a place whose whole address
 * may be shown and whose point somebody measured, and for every other place nothing but one more in
 * its county's number. Reads the index only.
 */
@Component
public class DirectoryMap {

    /** Services read for one map; a map of more could not be read by people either. */
    public static final int MOST_SERVICES = 400;

    private static final double SAME_PLACE_DEGREES = 1e-4;

    private static final Comparator<PinnedPlace> READING_ORDER =
            Comparator.comparing(PinnedPlace::organization)
                    .thenComparing(at -> String.valueOf(at.place().line1()))
                    .thenComparing(at -> at.place().id());

    private final EntityManager entities;
    private final DirectorySearch search;
    private final CurrentPerson currentPerson;
    private final ObjectReader views;
    private final int most;

    @Autowired
    DirectoryMap(
            EntityManager entities,
            DirectorySearch search,
            CurrentPerson currentPerson,
            ViewJson viewJson) {
        this(entities, search, currentPerson, viewJson, MOST_SERVICES);
    }

    DirectoryMap(
            EntityManager entities,
            DirectorySearch search,
            CurrentPerson currentPerson,
            ViewJson viewJson,
            int most) {
        this.most = most;
        this.entities = entities;
        this.search = search;
        this.currentPerson = currentPerson;
        this.views = viewJson.mapper().readerFor(ServiceView.class);
    }

    /**
     * What stands where.
     *
     * @param pins by number
     * @param counties those asked for
     * @param left services with a place there that are neither drawn nor counted, because they come
     *     after {@link #MOST_SERVICES} others by name
     */
    public record Places(List<Pin> pins, List<CountyPlaces> counties, long left) {}

    /**
     * A spot where at least one place is whose whole address may be shown.
     *
     * @param number from 1, in the order of organizations and addresses; the same on map and list
     * @param places all that stand there, each with its own address, in the same order
     */
    public record Pin(int number, Point point, List<PinnedPlace> places) {}

    /**
     * A place whose whole address may be shown.
     *
     * @param services that are given there, by name
     */
    public record PinnedPlace(PlacePart place, List<ServiceView> services) {

        private String organization() {
            return services.stream()
                    .map(service -> service.organization().name())
                    .min(String.CASE_INSENSITIVE_ORDER)
                    .orElse("")
                    .toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Places of a county.
     *
     * @param places all of them, confidential ones included
     * @param pinned those with a pin
     */
    public record CountyPlaces(County county, int places, int pinned) {}

    /** The places of everything published, as anybody may see them. For everybody. */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public Places published(Collection<County> counties) {
        return places(SearchRequest.of(""), counties, Reader.PUBLIC);
    }

    /**
     * The places of what a search finds, as the current reader may see them. For everybody.
     *
     * @param request its page does not matter
     */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public Places of(SearchRequest request, Collection<County> counties) {
        return places(request, counties, currentPerson.reader());
    }

    private Places places(SearchRequest request, Collection<County> counties, Reader reader) {
        if (counties.isEmpty()) {
            return new Places(List.of(), List.of(), 0);
        }
        SearchResult<String> found = found(request, counties, reader, false);
        if (found.hits().isEmpty() && !request.text().isBlank()) {
            found = found(request, counties, reader, true);
        }
        List<ServiceView> services =
                found.hits().stream().map(json -> views.<ServiceView>readValue(json)).toList();
        return arrange(services, counties, found.total().hitCountLowerBound() - services.size());
    }

    private SearchResult<String> found(
            SearchRequest request, Collection<County> counties, Reader reader, boolean relaxed) {
        List<String> fips = counties.stream().map(County::fips).toList();
        DirectorySearch.Plan plan = search.plan(request, reader, relaxed);
        return Search.session(entities)
                .search(Service.class)
                .select(f -> f.field(IndexFields.view(reader), String.class))
                .where(
                        f ->
                                f.and(
                                        plan.where(),
                                        // Coordinators find drafts and archived records too; a
                                        // map is of what there is.
                                        f.match()
                                                .field(IndexFields.PUBLICATION)
                                                .matching(Publication.PUBLISHED.name())
                                                .toPredicate(),
                                        f.terms()
                                                .field(IndexFields.PLACE_COUNTIES)
                                                .matchingAny(fips)
                                                .toPredicate()))
                .sort(f -> f.field(IndexFields.NAME_SORT))
                .fetch(most);
    }

    /** From views alone, so that nothing a reader may not see can come in. */
    static Places arrange(List<ServiceView> services, Collection<County> counties, long left) {
        Set<String> wanted = new HashSet<>();
        counties.forEach(county -> wanted.add(county.fips()));
        Map<String, Set<UUID>> all = new HashMap<>();
        Map<String, Set<UUID>> pinned = new HashMap<>();
        Map<String, Spot> spots = new LinkedHashMap<>();
        for (ServiceView service : services) {
            for (PlacePart place : service.places()) {
                String fips = place.countyFips();
                if (fips == null || !wanted.contains(fips)) {
                    continue;
                }
                all.computeIfAbsent(fips, key -> new HashSet<>()).add(place.id());
                Point point = shown(place);
                if (point != null) {
                    pinned.computeIfAbsent(fips, key -> new HashSet<>()).add(place.id());
                    spots.computeIfAbsent(spot(point), key -> new Spot(point)).add(place, service);
                }
            }
        }
        return new Places(
                numbered(spots.values()),
                counties.stream()
                        .map(
                                county ->
                                        new CountyPlaces(
                                                county,
                                                all.getOrDefault(county.fips(), Set.of()).size(),
                                                pinned.getOrDefault(county.fips(), Set.of())
                                                        .size()))
                        .toList(),
                left);
    }

    // The middle of a city or ZIP code is a point too, but not the place: it would look like one.
    private static @Nullable Point shown(PlacePart place) {
        return place.visibility() == AddressVisibility.FULL && place.exact() ? place.point() : null;
    }

    private static String spot(Point point) {
        return Math.round(point.latitude() / SAME_PLACE_DEGREES)
                + " "
                + Math.round(point.longitude() / SAME_PLACE_DEGREES);
    }

    private static List<Pin> numbered(Collection<Spot> spots) {
        List<Pin> sorted =
                spots.stream()
                        .map(spot -> new Pin(0, spot.point, spot.places()))
                        .sorted(Comparator.comparing(pin -> pin.places().getFirst(), READING_ORDER))
                        .toList();
        var pins = new ArrayList<Pin>();
        for (Pin pin : sorted) {
            pins.add(new Pin(pins.size() + 1, pin.point(), pin.places()));
        }
        return pins;
    }

    /** What stands on one spot, while it is collected. */
    private static final class Spot {

        private final Point point;
        private final Map<UUID, PlacePart> parts = new LinkedHashMap<>();
        private final Map<UUID, Set<ServiceView>> services = new HashMap<>();

        Spot(Point point) {
            this.point = point;
        }

        void add(PlacePart place, ServiceView service) {
            parts.putIfAbsent(place.id(), place);
            services.computeIfAbsent(place.id(), id -> new LinkedHashSet<>()).add(service);
        }

        List<PinnedPlace> places() {
            return parts.values().stream()
                    .map(
                            place ->
                                    new PinnedPlace(
                                            place,
                                            services.getOrDefault(place.id(), Set.of()).stream()
                                                    .sorted(
                                                            Comparator.comparing(
                                                                    ServiceView::name,
                                                                    String.CASE_INSENSITIVE_ORDER))
                                                    .toList()))
                    .sorted(READING_ORDER)
                    .toList();
        }
    }
}
