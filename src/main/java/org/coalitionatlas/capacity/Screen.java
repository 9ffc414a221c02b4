package org.coalitionatlas.capacity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the screen knew on which a word was said. A word may arrive long after it was said, when a
 * connection or a session was lost meanwhile.
 *
 * @param wording {@link Item#wording} of the question on it, which may be older than the response's
 * @param at when it was said, on the server's clock; {@code null} for now
 * @param wrote {@link PlaceAnswer#version} of this screen's own last word at the place; 0 without
 *     one, {@link #ALL_ONES_OWN} where whatever the person said before is taken as seen
 */
public record Screen(int wording, @Nullable Instant at, long wrote) {

    /** Every former word of the same person was seen. */
    public static final long ALL_ONES_OWN = -1;

    /** One that shows the response as it stands. */
    static final Screen UP_TO_DATE = new Screen(Integer.MAX_VALUE, null, ALL_ONES_OWN);

    /** Whether the person's own word is one this screen knows of. */
    boolean knows(PlaceAnswer own) {
        return wrote == ALL_ONES_OWN || wrote == own.version();
    }

    /** Whether that was said after the word that arrives only now. */
    boolean isBefore(PlaceAnswer standing) {
        return at != null && standing.at().isAfter(at);
    }
}
