package org.coalitionatlas.common.ui;

import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The words of a field for a day; without them its calendar speaks English to everybody. */
public final class DayWords {

    private DayWords() {}

    /**
     * @param today the button that leads to this day
     * @param cancel the button that leaves the day as it was
     * @param bad said when what was typed is no day
     */
    public static DatePickerI18n in(Locale locale, String today, String cancel, String bad) {
        return new DatePickerI18n()
                .setMonthNames(
                        Arrays.stream(Month.values())
                                .map(m -> m.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                                .toList())
                .setWeekdays(weekdays(TextStyle.FULL_STANDALONE, locale))
                .setWeekdaysShort(weekdays(TextStyle.SHORT_STANDALONE, locale))
                .setToday(today)
                .setCancel(cancel)
                .setBadInputErrorMessage(bad);
    }

    // The picker's week begins with Sunday.
    private static List<String> weekdays(TextStyle style, Locale locale) {
        return IntStream.range(0, 7)
                .mapToObj(i -> DayOfWeek.SUNDAY.plus(i).getDisplayName(style, locale))
                .toList();
    }
}
