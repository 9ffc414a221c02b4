package org.coalitionatlas.assessment;

import java.util.UUID;

/**
 * A cycle was closed and its answers are frozen. Published within the transaction that closes it,
 * so that rooms that work out figures from the answers keep those of this moment, or nothing is
 * closed.
 */
public record AssessmentClosed(UUID assessmentId, String countyFips) {}
