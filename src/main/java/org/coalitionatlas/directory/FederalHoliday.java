package org.coalitionatlas.directory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.function.IntFunction;
import org.coalitionatlas.common.LocalText;

/**
 * The legal holidays of the United States (5 U.S.C. §6103). One that falls on a Saturday is
 * observed on the Friday before, one that falls on a Sunday on the Monday after; both the day
 * itself and the day it is observed count, because an office with Saturday hours closes on both.
 */
public enum FederalHoliday {
    NEW_YEAR(fixed(Month.JANUARY, 1), "New Year’s Day", "Año Nuevo"),
    MARTIN_LUTHER_KING(
            nth(3, DayOfWeek.MONDAY, Month.JANUARY),
            "Martin Luther King Jr. Day",
            "Día de Martin Luther King Jr."),
    PRESIDENTS(
            nth(3, DayOfWeek.MONDAY, Month.FEBRUARY), "Presidents’ Day", "Día de los Presidentes"),
    MEMORIAL(nth(-1, DayOfWeek.MONDAY, Month.MAY), "Memorial Day", "Día de los Caídos"),
    JUNETEENTH(fixed(Month.JUNE, 19), "Juneteenth", "Juneteenth"),
    INDEPENDENCE(fixed(Month.JULY, 4), "Independence Day", "Día de la Independencia"),
    LABOR(nth(1, DayOfWeek.MONDAY, Month.SEPTEMBER), "Labor Day", "Día del Trabajo"),
    COLUMBUS(nth(2, DayOfWeek.MONDAY, Month.OCTOBER), "Columbus Day", "Día de Colón"),
    VETERANS(fixed(Month.NOVEMBER, 11), "Veterans Day", "Día de los Veteranos"),
    THANKSGIVING(
            nth(4, DayOfWeek.THURSDAY, Month.NOVEMBER), "Thanksgiving", "Día de Acción de Gracias"),
    CHRISTMAS(fixed(Month.DECEMBER, 25), "Christmas Day", "Navidad");

    private final IntFunction<LocalDate> inYear;
    private final LocalText label;
    private final LocalText observedLabel;

    FederalHoliday(IntFunction<LocalDate> inYear, String english, String spanish) {
        this.inYear = inYear;
        this.label = new LocalText(english, spanish);
        this.observedLabel = new LocalText(english + ", observed", spanish + ", observado");
    }

    /** The day itself in that year. */
    public LocalDate in(int year) {
        return inYear.apply(year);
    }

    /** The working day on which offices keep it; may lie in the year before. */
    public LocalDate observedIn(int year) {
        LocalDate day = in(year);
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    /** The name of the holiday that is kept on that day; empty on other days. */
    public static Optional<LocalText> on(LocalDate day) {
        for (FederalHoliday holiday : values()) {
            if (holiday.in(day.getYear()).equals(day)) {
                return Optional.of(holiday.label);
            }
        }
        for (FederalHoliday holiday : values()) {
            // New Year's Day on a Saturday is observed on December 31 of the year before.
            if (holiday.observedIn(day.getYear()).equals(day)
                    || holiday.observedIn(day.getYear() + 1).equals(day)) {
                return Optional.of(holiday.observedLabel);
            }
        }
        return Optional.empty();
    }

    private static IntFunction<LocalDate> fixed(Month month, int day) {
        return year -> LocalDate.of(year, month, day);
    }

    private static IntFunction<LocalDate> nth(int which, DayOfWeek day, Month month) {
        return year ->
                LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(which, day));
    }
}
