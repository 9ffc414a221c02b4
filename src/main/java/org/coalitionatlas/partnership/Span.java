package org.coalitionatlas.partnership;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** The first day on which it no longer held, if that is not after the given one. */
    public Optional<LocalDate> overSince(LocalDate day) {
        return Stream.of(expiresOn, endedOn)
                .flatMap(Stream::ofNullable)
                .filter(end -> !end.isAfter(day))
                .min(Comparator.naturalOrder());
    }
}
