package org.coalitionatlas.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;

/**
 * A part of the country a service serves; HSDS {@code service_area}.
 *
 * @param code {@code co:17201} a county, {@code st:IL} a state, {@code us} everywhere
 */
@Embeddable
public record ServiceArea(@Column(name = "area_code") String code)
        implements Comparable<ServiceArea> {

    /** The whole country. */
    public static final ServiceArea NATIONWIDE = new ServiceArea("us");

    /** A county by FIPS code. */
    public static ServiceArea county(String fips) {
        return new ServiceArea("co:" + fips);
    }

    /** A state by USPS code. */
    public static ServiceArea state(String usps) {
        return new ServiceArea("st:" + usps);
    }

    /**
     * The codes of every area that covers some of the county: itself, those of another time that
     * share ground with it, its state, the country. A service for Hartford County is for people in
     * the planning regions that took its towns.
     */
    public static List<String> codesCovering(County county) {
        return Stream.of(
                        Stream.of(county(county.fips()).code),
                        county.overlapping().stream().map(fips -> county(fips).code),
                        Stream.of(state(county.state().usps()).code, NATIONWIDE.code))
                .flatMap(codes -> codes)
                .toList();
    }

    /**
     * The areas as the index counts them: a former county stands with its successors, so that the
     * figures of a county of today are sums of three codes and count no service twice.
     */
    static Set<String> counted(Collection<String> codes, Geography geography) {
        var counted = new TreeSet<>(codes);
        for (String code : codes) {
            new ServiceArea(code)
                    .countyFips()
                    .flatMap(geography::county)
                    .filter(county -> !county.isCurrent())
                    .ifPresent(
                            former ->
                                    former.overlapping()
                                            .forEach(fips -> counted.add(county(fips).code)));
        }
        return counted;
    }

    /** The county, when this is one. */
    public Optional<String> countyFips() {
        return code.startsWith("co:") ? Optional.of(code.substring(3)) : Optional.empty();
    }

    /** The state, when this is one. */
    public Optional<String> stateUsps() {
        return code.startsWith("st:") ? Optional.of(code.substring(3)) : Optional.empty();
    }

    /**
     * The areas without those that a wider one already covers, so that a county is counted once.
     *
     * @throws InvalidValue {@code invalid.area} when a county or state does not exist
     */
    public static Set<ServiceArea> normalized(Set<ServiceArea> areas, Geography geography) {
        for (ServiceArea area : areas) {
            boolean known =
                    area.equals(NATIONWIDE)
                            || area.countyFips().flatMap(geography::county).isPresent()
                            || area.stateUsps().flatMap(geography::state).isPresent();
            if (!known) {
                throw new InvalidValue("invalid.area", area.code);
            }
        }
        if (areas.contains(NATIONWIDE)) {
            return Set.of(NATIONWIDE);
        }
        return areas.stream()
                .filter(
                        area ->
                                area.countyFips()
                                        .flatMap(geography::county)
                                        .map(county -> state(county.state().usps()))
                                        .map(state -> !areas.contains(state))
                                        .orElse(true))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public int compareTo(ServiceArea other) {
        return code.compareTo(other.code);
    }
}
