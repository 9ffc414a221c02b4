package org.coalitionatlas.directory.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.directory.FederalHoliday;
import org.coalitionatlas.directory.OpeningHours;
import org.coalitionatlas.directory.SpecialHours;
import org.coalitionatlas.directory.SpecialHours.DateException;
import org.coalitionatlas.directory.SpecialHours.Season;

/**
 * Opening hours in the words of schema.org, for the year that begins today: machines that read them
 * know no "every year" and no holidays, so seasons become dates, and so does each holiday.
 */
final class StructuredHours {

    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final OpeningHours hours;
    private final SpecialHours rules;
    private final LocalDate from;
    private final LocalDate to;

    StructuredHours(OpeningHours hours, LocalDate today) {
        this.hours = hours;
        this.rules = hours.specialHours();
        this.from = today;
        this.to = today.plusYears(1).minusDays(1);
    }

    /** The weeks: one for all the year, or those of its seasons with the dates they hold. */
    List<Map<String, Object>> weeks() {
        if (!hours.isStated()) {
            return List.of();
        }
        if (rules.seasons().isEmpty()) {
            return week(hours.hours(), Map.of());
        }
        var weeks = new ArrayList<Map<String, Object>>();
        LocalDate first = from;
        while (!first.isAfter(to)) {
            LocalDate last = lastLike(first);
            weeks.addAll(
                    week(
                            hours.weekOn(first),
                            Map.of(
                                    "validFrom",
                                    first.toString(),
                                    "validThrough",
                                    last.toString())));
            first = last.plusDays(1);
        }
        return weeks;
    }

    /** The dates to come on which the week does not hold; the same time twice means closed. */
    List<Map<String, Object>> dates() {
        var dates = new ArrayList<Map<String, Object>>();
        for (DateException exception : rules.exceptions()) {
            if (!exception.to().isBefore(from)) {
                LocalDate first = exception.from().isBefore(from) ? from : exception.from();
                if (exception.times().isEmpty()) {
                    dates.add(closed(first, exception.to()));
                }
                exception
                        .times()
                        .forEach(
                                times ->
                                        dates.add(
                                                entry(
                                                        times.opens(),
                                                        times.closes(),
                                                        first,
                                                        exception.to())));
            }
        }
        if (rules.closedOnHolidays()) {
            for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
                if (FederalHoliday.on(day).isPresent() && rules.exceptionOn(day).isEmpty()) {
                    dates.add(closed(day, day));
                }
            }
        }
        return dates;
    }

    // The last day of the year to come that the same season, or none, holds without a break.
    private LocalDate lastLike(LocalDate first) {
        LocalDate last = first;
        while (last.isBefore(to)
                && rules.seasonOn(last.plusDays(1)).equals(rules.seasonOn(first))
                && !begins(last.plusDays(1))) {
            last = last.plusDays(1);
        }
        return last;
    }

    private boolean begins(LocalDate day) {
        return rules.seasons().stream()
                .map(Season::from)
                .anyMatch(start -> start.equals(MonthDay.from(day)));
    }

    private static List<Map<String, Object>> week(WeeklyHours week, Map<String, String> valid) {
        var days = new ArrayList<Map<String, Object>>();
        for (WeeklyHours.Span span : week.spans()) {
            Map<String, Object> day = specification();
            day.put("dayOfWeek", "https://schema.org/" + english(span.day()));
            times(day, span.opens(), span.closes());
            // Always in the same order: a page must not differ from itself.
            for (String bound : List.of("validFrom", "validThrough")) {
                String date = valid.get(bound);
                if (date != null) {
                    day.put(bound, date);
                }
            }
            days.add(day);
        }
        return days;
    }

    private static Map<String, Object> entry(
            LocalTime opens, LocalTime closes, LocalDate first, LocalDate last) {
        Map<String, Object> entry = specification();
        times(entry, opens, closes);
        return valid(entry, first, last);
    }

    private static Map<String, Object> closed(LocalDate first, LocalDate last) {
        Map<String, Object> entry = specification();
        entry.put("opens", CLOCK.format(LocalTime.MIDNIGHT));
        entry.put("closes", CLOCK.format(LocalTime.MIDNIGHT));
        return valid(entry, first, last);
    }

    private static Map<String, Object> valid(
            Map<String, Object> entry, LocalDate first, LocalDate last) {
        entry.put("validFrom", first.toString());
        entry.put("validThrough", last.toString());
        return entry;
    }

    private static Map<String, Object> specification() {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("@type", "OpeningHoursSpecification");
        return entry;
    }

    private static void times(Map<String, Object> entry, LocalTime opens, LocalTime closes) {
        boolean wholeDay = opens.equals(closes);
        entry.put("opens", CLOCK.format(wholeDay ? LocalTime.MIDNIGHT : opens));
        entry.put("closes", CLOCK.format(wholeDay ? LAST_MINUTE : closes));
    }

    private static String english(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
