package org.coalitionatlas.gaps.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.coalitionatlas.gaps.Cell;
import org.coalitionatlas.gaps.GapCode;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.taxonomy.Need;
import org.jspecify.annotations.Nullable;

/**
 * What the screen shows, kept in its address, so that it can be bookmarked, sent and gone back to.
 *
 * @param phase code, or {@code null} for all
 * @param gap only cells with it
 * @param county FIPS code, or {@code null} for all of the coalition
 * @param page of the list, from 0
 */
record GapsQuery(
        @Nullable String phase,
        @Nullable GapCode gap,
        Only only,
        @Nullable String county,
        boolean list,
        Sort sort,
        int page) {

    static final GapsQuery EVERYTHING =
            new GapsQuery(null, null, Only.ALL, null, false, Sort.PHASE, 0);

    /** How far a cell has come. */
    enum Only {
        ALL,
        NOT_ASSESSED,
        ASSESSED,
        UNCOVERED,
        COVERED;

        boolean includes(Cell cell) {
            return switch (this) {
                case ALL -> true;
                case NOT_ASSESSED -> !cell.isAssessed() && !cell.isNotApplicable();
                case ASSESSED -> cell.isAssessed();
                case UNCOVERED -> cell.isAssessed() && !cell.isCovered();
                case COVERED -> cell.isCovered();
            };
        }
    }

    /** Orders of the list. */
    enum Sort {
        PHASE,
        COUNTY,
        NEED,
        GAP
    }

    static GapsQuery of(QueryParameters parameters) {
        return new GapsQuery(
                first(parameters, "phase"),
                word(GapCode.values(), first(parameters, "gap")),
                Optional.ofNullable(word(Only.values(), first(parameters, "only")))
                        .orElse(Only.ALL),
                first(parameters, "county"),
                "list".equals(first(parameters, "view")),
                Optional.ofNullable(word(Sort.values(), first(parameters, "sort")))
                        .orElse(Sort.PHASE),
                page(first(parameters, "page")));
    }

    QueryParameters parameters() {
        var values = new LinkedHashMap<String, String>();
        put(values, "view", list ? "list" : null);
        put(values, "phase", phase);
        put(values, "gap", gap == null ? null : gap.name());
        put(values, "only", only == Only.ALL ? null : word(only));
        put(values, "county", county);
        put(values, "sort", sort == Sort.PHASE ? null : word(sort));
        put(values, "page", page == 0 ? null : String.valueOf(page + 1));
        return QueryParameters.simple(values);
    }

    /** Whether the cell is one of those asked for. */
    boolean includes(County where, Need need, Cell cell) {
        return includesRow(need)
                && (county == null || county.equals(where.fips()))
                && (gap == null || cell.gaps().contains(gap))
                && only.includes(cell);
    }

    private boolean includesRow(Need need) {
        return phase == null || phase.equals(need.phase().code());
    }

    /** Whether some cells are left out. */
    boolean isNarrowed() {
        return phase != null || gap != null || only != Only.ALL || county != null;
    }

    GapsQuery withPhase(@Nullable String wanted) {
        return new GapsQuery(wanted, gap, only, county, list, sort, 0);
    }

    GapsQuery withGap(@Nullable GapCode wanted) {
        return new GapsQuery(phase, wanted, only, county, list, sort, 0);
    }

    GapsQuery withOnly(Only wanted) {
        return new GapsQuery(phase, gap, wanted, county, list, sort, 0);
    }

    GapsQuery withCounty(@Nullable String wanted) {
        return new GapsQuery(phase, gap, only, wanted, list, sort, 0);
    }

    GapsQuery withList(boolean wanted) {
        return new GapsQuery(phase, gap, only, county, wanted, sort, 0);
    }

    GapsQuery withSort(Sort wanted) {
        return new GapsQuery(phase, gap, only, county, list, wanted, 0);
    }

    GapsQuery withPage(int wanted) {
        return new GapsQuery(phase, gap, only, county, list, sort, wanted);
    }

    /** The same screen with everything in it. */
    GapsQuery widened() {
        return EVERYTHING.withList(list).withSort(sort);
    }

    private static @Nullable String first(QueryParameters parameters, String name) {
        List<String> values = parameters.getParameters(name);
        return values.isEmpty() || values.getFirst().isBlank() ? null : values.getFirst();
    }

    private static <E extends Enum<E>> @Nullable E word(E[] values, @Nullable String text) {
        return Arrays.stream(values)
                .filter(value -> word(value).equals(text) || value.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static int page(@Nullable String text) {
        try {
            return Math.max(0, Integer.parseInt(Objects.requireNonNullElse(text, "1")) - 1);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
