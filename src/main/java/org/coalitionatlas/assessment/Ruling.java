package org.coalitionatlas.assessment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a coordinator decided where people disagreed.
 *
 * @param question {@code null} for the need as a whole
 * @param answer to the question; {@code null} for the need as a whole
 * @param finding about the need as a whole; {@code null} when none is to hold
 */
public record Ruling(
        @Nullable Question question,
        @Nullable Answer answer,
        @Nullable Finding finding,
        String reason,
        String by,
        Instant at) {}
