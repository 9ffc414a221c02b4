package org.coalitionatlas.identity;

import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the coalition is called and which counties it serves. Public: it heads every page. */
@Component
public class CoalitionProfile {

    private static final ZoneId NO_COUNTY = ZoneId.of("America/Chicago");

    private final Coalitions coalitions;
    private final Geography geography;
    // Read on every page, changed once a year; another node sees a change after its restart.
    private volatile @Nullable Known known;

    CoalitionProfile(Coalitions coalitions, Geography geography) {
        this.coalitions = coalitions;
        this.geography = geography;
    }

    private record Known(String name, List<County> counties) {}

    /** Its name; the product's own until somebody says another. */
    @PreAuthorize("permitAll()")
    public String name() {
        return load().name();
    }

    /** Its counties in the order the coalition gave them; none until somebody says which. */
    @PreAuthorize("permitAll()")
    public List<County> counties() {
        return load().counties();
    }

    /** Where its days end: the time zone of its first county; Chicago's until there is one. */
    @PreAuthorize("permitAll()")
    public ZoneId zone() {
        List<County> counties = load().counties();
        return counties.isEmpty() ? NO_COUNTY : counties.getFirst().zone();
    }

    /**
     * Names the coalition and its counties. For administrators.
     *
     * @throws InvalidValue {@code invalid.county} for an unknown FIPS code
     */
    @Transactional
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public void describe(String name, List<String> countyFips) {
        List<String> counties = List.copyOf(new LinkedHashSet<>(countyFips));
        for (String fips : counties) {
            if (geography.county(fips).isEmpty()) {
                throw new InvalidValue("invalid.county", fips);
            }
        }
        coalitions
                .findById(Coalition.ID)
                .ifPresentOrElse(
                        coalition -> coalition.describe(name, counties),
                        () -> coalitions.save(new Coalition(name, counties)));
        known = null;
    }

    private Known load() {
        Known current = known;
        if (current == null) {
            Optional<Coalition> stored = coalitions.findById(Coalition.ID);
            current =
                    new Known(
                            stored.map(Coalition::name).orElse("Coalition Atlas"),
                            stored.map(Coalition::counties).orElse(List.of()).stream()
                                    .flatMap(fips -> geography.county(fips).stream())
                                    .toList());
            known = current;
        }
        return current;
    }
}
