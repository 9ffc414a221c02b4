package org.coalitionatlas.capacity;

import org.jspecify.annotations.Nullable;

/** What became of a place between two cycles. The first of this list whose rule holds is shown. */
public enum Change {
    /** Asked before, not asked now: the item or part was removed, or its condition fell away. */
    NO_LONGER_ASKED((before, now, withheld) -> now == null),
    /** Not asked before: the item or part is new, or its condition came to hold. */
    NEWLY_ASKED((before, now, withheld) -> before == null),
    /** Answered neither then nor now. */
    STILL_UNANSWERED((before, now, withheld) -> !answered(before) && !answered(now)),
    NEWLY_ANSWERED((before, now, withheld) -> !answered(before)),
    NO_LONGER_ANSWERED((before, now, withheld) -> !answered(now)),
    /** Answered in words then or now that this person may not read: not compared. */
    WITHHELD((before, now, withheld) -> withheld),
    BETTER((before, now, withheld) -> judged(before, now) && rank(now) > rank(before)),
    WORSE((before, now, withheld) -> judged(before, now) && rank(now) < rank(before)),
    SAME((before, now, withheld) -> same(before, now)),
    /** Another answer that is neither better nor worse, such as other words or now known. */
    OTHERWISE((before, now, withheld) -> true);

    private final Rule rule;

    private interface Rule {
        boolean holds(@Nullable Judged before, @Nullable Judged now, boolean withheld);
    }

    Change(Rule rule) {
        this.rule = rule;
    }

    /**
     * What became of it.
     *
     * @param withheld whether its words may not be read, then or now
     */
    static Change between(@Nullable Judged before, @Nullable Judged now, boolean withheld) {
        for (Change change : values()) {
            if (change.rule.holds(before, now, withheld)) {
                return change;
            }
        }
        throw new IllegalStateException("the last rule always holds");
    }

    private static boolean answered(@Nullable Judged judged) {
        return judged != null && judged.outcome() != Outcome.UNANSWERED;
    }

    private static boolean judged(@Nullable Judged before, @Nullable Judged now) {
        return before != null
                && now != null
                && before.outcome().isJudged()
                && now.outcome().isJudged();
    }

    private static boolean same(@Nullable Judged before, @Nullable Judged now) {
        if (before == null || now == null || before.outcome() != now.outcome()) {
            return false;
        }
        return now.outcome() != Outcome.IN_WORDS
                || words(before.given()).equals(words(now.given()));
    }

    private static String words(Given given) {
        return given.text() == null ? "" : given.text().strip();
    }

    private static int rank(@Nullable Judged judged) {
        if (judged == null) {
            return 0;
        }
        return switch (judged.outcome()) {
            case STRENGTH -> 3;
            case BEING_IMPROVED -> 2;
            case TO_IMPROVE -> 1;
            default -> 0;
        };
    }
}
