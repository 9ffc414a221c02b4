package org.coalitionatlas.common;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number as people can dial it.
 *
 * @param number E.164 ({@code +18155550142}), or the bare digits of a short code such as {@code
 *     988} or {@code 233733}
 * @param extension digits to dial after the call is answered, or {@code null}
 */
public record Phone(String number, @Nullable String extension) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern SHORT = Pattern.compile("\\d{3}|\\d{5,6}");

    // What most cells of a table hold; no area code begins with 0 or 1.
    private static final Pattern USUAL =
            Pattern.compile("\\(?([2-9]\\d{2})\\)?[-. ]?(\\d{3})[-. ]?(\\d{4})");

    /**
     * Reads a number as typed in the United States; an extension may follow as {@code x12} or
     * {@code ext. 12}.
     *
     * @throws InvalidValue {@code invalid.phone} when no such number can exist
     */
    public static Phone parse(String text) {
        String digits = text.strip();
        if (SHORT.matcher(digits).matches()) {
            return new Phone(digits, null);
        }
        Matcher usual = USUAL.matcher(digits);
        if (usual.matches()) {
            return new Phone("+1" + usual.group(1) + usual.group(2) + usual.group(3), null);
        }
        try {
            PhoneNumber parsed = NUMBERS.parse(digits, "US");
            if (!NUMBERS.isPossibleNumber(parsed)) {
                throw new InvalidValue("invalid.phone", text);
            }
            String extension = parsed.getExtension();
            return new Phone(
                    NUMBERS.format(parsed, PhoneNumberFormat.E164),
                    extension.isEmpty() ? null : extension);
        } catch (NumberParseException e) {
            throw new InvalidValue("invalid.phone", text);
        }
    }

    /**
     * As printed: {@code (815) 555-0142 ext. 2}; toll-free and short numbers in their usual form.
     */
    public String display() {
        String shown = number;
        if (number.startsWith("+1") && number.length() == 12) {
            // Nearly all of them, on every card of every list: not worth a parser.
            shown =
                    "("
                            + number.substring(2, 5)
                            + ") "
                            + number.substring(5, 8)
                            + "-"
                            + number.substring(8);
        } else if (number.startsWith("+")) {
            try {
                PhoneNumber parsed = NUMBERS.parse(number, "US");
                boolean national = parsed.getCountryCode() == 1;
                shown =
                        NUMBERS.format(
                                parsed,
                                national
                                        ? PhoneNumberFormat.NATIONAL
                                        : PhoneNumberFormat.INTERNATIONAL);
            } catch (NumberParseException e) {
                shown = number;
            }
        }
        return extension == null ? shown : shown + " ext. " + extension;
    }

    /** The {@code tel:} address a phone dials. */
    public String uri() {
        return extension == null ? "tel:" + number : "tel:" + number + ";ext=" + extension;
    }
}
