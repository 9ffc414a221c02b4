package org.coalitionatlas.partnership;

import java.time.LocalDate;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Url;
import org.jspecify.annotations.Nullable;

/**
 * How long two organizations agreed to work together, and where that is written.
 *
 * @param signedOn first day; must be there for an MOU
 * @param expiresOn first day on which it no longer holds; {@code null} without an end
 * @param document where members can read it; https only
 */
public record Terms(
        Agreement agreement,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate expiresOn,
        @Nullable Url document) {

    /** Refuses what cannot be, with {@code partnership.invalid.*}. */
    public Terms {
        if (agreement == Agreement.MOU && signedOn == null) {
            throw new InvalidValue("partnership.invalid.signed");
        }
        if (signedOn != null && expiresOn != null && !expiresOn.isAfter(signedOn)) {
            throw new InvalidValue("partnership.invalid.term");
        }
        if (document != null && !document.address().startsWith("https:")) {
            throw new InvalidValue("partnership.invalid.https");
        }
    }

    /** An agreement by word of mouth. */
    public static Terms informal(@Nullable LocalDate since) {
        return new Terms(Agreement.INFORMAL, since, null, null);
    }

    /** The same, refused when it is said to have been signed after that day. */
    Terms signedBy(LocalDate today) {
        if (signedOn != null && signedOn.isAfter(today)) {
            throw new InvalidValue("partnership.invalid.future");
        }
        return this;
    }
}
