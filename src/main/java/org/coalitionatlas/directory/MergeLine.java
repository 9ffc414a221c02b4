package org.coalitionatlas.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A merge that was made.
 *
 * @param separatedBy who took it back, {@code null} while it stands
 */
public record MergeLine(
        UUID id,
        RecordKind kind,
        UUID fromId,
        UUID intoId,
        String fromLabel,
        String intoLabel,
        String mergedBy,
        Instant mergedAt,
        @Nullable String separatedBy) {}
