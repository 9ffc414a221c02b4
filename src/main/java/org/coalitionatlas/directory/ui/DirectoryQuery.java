package org.coalitionatlas.directory.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.coalitionatlas.directory.SearchFilter;
import org.coalitionatlas.directory.SearchParameters;
import org.coalitionatlas.directory.SearchRequest;
import org.coalitionatlas.directory.SearchRequest.Sort;
import org.coalitionatlas.directory.SearchSuggestions;
import org.coalitionatlas.geography.Geography;
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
        Set<String> phases,
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

    static final int PAGE_SIZE = SearchParameters.PAGE_SIZE;

    static final DirectoryQuery EMPTY =
            new DirectoryQuery(
                    "",
                    Set.of(),
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
                SearchParameters.first(all, "q").orElse(""),
                SearchParameters.set(all, "need"),
                SearchParameters.set(all, "phase"),
                SearchParameters.set(all, "serves"),
                SearchParameters.set(all, "language"),
                SearchParameters.set(all, "kind"),
                SearchParameters.first(all, "county").orElse(null),
                all.containsKey("open"),
                all.containsKey("always"),
                all.containsKey("trained"),
                SearchParameters.first(all, "zip")
                        .filter(zip -> zip.matches("\\d{5}"))
                        .orElse(null),
                SearchParameters.first(all, "miles").flatMap(SearchParameters::number).orElse(null),
                SearchParameters.first(all, "sort")
                        .flatMap(SearchParameters::sort)
                        .orElse(Sort.RELEVANCE),
                SearchParameters.first(all, "view").filter("list"::equals).isPresent(),
                SearchParameters.first(all, "page")
                        .flatMap(SearchParameters::number)
                        .map(n -> n - 1)
                        .orElse(0));
    }

    QueryParameters parameters() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        put(all, "q", text.isBlank() ? List.of() : List.of(text));
        put(all, "phase", phases);
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
        return SearchParameters.request(parameters().getParameters(), geography);
    }

    /** How many filters narrow the search, words aside. */
    int filters() {
        return needs.size()
                + phases.size()
                + serves.size()
                + languages.size()
                + kinds.size()
                + (county == null ? 0 : 1)
                + (openNow ? 1 : 0)
                + (always ? 1 : 0)
                + (trained ? 1 : 0)
                + (zip == null && (county == null || miles == null) ? 0 : 1);
    }

    /** Whether distances are asked for and nothing says from where. */
    boolean lacksOrigin() {
        boolean somewhere = zip != null || county != null || text.matches(".*\\b\\d{5}\\b.*");
        return !somewhere && (miles != null || sort == Sort.DISTANCE);
    }

    DirectoryQuery withText(String words) {
        return new DirectoryQuery(
                words, needs, phases, serves, languages, kinds, county, openNow, always, trained,
                zip, miles, sort, compact, 0);
    }

    /** Narrowed to these needs as well, or to another county or ZIP code; the words are used up. */
    DirectoryQuery taking(SearchSuggestions.Suggestion chosen) {
        var more = new TreeSet<>(needs);
        String where = county;
        String near = zip;
        switch (chosen.kind()) {
            case NEED, CATEGORY -> more.addAll(chosen.values());
            case COUNTY -> where = chosen.values().getFirst();
            case ZIP -> near = chosen.values().getFirst();
            case ORGANIZATION, SERVICE -> {
                return this;
            }
        }
        return new DirectoryQuery(
                "", more, phases, serves, languages, kinds, where, openNow, always, trained, near,
                miles, sort, compact, 0);
    }

    /** Without that value of a filter, or without the filter when the value is {@code null}. */
    DirectoryQuery without(SearchFilter filter, @Nullable String value) {
        return new DirectoryQuery(
                switch (filter) {
                    case TEXT -> "";
                    case ZIP -> text.replaceAll("\\b\\d{5}(-\\d{4})?\\b", "").strip();
                    default -> text;
                },
                filter == SearchFilter.NEED ? without(needs, value) : needs,
                filter == SearchFilter.PHASE ? without(phases, value) : phases,
                filter == SearchFilter.SERVES ? without(serves, value) : serves,
                filter == SearchFilter.LANGUAGE ? without(languages, value) : languages,
                filter == SearchFilter.KIND ? without(kinds, value) : kinds,
                filter == SearchFilter.COUNTY ? null : county,
                openNow && filter != SearchFilter.OPEN_NOW,
                always && filter != SearchFilter.ALWAYS,
                trained && filter != SearchFilter.TRAINED,
                filter == SearchFilter.DISTANCE && value != null ? null : zip,
                filter == SearchFilter.DISTANCE ? null : miles,
                sort,
                compact,
                0);
    }

    private static Set<String> without(Set<String> values, @Nullable String value) {
        var rest = new TreeSet<>(values);
        rest.removeIf(one -> value == null || one.equals(value));
        return rest;
    }

    DirectoryQuery withNeeds(Set<String> others) {
        return new DirectoryQuery(
                text, others, phases, serves, languages, kinds, county, openNow, always, trained,
                zip, miles, sort, compact, 0);
    }

    DirectoryQuery withCounty(@Nullable String other) {
        return new DirectoryQuery(
                text, needs, phases, serves, languages, kinds, other, openNow, always, trained, zip,
                miles, sort, compact, 0);
    }

    DirectoryQuery withCompact(boolean dense) {
        return new DirectoryQuery(
                text, needs, phases, serves, languages, kinds, county, openNow, always, trained,
                zip, miles, sort, dense, page);
    }

    DirectoryQuery withSort(Sort order) {
        return new DirectoryQuery(
                text, needs, phases, serves, languages, kinds, county, openNow, always, trained,
                zip, miles, order, compact, 0);
    }

    DirectoryQuery withPage(int number) {
        return new DirectoryQuery(
                text, needs, phases, serves, languages, kinds, county, openNow, always, trained,
                zip, miles, sort, compact, number);
    }

    /** The words alone. */
    DirectoryQuery withoutFilters() {
        return EMPTY.withText(text).withCompact(compact);
    }

    private static void put(Map<String, List<String>> all, String name, Collection<String> values) {
        if (!values.isEmpty()) {
            all.put(name, List.copyOf(values));
        }
    }
}
