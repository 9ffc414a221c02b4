package org.coalitionatlas.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as lists show it.
 *
 * @param recordId {@code null} when it would add a record
 * @param organizationId {@code null} for an organization that is not there yet
 * @param countyFips the county it concerns, where no organization says so
 * @param answerWanted whether its proposer left an address for an answer
 * @param answer the reason given with the decision
 */
public record ProposalLine(
        UUID id,
        long version,
        ProposalKind kind,
        ProposalState state,
        RecordKind recordKind,
        @Nullable UUID recordId,
        @Nullable UUID organizationId,
        @Nullable String countyFips,
        String recordLabel,
        @Nullable String message,
        String proposedBy,
        boolean answerWanted,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String answer) {}
