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
        @Nullable String email) {

    /**
     * A number.
     *
     * @param index its place among all numbers of the record
     * @param text as printed
     * @param about what it is for
     */
    public record Number(int index, String text, @Nullable String about) {}
}
