package org.coalitionatlas.verification;

import java.util.List;
import java.util.UUID;
import org.coalitionatlas.directory.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * A record on the page behind a one-time link: what members may see of it, and what can be
 * corrected right there.
 *
 * @param version of the record; an answer about another version is not taken
 * @param view {@code OrganizationView}, {@code ServiceView} or {@code ContactPart} as members see
 *     it
 * @param texts what else can be put right in its place
 * @param phones the record's own numbers that members may see
 */
public record LinkPart(
        RecordKind kind,
        UUID id,
        long version,
        Object view,
        String name,
        List<Number> phones,
        @Nullable String url,
        @Nullable String email,
        List<Text> texts) {

    /**
     * A text that can be corrected.
     *
     * @param name as {@link LinkAnswer#texts} calls it
     * @param label key of what it is called
     * @param rows lines of its input
     */
    public record Text(String name, String label, @Nullable String value, int rows, int longest) {}

    /**
     * A number.
     *
     * @param index its place among all numbers of the record
     * @param text as printed
     * @param about what it is for
     */
    public record Number(int index, String text, @Nullable String about) {}
}
