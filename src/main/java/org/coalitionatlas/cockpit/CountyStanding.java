package org.coalitionatlas.cockpit;

import java.time.Instant;
import java.time.LocalDate;
import org.coalitionatlas.geography.County;
import org.jspecify.annotations.Nullable;

/**
 * How far a county's latest assessment is.
 *
 * @param cycle {@code null} before the first one
 * @param assessed of the 33 needs
 * @param disagreements needs on which people disagree and nobody has decided
 */
public record CountyStanding(
        County county,
        @Nullable String cycle,
        boolean isOpen,
        int assessed,
        int disagreements,
        @Nullable LocalDate dueOn,
        @Nullable Instant lastAnswerAt) {

    /** How many needs a county has. */
    public static final int NEEDS = 33;

    /** Whether the due date of an open cycle is over. */
    public boolean isOverdue(LocalDate today) {
        return isOpen && dueOn != null && today.isAfter(dueOn);
    }
}
