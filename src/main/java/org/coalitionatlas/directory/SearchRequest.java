package org.coalitionatlas.directory;

import java.util.Set;
import org.coalitionatlas.geography.Point;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for. Values within one set are alternatives; the sets narrow each other.
 *
 * @param text words as typed
 * @param needs need codes
 * @param phases phase codes
 * @param countyFips only services that serve that county, wherever they are
 * @param serves axis values and populations, all of which the service says it accepts
 * @param languages ISO 639 codes
 * @param openNow only what is open at this moment by its own clock
 * @param always only what is open every hour of the week
 * @param trained only with a contact trained on human trafficking
 * @param kinds organization kinds
 * @param origin from where distances are measured
 * @param withinMiles only what is at most that far, or has no place and serves the county
 * @param page from 0
 * @param size hits per page, at most {@link #MOST}
 */
public record SearchRequest(
        String text,
        Set<String> needs,
        Set<String> phases,
        @Nullable String countyFips,
        Set<String> serves,
        Set<String> languages,
        boolean openNow,
        boolean always,
        boolean trained,
        Set<String> kinds,
        @Nullable Point origin,
        @Nullable Integer withinMiles,
        Sort sort,
        int page,
        int size) {

    /** Most hits a page may have. */
    public static final int MOST = 100;

    /** Deepest hit that can be asked for; nobody reads further, and engines pay for depth. */
    private static final int DEEPEST = 10_000;

    private static final int LONGEST_TEXT = 200;

    /** Cuts what is out of bounds rather than refusing it: the values come from addresses. */
    public SearchRequest {
        text = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        size = Math.clamp(size, 1, MOST);
        page = Math.clamp(page, 0, DEEPEST / size - 1);
    }

    /** Everything, best first. */
    public static SearchRequest of(String text) {
        return new SearchRequest(
                text,
                Set.of(),
                Set.of(),
                null,
                Set.of(),
                Set.of(),
                false,
                false,
                false,
                Set.of(),
                null,
                null,
                Sort.RELEVANCE,
                0,
                20);
    }

    /** The same search with other words, from its first page. */
    public SearchRequest withText(String words) {
        return new SearchRequest(
                words,
                needs,
                phases,
                countyFips,
                serves,
                languages,
                openNow,
                always,
                trained,
                kinds,
                origin,
                withinMiles,
                sort,
                0,
                size);
    }

    /** Another page of the same search, and whether what is open now alone counts. */
    public SearchRequest with(int otherPage, int otherSize, boolean onlyOpenNow) {
        return new SearchRequest(
                text,
                needs,
                phases,
                countyFips,
                serves,
                languages,
                onlyOpenNow,
                always,
                trained,
                kinds,
                origin,
                withinMiles,
                sort,
                otherPage,
                otherSize);
    }

    /** The order of the hits. */
    public enum Sort {
        RELEVANCE,
        DISTANCE,
        NAME,
        LAST_VERIFIED
    }
}
