package org.coalitionatlas.capacity;

import java.util.function.Predicate;

/**
 * Where a section of an organization's result stands in the coalition's table. The first level of
 * this list whose rule holds is shown; there is no other rule, and a level never stands without its
 * words.
 */
public enum SectionLevel {
    /** Nobody answered anything here: hatched, since that is no judgment. */
    NOT_BEGUN(section -> section.progress().answered() == 0),
    /** Answered in words alone: there to be read, not to be scored. */
    IN_WORDS(section -> judged(section) == 0 && has(section, Outcome.IN_WORDS)),
    /** Answered "don't know" wherever it applies, or not yet: no judgment either. */
    NOT_KNOWN(
            section ->
                    judged(section) == 0
                            && (has(section, Outcome.NOT_KNOWN)
                                    || has(section, Outcome.UNANSWERED))),
    /** Nothing in it concerns the organization. */
    NOT_APPLICABLE(section -> judged(section) == 0),
    /** More to improve than everything that is in place or under way. */
    MOSTLY_TO_IMPROVE(section -> 2 * count(section, Outcome.TO_IMPROVE) > judged(section)),
    /** Something to improve. */
    PARTLY_TO_IMPROVE(section -> has(section, Outcome.TO_IMPROVE)),
    /** Nothing left lying, but something still under way. */
    BEING_IMPROVED(section -> has(section, Outcome.BEING_IMPROVED)),
    /** Only strengths so far; something is not known or not answered. */
    STRONG_SO_FAR(section -> has(section, Outcome.NOT_KNOWN) || has(section, Outcome.UNANSWERED)),
    /** Only strengths. */
    STRONG(section -> true);

    private final Predicate<Result.OfSection> holds;

    SectionLevel(Predicate<Result.OfSection> holds) {
        this.holds = holds;
    }

    static SectionLevel of(Result.OfSection section) {
        for (SectionLevel level : values()) {
            if (level.holds.test(section)) {
                return level;
            }
        }
        throw new IllegalStateException("the last level always holds");
    }

    private static int count(Result.OfSection section, Outcome outcome) {
        return (int) section.places().stream().filter(place -> place.outcome() == outcome).count();
    }

    private static boolean has(Result.OfSection section, Outcome outcome) {
        return count(section, outcome) > 0;
    }

    private static int judged(Result.OfSection section) {
        return (int) section.places().stream().filter(place -> place.outcome().isJudged()).count();
    }
}
