package org.coalitionatlas.directory;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Which due record comes first: those that lead to a contact trained on human trafficking, because
 * staff call them at night; then those for acute needs; then the one that is due longest, where
 * never verified is longest of all.
 *
 * @param trained whether a contact trained on that day stands behind it
 * @param acute whether it meets a need of the acute phase
 * @param dueOn {@code null} when it was never verified
 */
public record VerificationPriority(boolean trained, boolean acute, @Nullable LocalDate dueOn)
        implements Comparable<VerificationPriority> {

    /** The same order for the database. */
    static final String SQL_ORDER =
            "is_trained desc, is_acute desc, coalesce(due_on, date '1900-01-01')";

    private static final Comparator<VerificationPriority> ORDER =
            Comparator.comparing(VerificationPriority::trained, Comparator.reverseOrder())
                    .thenComparing(VerificationPriority::acute, Comparator.reverseOrder())
                    .thenComparing(
                            VerificationPriority::dueOn,
                            Comparator.nullsFirst(Comparator.naturalOrder()));

    @Override
    public int compareTo(VerificationPriority other) {
        return ORDER.compare(this, other);
    }
}
