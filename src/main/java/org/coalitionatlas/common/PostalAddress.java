package org.coalitionatlas.common;

import jakarta.persistence.Embeddable;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands, as an envelope would say it.
 *
 * @param line1 street and number, or {@code null} when only the place is known
 * @param line2 suite, floor, building
 * @param city place name
 * @param state two-letter USPS code
 * @param zip five digits, with {@code -1234} when known
 */
@Embeddable
public record PostalAddress(
        @Nullable String line1,
        @Nullable String line2,
        @Nullable String city,
        @Nullable String state,
        @Nullable String zip) {

    private static final Pattern USPS = Pattern.compile("[A-Z]{2}");
    private static final Pattern ZIP = Pattern.compile("\\d{5}(-\\d{4})?");

    /** Nothing known. */
    public static final PostalAddress UNKNOWN = new PostalAddress(null, null, null, null, null);

    /**
     * Tidies the parts and checks those that have a shape.
     *
     * @throws InvalidValue {@code invalid.state}, {@code invalid.zip} or {@code invalid.tooLong}
     */
    public static PostalAddress of(
            @Nullable String line1,
            @Nullable String line2,
            @Nullable String city,
            @Nullable String state,
            @Nullable String zip) {
        String usps = Texts.tidy(state, 40);
        if (usps != null) {
            usps = usps.toUpperCase(Locale.ROOT);
            if (!USPS.matcher(usps).matches()) {
                throw new InvalidValue("invalid.state", usps);
            }
        }
        String code = Texts.tidy(zip, 20);
        if (code != null && !ZIP.matcher(code).matches()) {
            throw new InvalidValue("invalid.zip", code);
        }
        return new PostalAddress(
                Texts.tidy(line1, 200), Texts.tidy(line2, 200), Texts.tidy(city, 100), usps, code);
    }
}
