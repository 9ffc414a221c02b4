package org.coalitionatlas.common;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells when a free text looks as if it named a person who must not be named here: numbers as on
 * identity papers, and dates somebody may have been born on. A hint for whoever writes, no proof;
 * {@code assets/callsheet.js} knows the same signs on the device.
 */
public final class PersonalData {

    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<![\\d-])(?:\\d{3}([-. ]?)\\d{2}\\1\\d{4}|[Aa][-# ]?\\d{8,9})(?![\\d-])");

    private static final Pattern BIRTH =
            Pattern.compile(
                    "\\b(?:d\\.?o\\.?b|date of birth|birth ?da(?:te|y)|born on|nacid[oa]|naci[oó]"
                            + "|fecha de nacimiento|curp)(?!\\p{L})",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern DATE =
            Pattern.compile(
                    "(?<!\\d)(?:\\d{1,2}[/.-]\\d{1,2}[/.-](\\d{4}|\\d{2})|(\\d{4})-\\d{2}-\\d{2})(?!\\d)");

    private static final int EARLIEST = 1900;

    private PersonalData() {}

    /**
     * Whether the writer should look at the text again.
     *
     * @param today dates of this year and later ones are appointments, not birthdays
     */
    public static boolean isLikelyIn(@Nullable String text, LocalDate today) {
        if (text == null) {
            return false;
        }
        if (NUMBER.matcher(text).find() || BIRTH.matcher(text).find()) {
            return true;
        }
        Matcher dates = DATE.matcher(text);
        while (dates.find()) {
            String year = dates.group(1) == null ? dates.group(2) : dates.group(1);
            if (isPast(year, today.getYear())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPast(String digits, int now) {
        int year = Integer.parseInt(digits);
        return digits.length() == 2
                ? year != now % 100 && year != (now + 1) % 100
                : year >= EARLIEST && year < now;
    }
}
