package org.coalitionatlas.directory;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.coalitionatlas.directory.SearchRequest.Sort;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.geography.Point;
import org.coalitionatlas.geography.ZipCode;

/**
 * A search as the address of the portal's search screen writes it, so that what was saved or sent
 * to a colleague is the same search wherever it is run. What cannot be understood is left out.
 */
public final class SearchParameters {

    /** Hits on a page of the screen. */
    public static final int PAGE_SIZE = 20;

    private SearchParameters() {}

    /**
     * The search of these parameters. Distances are measured from the ZIP code, or else from the
     * middle of the county; without either there are none.
     */
    public static SearchRequest request(Map<String, List<String>> all, Geography geography) {
        Optional<Point> origin = origin(all, geography);
        return new SearchRequest(
                first(all, "q").orElse(""),
                set(all, "need"),
                set(all, "phase"),
                first(all, "county").orElse(null),
                set(all, "serves"),
                set(all, "language"),
                all.containsKey("open"),
                all.containsKey("always"),
                all.containsKey("trained"),
                set(all, "kind"),
                origin.orElse(null),
                origin.flatMap(from -> first(all, "miles"))
                        .flatMap(SearchParameters::number)
                        .orElse(null),
                first(all, "sort").flatMap(SearchParameters::sort).orElse(Sort.RELEVANCE),
                first(all, "page").flatMap(SearchParameters::number).map(n -> n - 1).orElse(0),
                PAGE_SIZE);
    }

    private static Optional<Point> origin(Map<String, List<String>> all, Geography geography) {
        return first(all, "zip")
                .filter(zip -> zip.matches("\\d{5}"))
                .flatMap(geography::zip)
                .map(ZipCode::center)
                .or(() -> first(all, "county").flatMap(geography::county).map(County::center));
    }

    /** The parameters of an address, from what follows its question mark. */
    public static Map<String, List<String>> parse(String query) {
        var all = new LinkedHashMap<String, List<String>>();
        for (String part : query.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                all.computeIfAbsent(decoded(part.substring(0, equals)), name -> new ArrayList<>())
                        .add(decoded(part.substring(equals + 1)));
            }
        }
        return all;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The first value of that name that is not blank. */
    public static Optional<String> first(Map<String, List<String>> all, String name) {
        return all.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** All values of that name. */
    public static Set<String> set(Map<String, List<String>> all, String name) {
        return new TreeSet<>(all.getOrDefault(name, List.of()));
    }

    /** A number from 1 to 9999. */
    public static Optional<Integer> number(String text) {
        return text.matches("[1-9]\\d{0,3}")
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }

    /** The order of that name, in any case. */
    public static Optional<Sort> sort(String text) {
        String name = text.toUpperCase(Locale.ROOT);
        return List.of(Sort.values()).stream().filter(sort -> sort.name().equals(name)).findFirst();
    }
}
