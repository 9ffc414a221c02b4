package org.coalitionatlas.directory;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.coalitionatlas.common.LocalText;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.directory.SpecialHours.DateException;
import org.coalitionatlas.directory.SpecialHours.Season;
import org.coalitionatlas.directory.SpecialHours.Times;
import org.jspecify.annotations.Nullable;

/**
 * Opening hours laid out on the calendar, by the clock of the place: which doors open on a date,
 * and for how long. Of what is said about a date the narrowest holds: an exception, then a federal
 * holiday, then the season, then the week.
 */
final class Timetable {

    /** So far ahead a closing or opening is looked for: a year and the night after it. */
    private static final int HORIZON = 367;

    private final WeeklyHours week;
    private final SpecialHours rules;
    private final List<WeeklyHours.Span> weekSpans;

    private Timetable(WeeklyHours week, SpecialHours rules) {
        this.week = week;
        this.rules = rules;
        this.weekSpans = week.spans();
    }

    static Timetable of(OpeningHours hours) {
        return new Timetable(hours.hours(), hours.specialHours());
    }

    /** Where the hours of a date come from. */
    enum Source {
        WEEK,
        SEASON,
        HOLIDAY,
        EXCEPTION
    }

    /**
     * What opens on a date.
     *
     * @param label the holiday, or why there is an exception; {@code null} when nothing was said
     * @param stretches by opening time, in wall-clock time; empty when nothing opens
     */
    record Day(LocalDate date, Source source, @Nullable LocalText label, List<Stretch> stretches) {}

    /** A stretch of wall-clock time. */
    record Stretch(LocalDateTime from, LocalDateTime to) {

        boolean includes(LocalDateTime moment) {
            return !moment.isBefore(from) && moment.isBefore(to);
        }
    }

    Day on(LocalDate date) {
        Optional<DateException> exception = rules.exceptionOn(date);
        if (exception.isPresent()) {
            String label = exception.get().label();
            return new Day(
                    date,
                    Source.EXCEPTION,
                    label == null ? null : new LocalText(label, label),
                    exception.get().times().stream().map(times -> stretch(date, times)).toList());
        }
        if (rules.closedOnHolidays()) {
            Optional<LocalText> holiday = FederalHoliday.on(date);
            if (holiday.isPresent()) {
                return new Day(date, Source.HOLIDAY, holiday.get(), List.of());
            }
        }
        Optional<Season> season = rules.seasonOn(date);
        List<WeeklyHours.Span> spans = season.map(s -> s.week().spans()).orElse(weekSpans);
        return new Day(
                date,
                season.isPresent() ? Source.SEASON : Source.WEEK,
                null,
                spans.stream()
                        .filter(span -> span.day() == date.getDayOfWeek())
                        .map(span -> stretch(date, new Times(span.opens(), span.closes())))
                        .toList());
    }

    /** The day on which the stretch began that is open at that moment; empty when closed. */
    Optional<Day> openSince(LocalDateTime moment) {
        LocalDate today = moment.toLocalDate();
        for (LocalDate date : List.of(today, today.minusDays(1))) {
            Day day = on(date);
            if (day.stretches().stream().anyMatch(stretch -> stretch.includes(moment))) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    boolean isOpenAt(ZonedDateTime moment) {
        return rules.changesTimes()
                ? openSince(moment.toLocalDateTime()).isPresent()
                : week.isOpenAt(moment);
    }

    /**
     * The end of the open time that moment lies in, over stretches that touch; empty when it does
     * not end within a year.
     */
    Optional<LocalDateTime> endOf(LocalDateTime moment) {
        if (!rules.changesTimes() && week.isAlways()) {
            return Optional.empty();
        }
        LocalDateTime end = moment;
        LocalDate last = moment.toLocalDate().plusDays(HORIZON);
        for (LocalDate date = moment.toLocalDate().minusDays(1);
                !date.isAfter(end.toLocalDate());
                date = date.plusDays(1)) {
            if (date.isAfter(last)) {
                return Optional.empty();
            }
            // A night may be longer than the stretch that begins after it.
            for (Stretch stretch : on(date).stretches()) {
                if (!stretch.from().isAfter(end) && stretch.to().isAfter(end)) {
                    end = stretch.to();
                }
            }
        }
        return Optional.of(end);
    }

    /** The next opening after that moment, which is closed; empty when none within a year. */
    Optional<LocalDateTime> openingAfter(LocalDateTime moment) {
        LocalDate today = moment.toLocalDate();
        for (int days = 0; days <= HORIZON; days++) {
            Optional<LocalDateTime> first =
                    on(today.plusDays(days)).stretches().stream()
                            .map(Stretch::from)
                            .filter(from -> from.isAfter(moment))
                            .min(Comparator.naturalOrder());
            if (first.isPresent()) {
                return first;
            }
        }
        return Optional.empty();
    }

    /** The dates from that day on, so many, on which a holiday or an exception holds. */
    List<Day> unusualDays(LocalDate from, int days) {
        var found = new ArrayList<Day>();
        if (rules.closedOnHolidays() || !rules.exceptions().isEmpty()) {
            for (int i = 0; i < days; i++) {
                Day day = on(from.plusDays(i));
                if (day.source() == Source.EXCEPTION || day.source() == Source.HOLIDAY) {
                    found.add(day);
                }
            }
        }
        return found;
    }

    private static Stretch stretch(LocalDate date, Times times) {
        LocalDateTime midnight = date.atStartOfDay();
        return new Stretch(midnight.plusMinutes(times.from()), midnight.plusMinutes(times.to()));
    }
}
