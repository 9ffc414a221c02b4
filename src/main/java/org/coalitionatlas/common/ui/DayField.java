package org.coalitionatlas.common.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A field for a day whose calendar speaks the person's language; a plain one speaks English. */
public final class DayField extends DatePicker {

    public DayField() {
        Locale locale = UI.getCurrent().getLocale();
        setLocale(locale);
        setI18n(
                new DatePickerI18n()
                        .setMonthNames(
                                Arrays.stream(Month.values())
                                        .map(
                                                m ->
                                                        m.getDisplayName(
                                                                TextStyle.FULL_STANDALONE, locale))
                                        .toList())
                        .setWeekdays(weekdays(TextStyle.FULL_STANDALONE, locale))
                        .setWeekdaysShort(weekdays(TextStyle.SHORT_STANDALONE, locale))
                        .setToday(getTranslation("common.day.today"))
                        .setCancel(getTranslation("common.cancel"))
                        .setBadInputErrorMessage(getTranslation("common.day.bad")));
    }

    public DayField(String label) {
        this();
        setLabel(label);
    }

    // The picker's week begins with Sunday.
    private static List<String> weekdays(TextStyle style, Locale locale) {
        return IntStream.range(0, 7)
                .mapToObj(i -> DayOfWeek.SUNDAY.plus(i).getDisplayName(style, locale))
                .toList();
    }
}
