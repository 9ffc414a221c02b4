package org.coalitionatlas.cockpit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes all-day events as RFC 5545 says: lines end with CRLF and are folded after 75 bytes, texts
 * are escaped.
 */
public final class CalendarFile {

    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();
    private final Instant now;

    /**
     * @param name shown above the calendar
     * @param language such as {@code en}
     */
    public CalendarFile(String name, String language, Instant now) {
        this.now = now;
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Coalition Atlas//Due dates//" + escaped(language.toUpperCase(Locale.ROOT)));
        line("CALSCALE:GREGORIAN");
        line("METHOD:PUBLISH");
        line("X-WR-CALNAME:" + escaped(name));
    }

    /**
     * Adds an event of one whole day.
     *
     * @param id stays the same when the event moves, so that a calendar moves it too
     * @param url where it is done
     */
    public void add(String id, LocalDate day, String summary, String description, String url) {
        line("BEGIN:VEVENT");
        line("UID:" + escaped(id) + "@coalition-atlas");
        line("DTSTAMP:" + STAMP.format(now));
        line("DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(day));
        line("DTEND;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(day.plusDays(1)));
        line("SUMMARY:" + escaped(summary));
        line("DESCRIPTION:" + escaped(description));
        line("URL:" + url.replaceAll("[\\s\\p{Cntrl}]", ""));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    /** The whole file; nothing can be added afterwards. */
    public String end() {
        line("END:VCALENDAR");
        return text.toString();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    // Folded between characters, never within one.
    private void line(String line) {
        int bytes = 0;
        int[] points = line.codePoints().toArray();
        for (int point : points) {
            String character = Character.toString(point);
            int more = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + more > LONGEST_LINE) {
                text.append("\r\n ");
                bytes = 1;
            }
            text.append(character);
            bytes += more;
        }
        text.append("\r\n");
    }
}
