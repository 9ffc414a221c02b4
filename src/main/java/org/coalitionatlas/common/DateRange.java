package org.coalitionatlas.common;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days from the first to before the second; an open end is {@code null}. */
public record DateRange(@Nullable LocalDate from, @Nullable LocalDate until) {

    /** Whether the day lies inside. */
    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }
}
