package org.coalitionatlas.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a verification holds, under {@code atlas.verification}. What counts as usable in the
 * gaps is another rule with its own 365 days (PRODUCT §7, U).
 *
 * @param days for an organization or service
 * @param contactDays for a contact: people change posts sooner than places close
 * @param aheadDays how long before that a record shows up in the queue
 * @param graceDays how long after that every reader is told that it is not verified
 * @param withholdDays how long after that it is taken out of sight
 */
@ConfigurationProperties("atlas.verification")
public record VerificationCycle(
        @DefaultValue("365") int days,
        @DefaultValue("180") int contactDays,
        @DefaultValue("30") int aheadDays,
        @DefaultValue("60") int graceDays,
        @DefaultValue("180") int withholdDays) {

    /** Days a verification of that kind of record holds. */
    public int holds(RecordKind kind) {
        return kind == RecordKind.CONTACT ? contactDays : days;
    }

    /** The day the next verification is due; {@code null} when there was none: it is due now. */
    public @Nullable LocalDate dueOn(RecordKind kind, @Nullable LocalDate assuredOn) {
        return assuredOn == null ? null : assuredOn.plusDays(holds(kind));
    }

    /** Whether readers must be told that nobody made sure for too long. */
    public boolean isLapsed(RecordKind kind, @Nullable LocalDate assuredOn, LocalDate today) {
        LocalDate due = dueOn(kind, assuredOn);
        return due != null && today.isAfter(due.plusDays(graceDays));
    }

    /** Whether a record must be marked wherever it is shown: it lapsed, or nobody ever looked. */
    public boolean isUnsure(RecordKind kind, @Nullable LocalDate assuredOn, LocalDate today) {
        return assuredOn == null || isLapsed(kind, assuredOn, today);
    }
}
