package org.coalitionatlas.exchange;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.common.PostalAddress;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.common.WeeklyHours.Span;
import org.coalitionatlas.geography.Point;

/** Reads values out of what people write into cells. */
final class CellTexts {

    private static final Pattern PHONE =
            Pattern.compile(
                    "(?i)(?:\\+?1[-. ]*)?\\(?\\d{3}\\)?[-. ]*[\\dA-Z]{3}[-. ]*[\\dA-Z]{1,4}"
                            + "(?:-\\d)?(?:\\s*(?:x|ext\\.?|extension)\\s*\\d{1,6})?");
    // What most cells hold; the rest need a closer look.
    private static final Pattern ONE_NUMBER =
            Pattern.compile("\\(?[2-9]\\d{2}\\)?[-. ]?\\d{3}[-. ]?\\d{4}");
    private static final Pattern NUMBERS = Pattern.compile("[;\\r\\n]+|\\s+(?:or|and)\\s+|\\s/\\s");
    private static final Pattern ITEMS = Pattern.compile("[\\r\\n;]+|,\\s*+(?![A-Z]{2}\\b)");
    private static final Pattern LINES = Pattern.compile("[\\r\\n]+");
    private static final Pattern KEYS = Pattern.compile("[,;\\r\\n]+");
    private static final Pattern NO_SIGNS = Pattern.compile("[^\\p{Alnum}]");
    private static final Pattern AROUND = Pattern.compile("[()\\[\\]:,]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern DAY =
            Pattern.compile(
                    "(?i)\\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?"
                            + "(?:\\s*(?:-|–|to|through)\\s*(mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?)?"
                            + "\\s*:?");
    private static final Pattern SPAN =
            Pattern.compile(
                    "(?i)(\\d{1,2})(?::(\\d{2}))?\\s*([ap]\\.?m\\.?)?\\s*(?:-|–|to)\\s*"
                            + "(\\d{1,2})(?::(\\d{2}))?\\s*([ap]\\.?m\\.?)?");
    private static final Pattern ALWAYS =
            Pattern.compile("(?i)24\\s*/\\s*7|24 hours(?: a day)?(?:,? (?:7|seven) days.*)?");
    private static final Pattern POINT =
            Pattern.compile("(-?\\d{1,2}(?:\\.\\d+)?)\\s*[,;/ ]\\s*(-?\\d{1,3}(?:\\.\\d+)?)");
    private static final Pattern ADDRESS =
            Pattern.compile("(?s)(.*?),?\\s*\\b([A-Z]{2})\\.?,?\\s+(\\d{5}(?:-\\d{4})?)\\s*$");
    private static final Pattern GLUED =
            Pattern.compile(
                    "(?<!\\b(?:Mc|Mac|La|Le|De|Du|Di|Van|O))(?<=[a-z.\\d]|\\s[A-Z])(?=[A-Z][a-z])"
                            + "|(?<=[a-z.])(?=\\d)");

    private CellTexts() {}

    /** The items of a cell that holds a list: one per line, or separated by semicolons. */
    static List<String> items(String cell) {
        return Arrays.stream(ITEMS.split(cell))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** The items of a cell whose entries may themselves hold commas: one per line. */
    static List<String> lines(String cell) {
        return Arrays.stream(LINES.split(cell))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** A list in a cell as one line of text. */
    static String oneLine(String cell) {
        return String.join("; ", lines(cell));
    }

    /** Keys of other records: separated by commas, semicolons or line ends. */
    static List<String> keys(String cell) {
        return Arrays.stream(KEYS.split(cell))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /**
     * The numbers in a cell; several may stand there, with words around them.
     *
     * @throws InvalidValue {@code invalid.phone}
     */
    static List<NumberWithNote> phones(String cell) {
        if (ONE_NUMBER.matcher(cell).matches()) {
            return List.of(new NumberWithNote(Phone.parse(cell), null));
        }
        var found = new ArrayList<NumberWithNote>();
        for (String part : NUMBERS.split(cell)) {
            String text = part.strip();
            if (text.isEmpty()) {
                continue;
            }
            Matcher number = PHONE.matcher(text);
            if (!number.find() || NO_SIGNS.matcher(number.group()).replaceAll("").length() < 7) {
                found.add(new NumberWithNote(Phone.parse(text), null));
                continue;
            }
            String digits = number.group().strip();
            String around = text.substring(0, number.start()) + " " + text.substring(number.end());
            around = BLANKS.matcher(AROUND.matcher(around).replaceAll(" ")).replaceAll(" ").strip();
            found.add(new NumberWithNote(Phone.parse(digits), around.isEmpty() ? null : around));
        }
        return found;
    }

    /**
     * @param note what stood beside the number: "24 hour crisis line"
     */
    record NumberWithNote(Phone phone, @org.jspecify.annotations.Nullable String note) {}

    /**
     * A week from "Sunday: Closed Monday: 9:00-12:00 , 13:00-17:00 …", "Mon-Fri 9am-5pm" or "24/7".
     *
     * @throws InvalidValue {@code invalid.import.hours} when a part cannot be read or cannot be
     *     meant, such as an office open from 9:00 to 5:00 the next morning
     */
    static WeeklyHours hours(String text) {
        if (ALWAYS.matcher(text.strip()).find()) {
            return WeeklyHours.ALWAYS;
        }
        var spans = new ArrayList<Span>();
        Matcher day = DAY.matcher(text);
        boolean found = day.find();
        if (!found || !text.substring(0, day.start()).isBlank()) {
            throw new InvalidValue("invalid.import.hours", text);
        }
        while (found) {
            List<DayOfWeek> days = days(day.group(1), day.group(2));
            int from = day.end();
            found = day.find();
            readDay(text.substring(from, found ? day.start() : text.length()), days, spans, text);
        }
        return WeeklyHours.of(spans);
    }

    private static void readDay(String part, List<DayOfWeek> days, List<Span> spans, String whole) {
        String rest = part.strip().replaceAll("[,;.]+$", "").strip();
        if (rest.isEmpty() || rest.equalsIgnoreCase("closed")) {
            return;
        }
        if (rest.matches("(?i)(open )?24 hours|all day")) {
            days.forEach(d -> spans.add(new Span(d, LocalTime.MIN, LocalTime.MIN)));
            return;
        }
        Matcher span = SPAN.matcher(rest);
        int end = 0;
        while (span.find()) {
            if (!rest.substring(end, span.start()).matches("[\\s,;&]*(and)?[\\s]*")) {
                throw new InvalidValue("invalid.import.hours", whole);
            }
            end = span.end();
            LocalTime opens = time(span.group(1), span.group(2), meridiem(span, 3, 6), whole);
            LocalTime closes = time(span.group(4), span.group(5), span.group(6), whole);
            // "9:00-5:00" on a clock of 24 hours is a slip of the pen, not an open night.
            boolean slip =
                    !closes.isAfter(opens)
                            && opens.getHour() >= 5
                            && opens.getHour() < 13
                            && closes.getHour() > 0
                            && closes.getHour() < opens.getHour();
            if (slip || opens.equals(closes)) {
                throw new InvalidValue("invalid.import.hours", whole);
            }
            days.forEach(d -> spans.add(new Span(d, opens, closes)));
        }
        if (end == 0 || !rest.substring(end).isBlank()) {
            throw new InvalidValue("invalid.import.hours", whole);
        }
    }

    // "9-5 pm": the first time borrows nothing, since 9 a.m. is meant; "1-5 pm" is.
    private static @org.jspecify.annotations.Nullable String meridiem(
            Matcher span, int own, int other) {
        String stated = span.group(own);
        if (stated != null || span.group(other) == null) {
            return stated;
        }
        int from = Integer.parseInt(span.group(1)) % 12;
        int to = Integer.parseInt(span.group(4)) % 12;
        boolean afternoon = span.group(other).toLowerCase(Locale.ROOT).startsWith("p");
        return afternoon && from < to ? span.group(other) : "am";
    }

    private static LocalTime time(
            String hour,
            @org.jspecify.annotations.Nullable String minute,
            @org.jspecify.annotations.Nullable String meridiem,
            String whole) {
        int h = Integer.parseInt(hour);
        int m = minute == null ? 0 : Integer.parseInt(minute);
        if (meridiem != null) {
            h = h % 12 + (meridiem.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        if (h > 24 || m > 59 || (h == 24 && m > 0)) {
            throw new InvalidValue("invalid.import.hours", whole);
        }
        return LocalTime.of(h % 24, m);
    }

    private static List<DayOfWeek> days(
            String first, @org.jspecify.annotations.Nullable String last) {
        DayOfWeek from = day(first);
        DayOfWeek to = last == null ? from : day(last);
        var days = new ArrayList<DayOfWeek>();
        for (DayOfWeek d = from; ; d = d.plus(1)) {
            days.add(d);
            if (d == to) {
                return days;
            }
        }
    }

    private static DayOfWeek day(String word) {
        String start = word.substring(0, 3).toUpperCase(Locale.ROOT);
        return Arrays.stream(DayOfWeek.values())
                .filter(d -> d.name().startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Latitude and longitude from "Geolocation is 42.1, -87.9".
     *
     * @throws InvalidValue {@code invalid.import.point}
     */
    static Point point(String text) {
        Matcher matcher = POINT.matcher(text);
        if (!matcher.find()) {
            throw new InvalidValue("invalid.import.point", text);
        }
        return new Point(
                Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)));
    }

    /**
     * An address written in one line, even where the line ends were lost ("100 North LaSalle
     * StreetSuite 600Chicago, IL 60602").
     *
     * @throws InvalidValue {@code invalid.import.address} when it does not end in state and ZIP
     */
    static PostalAddress address(String text) {
        Matcher matcher = ADDRESS.matcher(text.strip());
        if (!matcher.matches()) {
            throw new InvalidValue("invalid.import.address", text);
        }
        var parts = new ArrayList<String>();
        for (String line : LINES.split(matcher.group(1))) {
            for (String part : GLUED.split(line)) {
                parts.add(part.strip());
            }
        }
        String last = parts.removeLast();
        int comma = last.lastIndexOf(',');
        String city = comma < 0 ? last : last.substring(comma + 1).strip();
        if (comma >= 0) {
            parts.add(last.substring(0, comma).strip());
        }
        String line1 = parts.isEmpty() ? null : parts.getFirst();
        String line2 = parts.size() < 2 ? null : String.join(", ", parts.subList(1, parts.size()));
        return PostalAddress.of(line1, line2, city, matcher.group(2), matcher.group(3));
    }

    /** Yes or no, in the ways tables say it; empty when it is neither. */
    static Optional<Boolean> yesNo(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true", "1", "x", "sí", "si" -> Optional.of(true);
            case "no", "n", "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
