package org.coalitionatlas.directory.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalitionatlas.directory.ServiceView.PlacePart;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.jspecify.annotations.Nullable;

/**
 * A place in words, no more of it than its part says.
 *
 * @param lines of the address, as an envelope has them
 * @param note why there is no address, or {@code null}
 */
public record PlaceText(
        @Nullable String name,
        List<String> lines,
        @Nullable String county,
        @Nullable String note,
        @Nullable String accessibility) {

    static List<PlaceText> of(List<PlacePart> parts, Words words, Geography geography) {
        return parts.stream().map(part -> of(part, words, geography)).toList();
    }

    static @Nullable String countyName(PlacePart part, Geography geography) {
        String fips = part.countyFips();
        return fips == null ? null : geography.county(fips).map(County::nameWithState).orElse(null);
    }

    private static PlaceText of(PlacePart part, Words words, Geography geography) {
        String county = countyName(part, geography);
        return switch (part.visibility()) {
            case HIDDEN ->
                    new PlaceText(
                            null,
                            List.of(),
                            county,
                            words.say("published.place.confidential"),
                            null);
            case CITY_ONLY ->
                    new PlaceText(
                            null, town(part), county, words.say("published.place.byPhone"), null);
            case FULL ->
                    new PlaceText(
                            part.name(),
                            Stream.concat(
                                            Stream.of(part.line1(), part.line2())
                                                    .flatMap(Stream::ofNullable),
                                            town(part).stream())
                                    .toList(),
                            county,
                            null,
                            part.accessibility());
        };
    }

    private static List<String> town(PlacePart part) {
        String region =
                Stream.of(part.state(), part.zip())
                        .flatMap(Stream::ofNullable)
                        .collect(Collectors.joining(" "));
        String line =
                Stream.of(part.city(), region.isEmpty() ? null : region)
                        .flatMap(Stream::ofNullable)
                        .collect(Collectors.joining(", "));
        return line.isEmpty() ? List.of() : List.of(line);
    }
}
