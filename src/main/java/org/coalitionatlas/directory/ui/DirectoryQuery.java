package org.coalitionatlas.directory.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.coalitionatlas.directory.SearchRequest;
import org.coalitionatlas.directory.SearchRequest.Sort;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.geography.ZipCode;
import org.jspecify.annotations.Nullable;

/**
 * What the search screen shows, exactly as its address says it: an address can be sent to a
 * colleague, and the browser's back button walks through what was searched.
 *
 * @param compact whether hits are shown as a dense list
 */
record DirectoryQuery(
        String text,
        Set<String> needs,
        Set<String> serves,
        Set<String> languages,
        Set<String> kinds,
        @Nullable String county,
        boolean openNow,
        boolean always,
        boolean trained,
        @Nullable String zip,
        @Nullable Integer miles,
        Sort sort,
        boolean compact,
        int page) {

    static final int PAGE_SIZE = 20;

    static final DirectoryQuery EMPTY =
            new DirectoryQuery(
                    "",
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    null,
                    false,
                    false,
                    false,
                    null,
                    null,
                    Sort.RELEVANCE,
                    false,
                    0);

    /** Reads an address; what it cannot understand is left out. */
    static DirectoryQuery of(QueryParameters parameters) {
        Map<String, List<String>> all = parameters.getParameters();
        return new DirectoryQuery(
                first(all, "q").orElse(""),
                set(all, "need"),
                set(all, "serves"),
                set(all, "language"),
                set(all, "kind"),
                first(all, "county").orElse(null),
                all.containsKey("open"),
                all.containsKey("always"),
                all.containsKey("trained"),
                first(all, "zip").filter(zip -> zip.matches("\\d{5}")).orElse(null),
                first(all, "miles").flatMap(DirectoryQuery::number).orElse(null),
                first(all, "sort").flatMap(DirectoryQuery::sort).orElse(Sort.RELEVANCE),
                first(all, "view").filter("list"::equals).isPresent(),
                first(all, "page").flatMap(DirectoryQuery::number).map(n -> n - 1).orElse(0));
    }

    QueryParameters parameters() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        put(all, "q", text.isBlank() ? List.of() : List.of(text));
        put(all, "need", needs);
        put(all, "serves", serves);
        put(all, "language", languages);
        put(all, "kind", kinds);
        put(all, "county", county == null ? List.of() : List.of(county));
        put(all, "open", openNow ? List.of("1") : List.of());
        put(all, "always", always ? List.of("1") : List.of());
        put(all, "trained", trained ? List.of("1") : List.of());
        put(all, "zip", zip == null ? List.of() : List.of(zip));
        put(all, "miles", miles == null ? List.of() : List.of(miles.toString()));
        put(
                all,
                "sort",
                sort == Sort.RELEVANCE ? List.of() : List.of(sort.name().toLowerCase(Locale.ROOT)));
        put(all, "view", compact ? List.of("list") : List.of());
        put(all, "page", page == 0 ? List.of() : List.of(String.valueOf(page + 1)));
        return new QueryParameters(all);
    }

    SearchRequest request(Geography geography) {
        Optional<ZipCode> near = Optional.ofNullable(zip).flatMap(geography::zip);
        return new SearchRequest(
                text,
                needs,
                Set.of(),
                county,
                serves,
                languages,
                openNow,
                always,
                trained,
                kinds,
                near.map(ZipCode::center).orElse(null),
                near.isPresent() ? miles : null,
                sort,
                page,
                PAGE_SIZE);
    }

    /** How many filters narrow the search, words aside. */
    int filters() {
        return needs.size()
                + serves.size()
                + languages.size()
                + kinds.size()
                + (county == null ? 0 : 1)
                + (openNow ? 1 : 0)
                + (always ? 1 : 0)
                + (trained ? 1 : 0)
                + (zip == null ? 0 : 1);
    }

    DirectoryQuery withText(String words) {
        return new DirectoryQuery(
                words, needs, serves, languages, kinds, county, openNow, always, trained, zip,
                miles, sort, compact, 0);
    }

    DirectoryQuery withCompact(boolean dense) {
        return new DirectoryQuery(
                text, needs, serves, languages, kinds, county, openNow, always, trained, zip, miles,
                sort, dense, page);
    }

    DirectoryQuery withSort(Sort order) {
        return new DirectoryQuery(
                text, needs, serves, languages, kinds, county, openNow, always, trained, zip, miles,
                order, compact, 0);
    }

    DirectoryQuery withPage(int number) {
        return new DirectoryQuery(
                text, needs, serves, languages, kinds, county, openNow, always, trained, zip, miles,
                sort, compact, number);
    }

    /** The words alone. */
    DirectoryQuery withoutFilters() {
        return EMPTY.withText(text).withCompact(compact);
    }

    private static Optional<String> first(Map<String, List<String>> all, String name) {
        return all.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static Set<String> set(Map<String, List<String>> all, String name) {
        return new TreeSet<>(all.getOrDefault(name, List.of()));
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[1-9]\\d{0,3}")
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }

    private static Optional<Sort> sort(String text) {
        for (Sort sort : Sort.values()) {
            if (sort.name().equalsIgnoreCase(text)) {
                return Optional.of(sort);
            }
        }
        return Optional.empty();
    }

    private static void put(Map<String, List<String>> all, String name, Collection<String> values) {
        if (!values.isEmpty()) {
            all.put(name, List.copyOf(values));
        }
    }
}
