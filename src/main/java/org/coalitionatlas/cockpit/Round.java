package org.coalitionatlas.cockpit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round: organizations asked to answer a questionnaire for a cycle by a day.
 *
 * @param dueOn the last day
 * @param version grows with each change
 */
public record Round(
        UUID id,
        String instrumentCode,
        String cycle,
        LocalDate dueOn,
        RoundState state,
        Instant openedAt,
        String openedBy,
        @Nullable Instant closedAt,
        long version) {

    /** Whether it waits for answers. */
    public boolean isOpen() {
        return state == RoundState.OPEN;
    }

    /** Whether the due date is over and answers are still wanted. */
    public boolean isOverdue(LocalDate today) {
        return isOpen() && today.isAfter(dueOn);
    }
}
