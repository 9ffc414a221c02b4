package org.coalitionatlas.directory;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A training that ends soon or has ended, and that no later one of the same topic replaces.
 *
 * @param contact the person's name; {@code null} when the organization's whole staff took it
 * @param until first day on which it no longer counts
 */
public record TrainingExpiry(
        UUID organizationId,
        String organization,
        @Nullable String contact,
        TrainingTopic topic,
        LocalDate until) {}
