package org.coalitionatlas.capacity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a coordinator says of an item.
 *
 * @param item its key, or {@link #WHOLE}
 * @param told when the organization was shown it; {@code null} while it is being written
 */
public record ReviewComment(UUID id, String item, String text, Stamp made, @Nullable Instant told) {

    /** A comment on the response as a whole. */
    public static final String WHOLE = "";
}
