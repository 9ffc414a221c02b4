package org.coalitionatlas.directory;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param hits one page
 * @param total how many there are in all
 * @param facets how many of them have each value
 * @param choices the same for showing beside the filters: values of a filter in use are counted as
 *     if that filter were off, because choosing another value of it would add to the hits
 * @param relaxed whether nothing had all the words, so that hits have only some of them
 */
public record SearchResult(
        List<Hit> hits, long total, Facets facets, Facets choices, boolean relaxed) {

    /**
     * One service.
     *
     * @param miles distance from the origin to its nearest place that may be shown; {@code null}
     *     without an origin or place
     * @param exact whether that place's own point was measured to, not the middle of its ZIP code
     *     or city
     */
    public record Hit(ServiceView service, @Nullable Double miles, boolean exact) {}

    /**
     * How many services have each value, by code; counts only what the reader may see.
     *
     * @param counties by FIPS code: services that serve the county, statewide and national ones
     *     included
     */
    public record Facets(
            Map<String, Long> needs,
            Map<String, Long> phases,
            CountyCounts counties,
            Map<String, Long> serves,
            Map<String, Long> languages,
            Map<String, Long> kinds,
            long openNow,
            long always,
            long trained) {}

    /** Counts by service area, read as counts by county. */
    public record CountyCounts(Map<String, Long> byArea) {

        /** How many hits serve the county. */
        public long of(org.coalitionatlas.geography.County county) {
            return Stream.of(
                            ServiceArea.county(county.fips()),
                            ServiceArea.state(county.state().usps()),
                            ServiceArea.NATIONWIDE)
                    .mapToLong(area -> byArea.getOrDefault(area.code(), 0L))
                    .sum();
        }
    }
}
