package org.coalitionatlas.directory;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal was decided. Published in the transaction of the decision.
 *
 * @param answer the reason given
 * @param email where its proposer wants the answer; {@code null} when none is wanted
 */
public record ProposalDecided(
        UUID proposalId,
        ProposalKind kind,
        ProposalState state,
        String recordLabel,
        @Nullable String answer,
        @Nullable String email,
        Locale locale) {}
