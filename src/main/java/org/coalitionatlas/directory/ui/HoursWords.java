package org.coalitionatlas.directory.ui;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.common.WeeklyHours.Span;
import org.coalitionatlas.directory.OpeningHours;

/** Opening hours as a sign on a door would say them. */
final class HoursWords {

    private HoursWords() {}

    /** A line for each run of days with the same hours; then appointment and note. */
    static List<String> lines(OpeningHours hours, DirectoryWords words) {
        List<String> lines = new ArrayList<>(week(hours.hours(), words));
        if (hours.byAppointment()) {
            lines.add(words.text("directory.hours.byAppointment"));
        }
        if (hours.note() != null) {
            lines.add(hours.note());
        }
        return lines;
    }

    private static List<String> week(WeeklyHours hours, DirectoryWords words) {
        if (hours.isAlways()) {
            return List.of(words.text("directory.hours.always"));
        }
        Map<DayOfWeek, String> byDay = new EnumMap<>(DayOfWeek.class);
        for (Span span : hours.spans()) {
            byDay.merge(span.day(), span(span, words), (a, b) -> a + ", " + b);
        }
        List<String> lines = new ArrayList<>();
        DayOfWeek first = null;
        for (DayOfWeek day : DayOfWeek.values()) {
            String text = byDay.get(day);
            if (text == null) {
                first = null;
                continue;
            }
            if (first == null || !text.equals(byDay.get(first))) {
                first = day;
            }
            boolean goesOn =
                    day != DayOfWeek.SUNDAY
                            && text.equals(byDay.get(DayOfWeek.of(day.getValue() + 1)));
            if (!goesOn) {
                String days =
                        first == day
                                ? day(day, words.locale())
                                : day(first, words.locale()) + "–" + day(day, words.locale());
                lines.add(days + " " + text);
                first = null;
            }
        }
        return lines;
    }

    private static String span(Span span, DirectoryWords words) {
        String text =
                time(span.opens(), words.locale()) + "–" + time(span.closes(), words.locale());
        boolean wholeDay = span.opens().equals(span.closes()) && span.opens().equals(LocalTime.MIN);
        if (wholeDay) {
            return words.text("directory.hours.wholeDay");
        }
        boolean overNight =
                !span.closes().isAfter(span.opens()) && !span.closes().equals(LocalTime.MIN);
        return overNight ? words.text("directory.hours.nextDay", text) : text;
    }

    static String day(DayOfWeek day, Locale locale) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, locale);
    }

    private static String time(LocalTime time, Locale locale) {
        Locale region = locale.getLanguage().equals("es") ? Locale.of("es", "US") : Locale.US;
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(region).format(time);
    }
}
