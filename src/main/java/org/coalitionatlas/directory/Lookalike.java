package org.coalitionatlas.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that another one looks like.
 *
 * @param organization name of the organization it belongs to; {@code null} for an organization
 * @param phone the number by which people would tell it, as far as the reader may see one
 */
public record Lookalike(
        RecordKind kind,
        UUID id,
        UUID organizationId,
        String name,
        @Nullable String organization,
        @Nullable String phone,
        Publication publication,
        Likeness likeness) {}
