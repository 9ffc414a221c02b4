package org.coalitionatlas.directory;

import java.util.Set;
import java.util.UUID;

/**
 * Two records that likely are one.
 *
 * @param score of 100; 60 and above
 * @param namePercent likeness of their names
 */
public record DuplicatePair(
        UUID id,
        RecordKind kind,
        UUID oneId,
        UUID otherId,
        String oneLabel,
        String otherLabel,
        UUID oneOrganizationId,
        UUID otherOrganizationId,
        int score,
        int namePercent,
        Set<Likeness.Sign> signs) {}
