package org.coalitionatlas.directory;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published record whose verification is due, or will be soon.
 *
 * @param label its name
 * @param email address of the organization, if it has one
 * @param assuredOn {@code null} when it was never verified
 */
public record DueRecord(
        RecordKind kind,
        UUID id,
        UUID organizationId,
        String organization,
        String label,
        @Nullable String email,
        @Nullable LocalDate assuredOn,
        @Nullable AssuranceMethod assuredHow,
        VerificationPriority priority) {}
