package org.coalitionatlas.directory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.coalitionatlas.common.RelativeDate;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.directory.SpecialHours.DateException;
import org.coalitionatlas.directory.SpecialHours.Season;
import org.coalitionatlas.directory.SpecialHours.Times;
import org.jspecify.annotations.Nullable;

/**
 * Opening hours as a sign on a door would say them, in the reader's language; for every face of the
 * product.
 */
public final class HoursSentences {

    private final Say say;
    private final Locale locale;

    /** Finds the sentence of a key in the reader's language. */
    @FunctionalInterface
    public interface Say {

        String say(String key, Object... arguments);
    }

    public HoursSentences(Say say, Locale locale) {
        this.say = say;
        this.locale = locale;
    }

    /** A line for each run of days with the same hours: "Mon–Fri 9:00 AM–5:00 PM". */
    public List<String> week(WeeklyHours hours) {
        if (hours.isAlways()) {
            return List.of(say.say("directory.hours.always"));
        }
        Map<DayOfWeek, String> byDay = new EnumMap<>(DayOfWeek.class);
        for (WeeklyHours.Span span : hours.spans()) {
            byDay.merge(
                    span.day(),
                    times(new Times(span.opens(), span.closes())),
                    (a, b) -> a + ", " + b);
        }
        List<String> lines = new ArrayList<>();
        DayOfWeek first = DayOfWeek.MONDAY;
        for (DayOfWeek day : DayOfWeek.values()) {
            String text = byDay.get(day);
            if (text == null) {
                continue;
            }
            if (day == DayOfWeek.MONDAY || !text.equals(byDay.get(day.minus(1)))) {
                first = day;
            }
            if (day == DayOfWeek.SUNDAY || !text.equals(byDay.get(day.plus(1)))) {
                lines.add((first == day ? day(day) : day(first) + "–" + day(day)) + " " + text);
            }
        }
        return lines;
    }

    /** A line for each season, and one that says so when the rest of the year is closed. */
    public List<String> seasons(OpeningHours hours) {
        List<Season> seasons = hours.specialHours().seasons();
        var lines = new ArrayList<String>();
        for (Season season : seasons) {
            lines.add(season(season));
        }
        LocalDate leapYear = LocalDate.of(2024, 1, 1);
        boolean rest =
                leapYear.datesUntil(leapYear.plusYears(1))
                        .map(MonthDay::from)
                        .anyMatch(day -> seasons.stream().noneMatch(s -> s.includes(day)));
        if (!lines.isEmpty() && rest && hours.weekly() == null) {
            lines.add(say.say("hours.text.restClosed"));
        }
        return lines;
    }

    /** "November 1 to March 31: Mon–Sun 5:00 PM–8:00 AM (next day)". */
    public String season(Season season) {
        String from = monthDay(season.from());
        String to = monthDay(season.to());
        return season.week().minutes() == 0
                ? say.say("hours.text.seasonClosed", from, to)
                : say.say("hours.text.season", from, to, String.join("; ", week(season.week())));
    }

    /**
     * A line for each exception.
     *
     * @param from exceptions that were over before that day are left out; {@code null} for all
     */
    public List<String> exceptions(SpecialHours rules, @Nullable LocalDate from) {
        return rules.exceptions().stream()
                .filter(e -> from == null || !e.to().isBefore(from))
                .map(this::exception)
                .toList();
    }

    private String exception(DateException e) {
        String dates =
                e.from().equals(e.to())
                        ? RelativeDate.plain(e.from(), locale)
                        : say.say(
                                "hours.text.range",
                                RelativeDate.plain(e.from(), locale),
                                RelativeDate.plain(e.to(), locale));
        String times = e.times().stream().map(this::times).collect(Collectors.joining(", "));
        if (e.label() == null) {
            return e.times().isEmpty()
                    ? say.say("hours.text.dateClosed", dates)
                    : say.say("hours.text.date", dates, times);
        }
        return e.times().isEmpty()
                ? say.say("hours.text.dateReasonClosed", dates, e.label())
                : say.say("hours.text.dateReason", dates, e.label(), times);
    }

    /** That it is closed on federal holidays, and which comes next after that day. */
    public String holidays(LocalDate today) {
        LocalDate day = today;
        while (FederalHoliday.on(day).isEmpty()) {
            day = day.plusDays(1);
        }
        return say.say(
                "hours.holidays.next",
                FederalHoliday.on(day).orElseThrow().in(locale),
                OpenState.date(day, locale));
    }

    /** "After hours call (815) 555-0142: ask for the advocate". */
    public String onCall(PhoneLine line) {
        String number = line.phone().display();
        return line.description() == null
                ? say.say("hours.onCall.line", number)
                : say.say("hours.onCall.lineFor", number, line.description());
    }

    /** The first or last day of a season: "November 1". */
    public String monthDay(MonthDay day) {
        return OpenState.date(day.atYear(2024), locale);
    }

    private String times(Times times) {
        if (times.opens().equals(times.closes())) {
            return say.say(
                    times.opens().equals(LocalTime.MIDNIGHT)
                            ? "hours.text.allDay"
                            : "hours.text.timesNextDay",
                    OpenState.time(times.opens(), locale),
                    OpenState.time(times.closes(), locale));
        }
        boolean nextDay =
                times.closes().isBefore(times.opens())
                        && !times.closes().equals(LocalTime.MIDNIGHT);
        return say.say(
                nextDay ? "hours.text.timesNextDay" : "hours.text.times",
                OpenState.time(times.opens(), locale),
                OpenState.time(times.closes(), locale));
    }

    private String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, locale);
    }
}
