package org.coalitionatlas.gaps;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a need in a county stood on a day, small enough to keep: what cycles are compared by.
 *
 * @param level highest standing; {@code null} when not assessed or not applicable
 * @param gaps what fell short
 * @param redundancy distinct organizations that could be used
 * @param profilesReached profiles of the 16 that somebody took
 */
public record FrozenNeed(
        boolean notApplicable,
        @Nullable Standing level,
        boolean covered,
        int redundancy,
        int profilesReached,
        Set<GapCode> gaps) {

    static FrozenNeed of(Cell cell) {
        return new FrozenNeed(
                cell.isNotApplicable(),
                cell.level(),
                cell.isCovered(),
                cell.redundancy(),
                cell.profilesReached(),
                Set.copyOf(cell.gaps()));
    }

    /** Whether somebody had looked. */
    public boolean isAssessed() {
        return level != null;
    }
}
