package org.coalitionatlas.directory.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coalitionatlas.directory.SearchFilter;
import org.coalitionatlas.geography.County;
import org.jspecify.annotations.Nullable;

/** The filters of a search in words. */
final class NarrowingWords {

    private final DirectoryQuery query;
    private final DirectoryWords words;

    NarrowingWords(DirectoryQuery query, DirectoryWords words) {
        this.query = query;
        this.words = words;
    }

    /** One filter value that is on. */
    record On(SearchFilter filter, @Nullable String value, String label) {}

    /** All that are on, as they stand on the screen. */
    List<On> all() {
        var all = new ArrayList<On>();
        each(all, SearchFilter.PHASE, query.phases(), words::phase);
        each(all, SearchFilter.NEED, query.needs(), words::need);
        if (query.county() != null) {
            all.add(new On(SearchFilter.COUNTY, null, county(query.county())));
        }
        if (query.openNow()) {
            all.add(on(SearchFilter.OPEN_NOW, "directory.hours.openNow"));
        }
        if (query.always()) {
            all.add(on(SearchFilter.ALWAYS, "directory.hours.always"));
        }
        if (query.trained()) {
            all.add(on(SearchFilter.TRAINED, "seeking.chip.trained"));
        }
        if (query.zip() != null) {
            all.add(
                    query.miles() == null
                            ? new On(
                                    SearchFilter.DISTANCE,
                                    query.zip(),
                                    words.text("seeking.chip.near", query.zip()))
                            : new On(
                                    SearchFilter.DISTANCE,
                                    query.zip(),
                                    words.text("seeking.chip.within", query.miles(), query.zip())));
        }
        String from = query.county();
        Integer miles = query.miles();
        if (query.zip() == null && from != null && miles != null) {
            all.add(
                    new On(
                            SearchFilter.DISTANCE,
                            null,
                            words.text("seeking.chip.within", miles, county(from))));
        }
        each(all, SearchFilter.SERVES, query.serves(), words::population);
        each(all, SearchFilter.LANGUAGE, query.languages(), words::language);
        each(all, SearchFilter.KIND, query.kinds(), words::kind);
        return all;
    }

    /** The words and filters of the search in one line. */
    String summary() {
        var parts = new ArrayList<String>();
        if (!query.text().isBlank()) {
            parts.add(query.text().strip());
        }
        all().forEach(on -> parts.add(on.label()));
        return String.join(", ", parts);
    }

    /** What is dropped with a filter: its one value, or all that are on. */
    String label(SearchFilter filter, @Nullable String value) {
        return switch (filter) {
            case TEXT -> query.text().strip();
            case ZIP -> words.text("directory.filter.zip");
            default ->
                    all().stream()
                            .filter(on -> on.filter() == filter)
                            .filter(on -> value == null || value.equals(on.value()))
                            .map(On::label)
                            .collect(Collectors.joining(", "));
        };
    }

    private On on(SearchFilter filter, String key) {
        return new On(filter, null, words.text(key));
    }

    private String county(String fips) {
        return words.geography().county(fips).map(County::nameWithState).orElse(fips);
    }

    private static void each(
            List<On> all, SearchFilter filter, Set<String> values, Function<String, String> label) {
        values.forEach(value -> all.add(new On(filter, value, label.apply(value))));
    }
}
