package org.coalitionatlas.partnership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a partnership holds.
 *
 * @param signedOn the first day; {@code null} when nobody knows
 * @param expiresOn the first day on which it no longer holds; {@code null} without an end
 * @param endedOn the first day on which it no longer holds because somebody ended it
 */
public record Span(
        @Nullable LocalDate signedOn, @Nullable LocalDate expiresOn, @Nullable LocalDate endedOn) {

    /** Whether it is in force on that day: begun and not over. */
    public boolean inForce(LocalDate day) {
        return (signedOn == null || !day.isBefore(signedOn))
                && (expiresOn == null || day.isBefore(expiresOn))
                && (endedOn == null || day.isBefore(endedOn));
    }
}
