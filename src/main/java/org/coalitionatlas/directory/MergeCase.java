package org.coalitionatlas.directory;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two records as they stand before one is merged into the other.
 *
 * @param stays the record that survives
 * @param goes the record that is archived
 * @param best what keeps most of both, field by field
 * @param list whether a field is a list, which can be united
 */
public record MergeCase(
        RecordKind kind, Side stays, Side goes, Map<String, Take> best, Map<String, Boolean> list) {

    /**
     * One of the two.
     *
     * @param services how many services would move with it
     * @param locations how many locations
     * @param contacts how many contacts
     * @param programs how many organizations belong to it
     */
    public record Side(
            UUID id,
            UUID organizationId,
            String label,
            String organization,
            Publication publication,
            @Nullable LocalDate assuredOn,
            long version,
            Object draft,
            int services,
            int locations,
            int contacts,
            int programs) {}
}
