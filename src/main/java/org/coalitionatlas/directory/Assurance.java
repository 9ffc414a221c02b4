package org.coalitionatlas.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When somebody last made sure that a record is right; HSDS {@code assured_date} and {@code
 * assurer_email}.
 *
 * @param on {@code null} when nobody has yet
 * @param by name of the person, as shown to members; never to the public
 * @param how {@code null} when nobody said
 */
@Embeddable
public record Assurance(
        @Nullable @Column(name = "assured_on") LocalDate on,
        @Nullable @Column(name = "assured_by", length = 200) String by,
        @Nullable @Enumerated(EnumType.STRING) @Column(name = "assured_how", length = 20)
                AssuranceMethod how) {

    /** Nobody has yet. */
    public static final Assurance NEVER = new Assurance(null, null, null);

    /** Whether it is at most that many days old (PRODUCT §7, U: 365). */
    public boolean isFresh(LocalDate today, int days) {
        return on != null && !on.isBefore(today.minusDays(days));
    }
}
