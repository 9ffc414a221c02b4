package org.coalitionatlas.gaps;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.coalitionatlas.gaps.CellFacts.Offer;
import org.coalitionatlas.gaps.CellFacts.Provider;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.taxonomy.Need;

/**
 * What stands behind a cell: every provider with what keeps it from being used today, and what
 * could be different.
 *
 * @param today the day on which it was judged
 * @param settings what "covered" requires
 * @param providers usable ones first, then by standing and name
 * @param assumptions what could be tried out, provider by provider
 */
public record CellDetail(
        County county,
        Need need,
        Cell cell,
        LocalDate today,
        CoverageSettings settings,
        List<ProviderState> providers,
        List<Assumption> assumptions) {

    /**
     * A provider today.
     *
     * @param usable whether at least one of its services can be used
     */
    public record ProviderState(Provider provider, boolean usable, List<ServiceState> services) {}

    /**
     * A service today.
     *
     * @param obstacles none when nothing but the standing of its provider stands in the way
     */
    public record ServiceState(Offer offer, Set<Obstacle> obstacles) {}
}
