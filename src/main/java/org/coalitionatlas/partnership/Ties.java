package org.coalitionatlas.partnership;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is on record about partnerships and contacts with providers on one day. Providers without
 * any record are absent: nobody knows, which is not the same as no tie.
 *
 * @param partners whether a partnership is in force
 * @param contacts since when a contact that is still held has been on record
 */
public record Ties(Map<UUID, Partner> partners, Map<UUID, Instant> contacts) {

    /**
     * Whether a partnership is in force.
     *
     * @param since when that was last put on record, or the last of them ended; {@code null} when
     *     nobody knows
     */
    public record Partner(boolean inForce, @Nullable Instant since) {

        Partner or(Partner other) {
            if (inForce != other.inForce) {
                return inForce ? this : other;
            }
            return new Partner(inForce, later(since, other.since));
        }
    }

    /** The later one; what is not known is earlier than anything. */
    static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isAfter(b) ? a : b;
    }
}
