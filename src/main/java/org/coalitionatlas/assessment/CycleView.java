package org.coalitionatlas.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cycle of a county's assessment.
 *
 * @param name a year or any short name, unique in the county
 * @param dueOn the day by which answers are wanted
 * @param closedAt {@code null} while open, and for cycles that ended before closing was kept
 * @param carriedFrom the cycle whose answers are shown as last time's
 * @param listsToday whether its sheet lists today's providers by today's names: while it is open,
 *     and where it was closed before what was listed was kept
 * @param version grows with each verb
 */
public record CycleView(
        UUID id,
        String countyFips,
        String name,
        CycleState state,
        Instant openedAt,
        @Nullable LocalDate dueOn,
        @Nullable Instant closedAt,
        @Nullable UUID carriedFrom,
        boolean listsToday,
        long version) {

    /** Whether it takes answers. */
    public boolean isOpen() {
        return state == CycleState.OPEN;
    }
}
