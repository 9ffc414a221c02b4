package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.directory.OpenState;
import org.jspecify.annotations.Nullable;

/**
 * A week by day of opening, with any number of spans a day; a span that closes before it opens runs
 * into the next day and says so.
 */
final class WeekEditor extends HoursPart {

    private static final List<DayOfWeek> AFTER_MONDAY =
            List.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    private final Checkbox always;
    private final Div week = new Div();
    private final Map<DayOfWeek, Div> days = new EnumMap<>(DayOfWeek.class);
    private final List<Line> lines = new ArrayList<>();

    WeekEditor(DirectoryWords words, Runnable touched) {
        super(words, touched);
        always = watched(new Checkbox(words.text("directory.hours.always")));
        always.addValueChangeListener(e -> week.setVisible(!e.getValue()));
        week.addClassName("week");
        for (DayOfWeek day : DayOfWeek.values()) {
            week.add(day(day));
        }
        var copy = new Button(words.text("hours.week.copy"), click -> copyMonday());
        copy.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        copy.setTooltipText(words.text("hours.week.copyHelp"));
        week.add(copy);
        add(always, week);
    }

    /**
     * The week.
     *
     * @param saving whether rows that nobody has left yet have to be whole too
     * @throws InvalidValue {@code directory.hours.incomplete}, {@code hours.invalid.weekOverlap}
     * @throws StillWriting when a row is not whole that nobody has left yet
     */
    WeeklyHours value(boolean saving) {
        if (always.getValue()) {
            return WeeklyHours.ALWAYS;
        }
        lines.forEach(line -> line.mark(saving));
        if (lines.stream().anyMatch(line -> line.judged && !line.isWhole())) {
            throw new InvalidValue("directory.hours.incomplete");
        }
        if (!lines.stream().allMatch(Line::isWhole)) {
            throw new StillWriting();
        }
        requireNoOverlap();
        return WeeklyHours.of(lines.stream().map(Line::span).toList());
    }

    /** Shows the week. */
    void show(WeeklyHours hours) {
        always.setValue(hours.isAlways());
        week.setVisible(!hours.isAlways());
        lines.clear();
        days.values().forEach(Div::removeAll);
        if (!hours.isAlways()) {
            hours.spans().forEach(span -> append(span.day(), span.opens(), span.closes()));
        }
    }

    private void requireNoOverlap() {
        for (int i = 0; i < lines.size(); i++) {
            for (int j = 0; j < i; j++) {
                Line one = lines.get(j);
                Line other = lines.get(i);
                if (one.span().overlaps(other.span())) {
                    other.opens.setInvalid(true);
                    throw new InvalidValue(
                            "hours.invalid.weekOverlap",
                            name(other.day),
                            one.inWords(other.day),
                            other.inWords(other.day));
                }
            }
        }
    }

    // A keyboard gets through a usual week with one day written and one press.
    private void copyMonday() {
        List<Line> monday = lines.stream().filter(line -> line.day == DayOfWeek.MONDAY).toList();
        lines.removeIf(line -> AFTER_MONDAY.contains(line.day));
        for (DayOfWeek day : AFTER_MONDAY) {
            Objects.requireNonNull(days.get(day)).removeAll();
            monday.forEach(line -> append(day, line.opens.getValue(), line.closes.getValue()));
        }
        Notices.done("hours.week.copied");
        touched();
    }

    private Div day(DayOfWeek day) {
        var title = new Span(name(day));
        title.addClassName("day");
        var spans = new Div();
        spans.addClassName("spans");
        days.put(day, spans);
        var row =
                new Div(
                        title,
                        spans,
                        icon(
                                VaadinIcon.PLUS,
                                words().text("directory.hours.add", name(day)),
                                () -> addSpan(day)));
        row.addClassName("day-row");
        group(row, name(day));
        return row;
    }

    // A second span begins where an afternoon usually does, not upon the first.
    private void addSpan(DayOfWeek day) {
        boolean second = lines.stream().anyMatch(line -> line.day == day);
        Line line =
                second
                        ? append(day, null, null)
                        : append(day, LocalTime.of(9, 0), LocalTime.of(17, 0));
        line.opens.focus();
        touched();
    }

    private Line append(DayOfWeek day, @Nullable LocalTime opens, @Nullable LocalTime closes) {
        var line = new Line(day, opens, closes);
        lines.add(line);
        Objects.requireNonNull(days.get(day)).add(line.row);
        return line;
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, words().locale());
    }

    private final class Line {

        private final DayOfWeek day;
        private final TimePicker opens;
        private final TimePicker closes;
        private final Span overNight = new Span();
        private final Div row;
        private boolean judged;

        Line(DayOfWeek day, @Nullable LocalTime from, @Nullable LocalTime to) {
            this.day = day;
            opens = picker(from, "directory.hours.opens");
            closes = picker(to, "directory.hours.closes");
            overNight.addClassName("over-night");
            row = new Div(opens, new Span("–"), closes, overNight);
            row.add(
                    icon(
                            VaadinIcon.TRASH,
                            words().text("directory.hours.remove", name(day)),
                            this::remove));
            row.addClassName("span");
            onLeave(row, this::leave);
            showOverNight();
        }

        private TimePicker picker(@Nullable LocalTime value, String labelKey) {
            TimePicker picker = new TimeField(words().text(labelKey, name(day)));
            picker.setValue(value);
            picker.addValueChangeListener(e -> showOverNight());
            return watched(picker);
        }

        private void remove() {
            lines.remove(this);
            row.removeFromParent();
            touched();
        }

        private void showOverNight() {
            LocalTime from = opens.getValue();
            LocalTime to = closes.getValue();
            overNight.setText(
                    from == null || to == null || to.isAfter(from)
                            ? ""
                            : words().text(
                                            to.equals(from)
                                                    ? "directory.hours.aroundTheClock"
                                                    : to.equals(LocalTime.MIN)
                                                            ? "directory.hours.midnight"
                                                            : "directory.hours.untilNextDay"));
        }

        boolean isWhole() {
            return opens.getValue() != null && closes.getValue() != null;
        }

        void mark(boolean saving) {
            judged |= saving;
            opens.setInvalid(judged && opens.getValue() == null);
            closes.setInvalid(judged && closes.getValue() == null);
        }

        private void leave() {
            if (!isWhole() && !judged) {
                judged = true;
                touched();
            }
        }

        WeeklyHours.Span span() {
            return new WeeklyHours.Span(day, opens.getValue(), closes.getValue());
        }

        // The night of another day is named with its day.
        String inWords(DayOfWeek seenFrom) {
            String times =
                    OpenState.time(opens.getValue(), words().locale())
                            + "–"
                            + OpenState.time(closes.getValue(), words().locale());
            return day == seenFrom ? times : name(day) + " " + times;
        }
    }
}
