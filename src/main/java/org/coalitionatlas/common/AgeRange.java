package org.coalitionatlas.common;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** Ages a service accepts, in whole years, both ends included; an open end is {@code null}. */
@Embeddable
public record AgeRange(@Nullable Integer minAge, @Nullable Integer maxAge) {

    /** No limit stated. */
    public static final AgeRange ANY = new AgeRange(null, null);

    /**
     * @throws InvalidValue {@code invalid.ageRange} when an age is outside 0–120 or the ends cross
     */
    public static AgeRange of(@Nullable Integer minAge, @Nullable Integer maxAge) {
        boolean outside =
                (minAge != null && (minAge < 0 || minAge > 120))
                        || (maxAge != null && (maxAge < 0 || maxAge > 120));
        if (outside || (minAge != null && maxAge != null && minAge > maxAge)) {
            throw new InvalidValue(
                    "invalid.ageRange", String.valueOf(minAge), String.valueOf(maxAge));
        }
        return new AgeRange(minAge, maxAge);
    }
}
