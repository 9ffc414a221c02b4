package org.coalitionatlas.directory;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.common.WeeklyHours.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Whether something is open at a moment, by its own clock, and when that changes next.
 *
 * @param changes when it closes, or opens again; {@code null} when it never does or is not stated
 * @param today the day on its clock
 */
public record OpenState(Kind kind, @Nullable ZonedDateTime changes, LocalDate today) {

    /** What can be said about the moment. */
    public enum Kind {
        NOT_STATED,
        ALWAYS,
        OPEN,
        CLOSED
    }

    /** The state at that moment, by the clock of that zone. */
    public static OpenState at(Instant moment, OpeningHours hours, ZoneId zone) {
        ZonedDateTime here = moment.atZone(zone);
        LocalDate today = here.toLocalDate();
        if (!hours.isStated()) {
            return new OpenState(Kind.NOT_STATED, null, today);
        }
        WeeklyHours week = hours.hours();
        if (week.isAlways()) {
            return new OpenState(Kind.ALWAYS, null, today);
        }
        int minute = WeeklyHours.minuteOfWeek(here);
        List<Interval> intervals = week.intervals();
        for (Interval interval : intervals) {
            if (interval.from() <= minute && minute < interval.to()) {
                return new OpenState(Kind.OPEN, moment(here, end(interval, intervals)), today);
            }
        }
        int opens =
                intervals.stream()
                        .mapToInt(Interval::from)
                        .filter(from -> from > minute)
                        .findFirst()
                        .orElse(WeeklyHours.WEEK + intervals.getFirst().from());
        return new OpenState(Kind.CLOSED, moment(here, opens), today);
    }

    /** Whether it is open. */
    public boolean isOpen() {
        return kind == Kind.OPEN || kind == Kind.ALWAYS;
    }

    /** Key of the sentence that says so; its arguments are {@link #arguments}. */
    public String messageKey() {
        return switch (kind) {
            case NOT_STATED -> "published.open.notStated";
            case ALWAYS -> "published.open.always";
            case OPEN -> "published.open.until." + dayKey();
            case CLOSED -> "published.open.opens." + dayKey();
        };
    }

    /** The time of the change ({@code {0}}) and its day of the week ({@code {1}}), in words. */
    public Object[] arguments(Locale locale) {
        if (changes == null) {
            return new Object[0];
        }
        return new Object[] {
            time(changes.toLocalTime(), locale), dayName(dayOfChange().getDayOfWeek(), locale)
        };
    }

    /** A time as a sign would have it: "5:00 PM", "midnight". */
    public static String time(LocalTime time, Locale locale) {
        boolean spanish = locale.getLanguage().equals("es");
        if (time.equals(LocalTime.MIDNIGHT)) {
            return spanish ? "medianoche" : "midnight";
        }
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(spanish ? Locale.of("es", "US") : Locale.US)
                .format(time)
                .replace('\u202f', '\u00a0');
    }

    /** The name of the day: "Monday", "lunes". */
    public static String dayName(DayOfWeek day, Locale locale) {
        return day.getDisplayName(
                TextStyle.FULL, locale.getLanguage().equals("es") ? locale : Locale.US);
    }

    private String dayKey() {
        long days = ChronoUnit.DAYS.between(today, dayOfChange());
        return days == 0 ? "Today" : days == 1 ? "Tomorrow" : days < 7 ? "Day" : "NextWeek";
    }

    // Nobody says of a bar that it closes tomorrow at midnight: the end of a day belongs to it.
    private LocalDate dayOfChange() {
        ZonedDateTime when = Objects.requireNonNull(changes);
        boolean endOfDay = kind == Kind.OPEN && when.toLocalTime().equals(LocalTime.MIDNIGHT);
        return endOfDay ? when.toLocalDate().minusDays(1) : when.toLocalDate();
    }

    // Sunday night into Monday morning is stored as two intervals.
    private static int end(Interval interval, List<Interval> intervals) {
        Interval first = intervals.getFirst();
        return interval.to() == WeeklyHours.WEEK && first.from() == 0
                ? WeeklyHours.WEEK + first.to()
                : interval.to();
    }

    // Hours are wall-clock hours: in the night the clocks change, a minute of the week still means
    // what the clock on the wall says. In the hour that comes twice, the one we are in counts.
    private static ZonedDateTime moment(ZonedDateTime here, int minuteOfWeek) {
        return ZonedDateTime.ofLocal(
                here.toLocalDate()
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .atStartOfDay()
                        .plusMinutes(minuteOfWeek),
                here.getZone(),
                here.getOffset());
    }
}
