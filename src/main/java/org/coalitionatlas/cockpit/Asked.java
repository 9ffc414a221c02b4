package org.coalitionatlas.cockpit;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organization that was asked in a round, and how far it is.
 *
 * @param counties FIPS codes of the coalition's counties in which it counts; none when it serves
 *     only states, the whole country, or is not placed yet
 * @param isWider whether it names no county but serves a state or the country
 * @param response its response, if there is one
 * @param putOff how many answers of what it handed in are put off
 * @param isOverdue whether its answer is missing after the due date of an open round
 * @param hasNeverAnswered whether it has never handed in anything, in any cycle
 * @param remindedAt when somebody of it was last reminded of this
 */
public record Asked(
        UUID id,
        Round round,
        UUID organization,
        String name,
        Set<String> counties,
        boolean isWider,
        AnswerState state,
        @Nullable UUID response,
        int putOff,
        boolean isOverdue,
        boolean hasNeverAnswered,
        @Nullable Instant remindedAt) {

    /** Whether something is still wanted from it: asked in an open round and not answered. */
    public boolean isOpen() {
        return round.isOpen() && !state.isAnswered();
    }
}
