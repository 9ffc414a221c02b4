package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.TextStyle;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.directory.SpecialHours.Season;
import org.jspecify.annotations.Nullable;

/** Weeks of their own for parts of every year. */
final class SeasonsEditor extends NumberedRows<Season> {

    SeasonsEditor(DirectoryWords words, Runnable touched, Runnable begun) {
        super(words, touched, begun, "hours.seasons.");
    }

    @Override
    Row row(@Nullable Season value) {
        return new Line(value);
    }

    private final class Line extends Row {

        private final Select<Month> fromMonth = month("hours.seasons.fromMonth");
        private final IntegerField fromDay = day("hours.seasons.fromDay");
        private final Select<Month> toMonth = month("hours.seasons.toMonth");
        private final IntegerField toDay = day("hours.seasons.toDay");
        private final WeekEditor week;
        private final Paragraph closed = new Paragraph(words().text("hours.seasons.closed"));

        Line(@Nullable Season season) {
            week =
                    new WeekEditor(
                            words(),
                            () -> {
                                showClosed();
                                touched();
                            });
            if (season != null) {
                fromMonth.setValue(season.from().getMonth());
                fromDay.setValue(season.from().getDayOfMonth());
                toMonth.setValue(season.to().getMonth());
                toDay.setValue(season.to().getDayOfMonth());
                week.show(season.week());
            } else {
                week.show(WeeklyHours.NEVER);
            }
            var dates = new Div(fromMonth, fromDay, toMonth, toDay, removal());
            dates.addClassName("dates");
            block().add(dates, week, closed);
            block().addClassName("season");
            showClosed();
        }

        private void showClosed() {
            boolean none;
            try {
                none = week.value(false).minutes() == 0;
            } catch (InvalidValue | StillWriting halfWritten) {
                none = false;
            }
            closed.setVisible(none);
        }

        @Override
        void focusFirst() {
            fromMonth.focus();
        }

        @Override
        Season value() {
            MonthDay from = monthDay(fromMonth, fromDay);
            MonthDay to = monthDay(toMonth, toDay);
            return new Season(from, to, week.value(isJudged()));
        }

        private MonthDay monthDay(Select<Month> month, IntegerField day) {
            Month of = month.getValue();
            Integer number = day.getValue();
            mark(month, of == null);
            mark(day, number == null);
            if (of == null || number == null) {
                throw new InvalidValue("hours.invalid.noSeasonDay");
            }
            if (number < 1 || number > of.maxLength()) {
                mark(day, true);
                throw new InvalidValue("hours.invalid.seasonDay", monthName(of), number);
            }
            return MonthDay.of(of, number);
        }

        private Select<Month> month(String labelKey) {
            var select = new Select<Month>();
            select.setLabel(words().text(labelKey));
            select.setItems(Month.values());
            select.setItemLabelGenerator(SeasonsEditor.this::monthName);
            return watched(select);
        }

        private IntegerField day(String labelKey) {
            var field = new IntegerField(words().text(labelKey));
            field.setMin(1);
            field.setMax(31);
            // Words of our own say what is wrong with a day, of the whole season at once.
            field.setManualValidation(true);
            field.addClassName("day-of-month");
            return watched(field);
        }
    }

    private String monthName(Month month) {
        return month.getDisplayName(TextStyle.FULL_STANDALONE, words().locale());
    }
}
