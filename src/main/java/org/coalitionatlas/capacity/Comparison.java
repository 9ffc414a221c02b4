package org.coalitionatlas.capacity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two results of one questionnaire, place by place, also when the later one answers another version
 * of it. Places are the same when their keys are, however they are numbered or worded.
 *
 * @param lines first what is asked now, in the order of its paper; then what is no longer asked
 */
public record Comparison(Result before, Result now, List<Line> lines) {

    /**
     * One place then and now; at least one of the two is there.
     *
     * @param reworded whether the question changed so much in between that the two answers may not
     *     mean the same
     */
    public record Line(
            @Nullable Judged before, @Nullable Judged now, Change change, boolean reworded) {

        /** The place as it is asked now, or was when it is no longer. */
        public Judged shown() {
            if (now != null) {
                return now;
            }
            if (before == null) {
                throw new IllegalStateException("a line without a place");
            }
            return before;
        }
    }

    /**
     * Compares two results that may be read to the end.
     *
     * @throws IllegalArgumentException when they answer different questionnaires
     */
    public static Comparison of(Result before, Result now) {
        return of(before, Set.of(), now, Set.of());
    }

    /**
     * Compares two results as somebody may read them: words that are withheld, then or now, are not
     * compared.
     *
     * @throws IllegalArgumentException when they answer different questionnaires
     */
    public static Comparison of(ResultSheet before, ResultSheet now) {
        return of(before.result(), before.withheld(), now.result(), now.withheld());
    }

    /**
     * The same.
     *
     * @param withheldBefore places whose words may not be read
     * @param withheldNow places whose words may not be read
     * @throws IllegalArgumentException when they answer different questionnaires
     */
    static Comparison of(
            Result before, Set<AnswerKey> withheldBefore, Result now, Set<AnswerKey> withheldNow) {
        if (!before.instrument().code().equals(now.instrument().code())) {
            throw new IllegalArgumentException("different questionnaires");
        }
        Map<AnswerKey, Judged> then = byPlace(before);
        var lines = new ArrayList<Line>();
        for (Judged place : now.places()) {
            Judged former = then.remove(place.place());
            boolean withheld = isWithheld(former, withheldBefore) || isWithheld(place, withheldNow);
            lines.add(line(former, place, withheld));
        }
        then.values().forEach(gone -> lines.add(line(gone, null, false)));
        return new Comparison(before, now, List.copyOf(lines));
    }

    // A choice can be read where only the note to it is withheld.
    private static boolean isWithheld(@Nullable Judged judged, Set<AnswerKey> withheld) {
        return judged != null
                && judged.outcome() == Outcome.IN_WORDS
                && withheld.contains(judged.place());
    }

    private static Line line(@Nullable Judged before, @Nullable Judged now, boolean withheld) {
        boolean reworded =
                before != null && now != null && Moved.isReworded(before.item(), now.item());
        return new Line(before, now, Change.between(before, now, withheld), reworded);
    }

    private static Map<AnswerKey, Judged> byPlace(Result result) {
        var places = new LinkedHashMap<AnswerKey, Judged>();
        result.places().forEach(place -> places.put(place.place(), place));
        return places;
    }

    /** The lines with that change. */
    public List<Line> lines(Change change) {
        return lines.stream().filter(line -> line.change() == change).toList();
    }

    /** How many lines have each change; changes without a line are left out. */
    public Map<Change, Integer> counts() {
        var counts = new HashMap<Change, Integer>();
        lines.forEach(line -> counts.merge(line.change(), 1, Integer::sum));
        return counts;
    }

    /** Whether the two were answered in different versions. */
    public boolean isAcrossVersions() {
        return before.instrument().version() != now.instrument().version();
    }
}
