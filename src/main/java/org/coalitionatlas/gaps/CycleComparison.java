package org.coalitionatlas.gaps;

import java.time.Instant;
import java.util.List;
import org.coalitionatlas.gaps.NeedChange.Verdict;
import org.coalitionatlas.geography.County;
import org.jspecify.annotations.Nullable;

/**
 * A county beside one of its closed cycles.
 *
 * @param then name of the closed cycle
 * @param closedAt when it was closed
 * @param now name of the cycle it is compared with
 * @param needs the 33 needs, by phase and order
 */
public record CycleComparison(
        County county,
        String then,
        @Nullable Instant closedAt,
        String now,
        List<NeedChange> needs) {

    /** How many needs came out so. */
    public long count(Verdict verdict) {
        return needs.stream().filter(change -> change.verdict() == verdict).count();
    }

    /** Needs assessed then. */
    public long assessedThen() {
        return needs.stream().filter(change -> change.then().isAssessed()).count();
    }

    /** Needs assessed now. */
    public long assessedNow() {
        return needs.stream().filter(change -> change.now().isAssessed()).count();
    }

    /** Needs covered then. */
    public long coveredThen() {
        return needs.stream().filter(change -> change.then().covered()).count();
    }

    /** Needs covered now. */
    public long coveredNow() {
        return needs.stream().filter(change -> change.now().covered()).count();
    }
}
