package org.coalitionatlas.verification;

import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.directory.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * What the organization says about one record.
 *
 * @param version of the record that was shown
 * @param right whether all of it is right; the rest then counts for nothing
 * @param phones by index; blank when there is no such number any more
 * @param texts by name, as {@link LinkPart#texts} has them; what is missing stays
 * @param words what has changed besides, in plain words
 */
public record LinkAnswer(
        RecordKind kind,
        UUID id,
        long version,
        boolean right,
        @Nullable String name,
        Map<Integer, String> phones,
        @Nullable String url,
        @Nullable String email,
        Map<String, String> texts,
        @Nullable String words) {}
