package org.coalitionatlas.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal with what it would change.
 *
 * @param recordVersion version of the record now; a decision names it, so that nobody approves what
 *     they have not seen
 * @param standing the draft as it stands, {@code null} for a new record
 * @param proposed the draft an approval would make: the proposal laid over what stands; {@code
 *     null} for a proposal without one
 * @param conflicts names of draft fields that somebody else changed too since it was written
 * @param organizationName {@code null} for an organization that is not there yet
 */
public record ProposalDetail(
        ProposalLine line,
        long recordVersion,
        @Nullable Object standing,
        @Nullable Object proposed,
        List<String> conflicts,
        @Nullable String organizationName) {}
