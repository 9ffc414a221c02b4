package org.coalitionatlas.partnership;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A term that a renewal replaced.
 *
 * @param expiresOn first day on which it no longer held
 * @param replacedAt when it was renewed
 * @param replacedBy the person who recorded that
 */
@Embeddable
public record FormerTerm(
        @Enumerated(EnumType.STRING) Agreement agreement,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate expiresOn,
        @Nullable String document,
        Instant replacedAt,
        String replacedBy) {}
