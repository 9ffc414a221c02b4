package org.coalitionatlas.common;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** A time of the day as people in the United States write it, in either language. */
public final class TimeOfDay {

    private TimeOfDay() {}

    /**
     * The language as it is written in the United States, for the forms of times, dates, numbers.
     */
    public static Locale region(Locale locale) {
        return locale.getLanguage().equals("es") ? Locale.of("es", "US") : Locale.US;
    }

    /** "2:02 PM", "2:02 p.m.", of twelve hours like every other time on the screens. */
    public static String of(LocalTime time, Locale locale) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(region(locale))
                .format(time)
                .replace('\u202f', '\u00a0');
    }
}
