package org.coalitionatlas.directory;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.coalitionatlas.common.LocalText;
import org.coalitionatlas.common.TimeOfDay;
import org.jspecify.annotations.Nullable;

/**
 * Whether something is open at a moment, by its own clock, and when that changes next; weeks,
 * seasons, federal holidays and exceptions taken together (see {@link SpecialHours}).
 *
 * <p>Hours are wall-clock hours. In the night the clocks change, what opens within the hour that is
 * skipped opens when that hour ends, and the hour that comes twice is open, or closed, both times.
 *
 * @param changes when it closes, or opens again; {@code null} when it never does within a year or
 *     is not stated
 * @param today the day on its clock
 * @param reason why today differs from the week; {@code null} when it does not, or no longer
 *     matters
 * @param onCall the line that is answered while it is closed; {@code null} while it is open, and
 *     when nobody is on call whom the reader of these hours may know of
 */
public record OpenState(
        Kind kind,
        @Nullable ZonedDateTime changes,
        LocalDate today,
        @Nullable Reason reason,
        @Nullable PhoneLine onCall) {

    /** What can be said about the moment. */
    public enum Kind {
        NOT_STATED,
        ALWAYS,
        OPEN,
        CLOSED,
        /** Closed for now, or for good, whatever the usual hours are; its status says which. */
        SUSPENDED
    }

    /**
     * Why a day differs.
     *
     * @param name the holiday, or what the record says of the date; {@code null} when nothing was
     *     said
     */
    public record Reason(Why why, @Nullable LocalText name) {}

    /** What makes a day differ. */
    public enum Why {
        DATE,
        SEASON
    }

    /** The state at that moment, by the clock of that zone. */
    public static OpenState at(Instant moment, OpeningHours hours, ZoneId zone) {
        ZonedDateTime here = moment.atZone(zone);
        LocalDate today = here.toLocalDate();
        if (!hours.isStated()) {
            return new OpenState(Kind.NOT_STATED, null, today, null, null);
        }
        Timetable table = Timetable.of(hours);
        LocalDateTime now = here.toLocalDateTime();
        Optional<Timetable.Day> open = table.openSince(now);
        if (open.isPresent()) {
            Optional<LocalDateTime> end = table.endOf(now);
            return end.isEmpty()
                    ? new OpenState(Kind.ALWAYS, null, today, null, null)
                    : new OpenState(
                            Kind.OPEN, moment(here, end.get()), today, reason(open.get()), null);
        }
        Optional<LocalDateTime> opens = table.openingAfter(now);
        return new OpenState(
                Kind.CLOSED,
                opens.map(when -> moment(here, when)).orElse(null),
                today,
                reasonForClosing(
                        table.on(today), today, opens.map(LocalDateTime::toLocalDate), hours),
                hours.specialHours().onCall());
    }

    /** The state of what is not given at all for now. */
    static OpenState suspended(Instant moment, ZoneId zone) {
        return new OpenState(Kind.SUSPENDED, null, moment.atZone(zone).toLocalDate(), null, null);
    }

    /** Whether something is open at that moment; {@link #at} without the words. */
    static boolean isOpen(Instant moment, OpeningHours hours, ZoneId zone) {
        return hours.isStated() && Timetable.of(hours).isOpenAt(moment.atZone(zone));
    }

    private static @Nullable Reason reason(Timetable.Day day) {
        return day.source() == Timetable.Source.EXCEPTION
                ? new Reason(Why.DATE, day.label())
                : null;
    }

    // Only a whole closed day is explained: after closing time everybody is closed.
    private static @Nullable Reason reasonForClosing(
            Timetable.Day day, LocalDate today, Optional<LocalDate> opens, OpeningHours hours) {
        if (!day.stretches().isEmpty()) {
            return null;
        }
        boolean far = opens.isEmpty() || ChronoUnit.DAYS.between(today, opens.get()) > 7;
        return switch (day.source()) {
            case HOLIDAY, EXCEPTION -> new Reason(Why.DATE, day.label());
            case WEEK, SEASON ->
                    far && !hours.specialHours().seasons().isEmpty()
                            ? new Reason(Why.SEASON, null)
                            : null;
        };
    }

    /** Whether it is open. */
    public boolean isOpen() {
        return kind == Kind.OPEN || kind == Kind.ALWAYS;
    }

    /**
     * Key of the sentence that says so; its arguments are {@link #arguments}. Of what is suspended
     * the status of the record says more.
     */
    public String messageKey() {
        return switch (kind) {
            case NOT_STATED -> "published.open.notStated";
            case SUSPENDED -> "published.status.INACTIVE";
            case ALWAYS -> "published.open.always";
            case OPEN ->
                    (reason != null && reason.name() != null
                                    ? "hours.untilSpecial."
                                    : "hours.until.")
                            + dayKey();
            case CLOSED -> closedKey() + dayKey();
        };
    }

    private String closedKey() {
        if (reason == null) {
            return "hours.closed.";
        }
        if (reason.why() == Why.SEASON) {
            return "hours.closedSeason.";
        }
        return reason.name() == null ? "hours.closedToday." : "hours.closedFor.";
    }

    /**
     * The time of the change ({@code {0}}), its day of the week ({@code {1}}), the reason ({@code
     * {2}}) and the date of the change ({@code {3}}), in words; empty where there is none.
     */
    public Object[] arguments(Locale locale) {
        LocalText name = reason == null ? null : reason.name();
        String why = name == null ? "" : name.in(locale);
        if (changes == null) {
            return new Object[] {"", "", why, ""};
        }
        return new Object[] {
            time(changes.toLocalTime(), locale),
            dayName(dayOfChange().getDayOfWeek(), locale),
            why,
            date(dayOfChange(), locale)
        };
    }

    /** A date without its year: "November 1", "1 de noviembre". */
    public static String date(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedPattern("MMMMd")
                .withLocale(TimeOfDay.region(locale))
                .format(day);
    }

    /** A time as a sign would have it: "5:00 PM", "midnight". */
    public static String time(LocalTime time, Locale locale) {
        boolean spanish = locale.getLanguage().equals("es");
        if (time.equals(LocalTime.MIDNIGHT)) {
            return spanish ? "medianoche" : "midnight";
        }
        return TimeOfDay.of(time, locale);
    }

    /** The name of the day: "Monday", "lunes". */
    public static String dayName(DayOfWeek day, Locale locale) {
        return day.getDisplayName(
                TextStyle.FULL, locale.getLanguage().equals("es") ? locale : Locale.US);
    }

    private String dayKey() {
        if (changes == null) {
            return "None";
        }
        long days = ChronoUnit.DAYS.between(today, dayOfChange());
        if (days <= 1) {
            return days == 1 ? "Tomorrow" : "Today";
        }
        return days < 7 ? "Day" : days == 7 ? "NextWeek" : "Date";
    }

    // Nobody says of a bar that it closes tomorrow at midnight: the end of a day belongs to it.
    private LocalDate dayOfChange() {
        ZonedDateTime when = Objects.requireNonNull(changes);
        boolean endOfDay = kind == Kind.OPEN && when.toLocalTime().equals(LocalTime.MIDNIGHT);
        return endOfDay ? when.toLocalDate().minusDays(1) : when.toLocalDate();
    }

    // In the hour that comes twice, the one we are in counts; an hour that is skipped is over at
    // once.
    private static ZonedDateTime moment(ZonedDateTime here, LocalDateTime when) {
        ZoneOffsetTransition change = here.getZone().getRules().getTransition(when);
        if (change != null && change.isGap()) {
            return change.getDateTimeAfter().atZone(here.getZone());
        }
        return ZonedDateTime.ofLocal(when, here.getZone(), here.getOffset());
    }
}
