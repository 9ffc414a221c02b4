package org.coalitionatlas.capacity;

import java.util.UUID;
import org.coalitionatlas.common.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A goal proposed by a place of a result that is to be or being improved.
 *
 * @param title what will be so when the goal is reached
 * @param number of the item on the paper
 * @param source place of the source document, such as {@code 003 §3.3}
 * @param note what the person who answered added
 */
public record GoalDraft(
        ActionOrigin origin, LocalText title, String number, String source, @Nullable String note) {

    /**
     * The goal an answer suggests.
     *
     * @throws IllegalArgumentException when there is nothing to improve there
     */
    public static GoalDraft of(UUID response, Judged place) {
        if (!isOffered(place)) {
            throw new IllegalArgumentException("nothing to improve at " + place.place());
        }
        return new GoalDraft(
                ActionOrigin.of(response, place.place()),
                place.statement(),
                place.item().number(),
                place.item().source(),
                place.given().note());
    }

    /** Whether the place suggests a goal. */
    public static boolean isOffered(Judged place) {
        return place.outcome() == Outcome.TO_IMPROVE || place.outcome() == Outcome.BEING_IMPROVED;
    }
}
