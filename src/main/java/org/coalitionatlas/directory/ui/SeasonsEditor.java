package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.directory.SpecialHours.Season;
import org.jspecify.annotations.Nullable;

/** Weeks of their own for parts of every year. */
final class SeasonsEditor extends HoursPart {

    private final Div container = new Div();
    private final List<Row> rows = new ArrayList<>();

    SeasonsEditor(DirectoryWords words, Runnable touched) {
        super(words, touched);
        var add =
                new Button(
                        words.text("hours.seasons.add"),
                        VaadinIcon.PLUS.create(),
                        click -> {
                            append(null).fromMonth.focus();
                            touched();
                        });
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(
                new H3(words.text("hours.seasons.title")),
                new Paragraph(words.text("hours.seasons.help")),
                container,
                add);
    }

    /**
     * The seasons.
     *
     * @throws InvalidValue {@code hours.invalid.noSeasonDay}, {@code hours.invalid.seasonDay} and
     *     those of {@link WeekEditor#value}
     */
    List<Season> value() {
        return rows.stream().map(Row::season).toList();
    }

    void show(List<Season> seasons) {
        rows.clear();
        container.removeAll();
        seasons.forEach(this::append);
    }

    private Row append(@Nullable Season season) {
        var row = new Row(season);
        rows.add(row);
        container.add(row.block);
        number();
        return row;
    }

    private void number() {
        for (int i = 0; i < rows.size(); i++) {
            group(rows.get(i).block, words().text("hours.seasons.row", i + 1));
            name(rows.get(i).remove, words().text("hours.seasons.remove", i + 1));
        }
    }

    private final class Row {

        private final Select<Month> fromMonth = month("hours.seasons.fromMonth");
        private final IntegerField fromDay = day("hours.seasons.fromDay");
        private final Select<Month> toMonth = month("hours.seasons.toMonth");
        private final IntegerField toDay = day("hours.seasons.toDay");
        private final WeekEditor week;
        private final Paragraph closed = new Paragraph(words().text("hours.seasons.closed"));
        private final Button remove;
        private final Div block;

        Row(@Nullable Season season) {
            week =
                    new WeekEditor(
                            words(),
                            () -> {
                                showClosed();
                                touched();
                            });
            remove = icon(VaadinIcon.TRASH, "", this::remove);
            if (season != null) {
                fromMonth.setValue(season.from().getMonth());
                fromDay.setValue(season.from().getDayOfMonth());
                toMonth.setValue(season.to().getMonth());
                toDay.setValue(season.to().getDayOfMonth());
                week.show(season.week());
            } else {
                week.show(WeeklyHours.NEVER);
            }
            var dates = new Div(fromMonth, fromDay, toMonth, toDay, remove);
            dates.addClassName("dates");
            block = new Div(dates, week, closed);
            block.addClassName("season");
            showClosed();
        }

        private void remove() {
            rows.remove(this);
            container.remove(block);
            number();
            touched();
        }

        private void showClosed() {
            boolean none;
            try {
                none = week.value().minutes() == 0;
            } catch (InvalidValue halfWritten) {
                none = false;
            }
            closed.setVisible(none);
        }

        Season season() {
            MonthDay from = monthDay(fromMonth, fromDay);
            MonthDay to = monthDay(toMonth, toDay);
            return new Season(from, to, week.value());
        }

        private MonthDay monthDay(Select<Month> month, IntegerField day) {
            Month of = month.getValue();
            Integer number = day.getValue();
            month.setInvalid(of == null);
            day.setInvalid(number == null);
            if (of == null || number == null) {
                throw new InvalidValue("hours.invalid.noSeasonDay");
            }
            if (number < 1 || number > of.maxLength()) {
                day.setInvalid(true);
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
