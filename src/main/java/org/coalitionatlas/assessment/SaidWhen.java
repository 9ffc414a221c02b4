package org.coalitionatlas.assessment;

import java.time.Instant;
import java.util.Set;

/**
 * When something was said, as the screen it was said on knows it: a word may arrive long after it
 * was given, when a connection or a session was lost meanwhile.
 *
 * @param at on the server's clock
 * @param known when the speaker's own former words were said that the speaker knew of, in
 *     milliseconds as screens count them
 */
public record SaidWhen(Instant at, Set<Long> known) {

    /** Whether the speaker said something else later, elsewhere, and does not know it here. */
    boolean isOvertakenBy(Instant standing) {
        return standing.isAfter(at) && !known.contains(standing.toEpochMilli());
    }

    /** The moment to keep with the word: a clock that is fast makes nobody's word the newest. */
    Instant dated(Instant now) {
        return at.isBefore(now) ? at : now;
    }
}
