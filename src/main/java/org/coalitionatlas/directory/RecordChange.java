package org.coalitionatlas.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a record's history.
 *
 * @param by name of the person, or of what acted: an import, a nightly job
 * @param note why, where a reason was asked for
 * @param before the draft before, {@code null} when the fields did not change or there was none
 * @param after the draft after, {@code null} when the fields did not change
 * @param first whether no earlier entry kept a draft: what stood before an imported record's first
 *     change is kept here alone
 */
public record RecordChange(
        UUID id,
        RecordKind kind,
        UUID recordId,
        UUID organizationId,
        RecordAction action,
        String label,
        String by,
        Instant at,
        @Nullable String note,
        @Nullable Object before,
        @Nullable Object after,
        boolean first) {

    /** Which of the two drafts of an entry is meant. */
    public enum Side {
        BEFORE,
        AFTER
    }

    /** The draft on that side, {@code null} when the entry kept none. */
    public @Nullable Object draft(Side side) {
        return side == Side.BEFORE ? before : after;
    }
}
