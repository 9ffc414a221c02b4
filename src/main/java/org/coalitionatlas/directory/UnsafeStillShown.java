package org.coalitionatlas.directory;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody reported a record as unsafe, and it is still shown: a coordinator has to look now.
 * Published in the transaction of the report.
 *
 * @param why it was not hidden
 */
public record UnsafeStillShown(
        UUID proposalId,
        UUID recordId,
        UUID organizationId,
        String recordLabel,
        UnsafeReports.Outcome why,
        Instant at) {}
