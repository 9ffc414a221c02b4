package org.coalitionatlas.common;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Dates as people say them: "3 weeks ago (Oct 30, 2026)". */
public final class RelativeDate {

    private RelativeDate() {}

    /**
     * The day and how long ago it was, in English or Spanish.
     *
     * @param today the reader's day
     */
    public static String ago(LocalDate day, LocalDate today, Locale locale) {
        boolean spanish = locale.getLanguage().equals("es");
        return words(ChronoUnit.DAYS.between(day, today), spanish)
                + " ("
                + plain(day, locale)
                + ")";
    }

    /** The day alone: "Oct 30, 2026" or "30 oct 2026". */
    public static String plain(LocalDate day, Locale locale) {
        Locale region = TimeOfDay.region(locale);
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(region).format(day);
    }

    private static String words(long days, boolean spanish) {
        if (days < 0) {
            return spanish ? "en " + count(-days, true) : "in " + count(-days, false);
        }
        if (days == 0) {
            return spanish ? "hoy" : "today";
        }
        if (days == 1) {
            return spanish ? "ayer" : "yesterday";
        }
        return spanish ? "hace " + count(days, true) : count(days, false) + " ago";
    }

    private static String count(long days, boolean spanish) {
        if (days < 14) {
            return unit(days, spanish, "day", "days", "día", "días");
        }
        if (days < 60) {
            return unit(days / 7, spanish, "week", "weeks", "semana", "semanas");
        }
        if (days < 730) {
            return unit(days / 30, spanish, "month", "months", "mes", "meses");
        }
        return unit(days / 365, spanish, "year", "years", "año", "años");
    }

    private static String unit(
            long n, boolean spanish, String one, String many, String uno, String varios) {
        return n + " " + (spanish ? (n == 1 ? uno : varios) : (n == 1 ? one : many));
    }
}
