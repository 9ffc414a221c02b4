package org.coalitionatlas.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a location or contact is no longer there. It keeps its data, its history and its place in
 * services, but no view of it is made any more.
 *
 * @param at when that was said; {@code null} while it is there
 * @param by id of the person who said it
 */
@Embeddable
record Retirement(
        @Nullable @Column(name = "retired_at") Instant at,
        @Nullable @Column(name = "retired_by") UUID by) {

    /** It is there. */
    static final Retirement NONE = new Retirement(null, null);
}
