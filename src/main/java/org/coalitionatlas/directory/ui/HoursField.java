package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.directory.OpeningHours;

/**
 * A week by day of opening, with any number of spans a day; a span that closes before it opens runs
 * into the next day and says so.
 */
final class HoursField extends PartsField<OpeningHours> {

    private final DirectoryWords words;
    private final Checkbox always = new Checkbox();
    private final Checkbox byAppointment = new Checkbox();
    private final TextArea note = new TextArea();
    private final Div week = new Div();
    private final Map<DayOfWeek, Div> days = new EnumMap<>(DayOfWeek.class);
    private final List<Line> lines = new ArrayList<>();

    HoursField(DirectoryWords words) {
        super(OpeningHours.NOT_STATED);
        this.words = words;
        setLabel(words.text("directory.field.hours"));
        addClassName("hours-field");
        always.setLabel(words.text("directory.hours.always"));
        always.addValueChangeListener(
                e -> {
                    week.setVisible(!e.getValue());
                    changed(e.isFromClient());
                });
        byAppointment.setLabel(words.text("directory.hours.byAppointment"));
        byAppointment.addValueChangeListener(e -> changed(e.isFromClient()));
        note.setLabel(words.text("directory.hours.note"));
        note.setHelperText(words.text("common.noVictimData"));
        note.setMaxLength(500);
        note.addValueChangeListener(e -> changed(e.isFromClient()));
        week.addClassName("week");
        for (DayOfWeek day : DayOfWeek.values()) {
            week.add(day(day));
        }
        add(always, week, byAppointment, note);
    }

    @Override
    OpeningHours parts() {
        if (always.getValue()) {
            return OpeningHours.of(WeeklyHours.ALWAYS, byAppointment.getValue(), note.getValue());
        }
        List<WeeklyHours.Span> spans = new ArrayList<>();
        InvalidValue first = null;
        for (Line line : lines) {
            try {
                spans.add(line.span());
            } catch (InvalidValue e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
        return OpeningHours.of(WeeklyHours.of(spans), byAppointment.getValue(), note.getValue());
    }

    @Override
    protected void setPresentationValue(OpeningHours hours) {
        WeeklyHours weekly = hours.hours();
        always.setValue(weekly.isAlways());
        week.setVisible(!weekly.isAlways());
        byAppointment.setValue(hours.byAppointment());
        note.setValue(hours.note() == null ? "" : hours.note());
        lines.clear();
        days.values().forEach(Div::removeAll);
        if (!weekly.isAlways()) {
            for (WeeklyHours.Span span : weekly.spans()) {
                append(span.day(), span.opens(), span.closes());
            }
        }
    }

    private Div day(DayOfWeek day) {
        String name = day.getDisplayName(TextStyle.FULL_STANDALONE, words.locale());
        var title = new Span(name);
        title.addClassName("day");
        var spans = new Div();
        spans.addClassName("spans");
        days.put(day, spans);
        var add =
                new Button(
                        VaadinIcon.PLUS.create(),
                        click -> {
                            append(day, LocalTime.of(9, 0), LocalTime.of(17, 0));
                            changed(true);
                        });
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        add.setAriaLabel(words.text("directory.hours.add", name));
        add.setTooltipText(words.text("directory.hours.add", name));
        var row = new Div(title, spans, add);
        row.addClassName("day-row");
        row.getElement().setAttribute("role", "group");
        row.getElement().setAttribute("aria-label", name);
        return row;
    }

    private void append(DayOfWeek day, LocalTime opens, LocalTime closes) {
        var line = new Line(day, opens, closes);
        lines.add(line);
        java.util.Objects.requireNonNull(days.get(day)).add(line.row);
    }

    private final class Line {

        private final DayOfWeek day;
        private final TimePicker opens = new TimePicker();
        private final TimePicker closes = new TimePicker();
        private final Span overNight = new Span();
        private final Div row;

        Line(DayOfWeek day, LocalTime from, LocalTime to) {
            this.day = day;
            String name = day.getDisplayName(TextStyle.FULL_STANDALONE, words.locale());
            time(opens, from, words.text("directory.hours.opens", name));
            time(closes, to, words.text("directory.hours.closes", name));
            var remove = new Button(VaadinIcon.TRASH.create());
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
            remove.setAriaLabel(words.text("directory.hours.remove", name));
            remove.setTooltipText(words.text("directory.hours.remove", name));
            overNight.addClassName("over-night");
            row = new Div(opens, new Span("–"), closes, overNight, remove);
            row.addClassName("span");
            remove.addClickListener(
                    click -> {
                        lines.remove(this);
                        row.removeFromParent();
                        changed(true);
                    });
            showOverNight();
        }

        private void time(TimePicker picker, LocalTime value, String label) {
            picker.setAriaLabel(label);
            picker.setStep(Duration.ofMinutes(30));
            picker.setValue(value);
            picker.addValueChangeListener(
                    e -> {
                        showOverNight();
                        changed(e.isFromClient());
                    });
        }

        private void showOverNight() {
            LocalTime from = opens.getValue();
            LocalTime to = closes.getValue();
            boolean next = from != null && to != null && !to.isAfter(from);
            overNight.setText(
                    !next
                            ? ""
                            : words.text(
                                    to.equals(from)
                                            ? "directory.hours.aroundTheClock"
                                            : to.equals(LocalTime.MIN)
                                                    ? "directory.hours.midnight"
                                                    : "directory.hours.untilNextDay"));
        }

        WeeklyHours.Span span() {
            LocalTime from = opens.getValue();
            LocalTime to = closes.getValue();
            opens.setInvalid(from == null);
            closes.setInvalid(to == null);
            if (from == null || to == null) {
                throw new InvalidValue("directory.hours.incomplete");
            }
            return new WeeklyHours.Span(day, from, to);
        }
    }
}
