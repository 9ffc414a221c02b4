package org.coalitionatlas.gaps;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coalitionatlas.assessment.CycleView;
import org.coalitionatlas.assessment.Cycles;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares a county's latest cycle, need by need, with one that was closed. */
@Component
public class CycleComparisons {

    private static final FrozenNeed UNKNOWN =
            new FrozenNeed(false, null, false, 0, 0, Set.of(GapCode.G0));

    private final Cycles cycles;
    private final ClosedFigures figures;
    private final Gaps gaps;
    private final Geography geography;
    private final Taxonomy taxonomy;

    CycleComparisons(
            Cycles cycles,
            ClosedFigures figures,
            Gaps gaps,
            Geography geography,
            Taxonomy taxonomy) {
        this.cycles = cycles;
        this.figures = figures;
        this.gaps = gaps;
        this.geography = geography;
        this.taxonomy = taxonomy;
    }

    /**
     * The county as it stands in its latest cycle (as frozen, where that is closed too), beside a
     * closed one. For members.
     *
     * @param cycle name of the closed cycle
     * @return empty without such a closed cycle, or when it is the latest itself
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Optional<CycleComparison> with(String countyFips, String cycle) {
        Optional<County> county = geography.county(countyFips);
        List<CycleView> all = county.isEmpty() ? List.of() : cycles.of(countyFips);
        Optional<CycleView> then =
                all.stream()
                        .skip(1)
                        .filter(one -> !one.isOpen() && one.name().equals(cycle))
                        .findFirst();
        return then.map(closed -> compare(county.get(), closed, all.getFirst()));
    }

    private CycleComparison compare(County county, CycleView closed, CycleView latest) {
        Map<String, FrozenNeed> before = figures.of(closed.id());
        Map<String, FrozenNeed> after = latest.isOpen() ? Map.of() : figures.of(latest.id());
        Map<Need, Cell> live = after.isEmpty() ? gaps.ofCounty(county.fips()) : Map.of();
        List<NeedChange> needs =
                taxonomy.needs().stream()
                        .map(
                                need -> {
                                    Cell cell = live.get(need);
                                    return new NeedChange(
                                            need,
                                            before.getOrDefault(need.code(), UNKNOWN),
                                            cell == null
                                                    ? after.getOrDefault(need.code(), UNKNOWN)
                                                    : FrozenNeed.of(cell));
                                })
                        .toList();
        return new CycleComparison(county, closed.name(), closed.closedAt(), latest.name(), needs);
    }
}
