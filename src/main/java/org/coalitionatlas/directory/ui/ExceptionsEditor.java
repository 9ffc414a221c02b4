package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.ui.DayField;
import org.coalitionatlas.directory.SpecialHours.DateException;
import org.coalitionatlas.directory.SpecialHours.Times;
import org.jspecify.annotations.Nullable;

/** Dates with other hours than their week, or none. */
final class ExceptionsEditor extends NumberedRows<DateException> {

    ExceptionsEditor(DirectoryWords words, Runnable touched, Runnable begun) {
        super(words, touched, begun, "hours.exceptions.");
    }

    @Override
    Row row(@Nullable DateException value) {
        return new Line(value);
    }

    private enum Kind {
        CLOSED,
        OTHER
    }

    private final class Line extends Row {

        private final DatePicker from =
                watched(new DayField(words().text("hours.exceptions.from")));
        private final DatePicker to = watched(new DayField(words().text("hours.exceptions.to")));
        private final Select<Kind> kind = new Select<>();
        private final TextField label = new TextField(words().text("hours.exceptions.label"));
        private final TimePicker opens = timeField("hours.exceptions.opens");
        private final TimePicker closes = timeField("hours.exceptions.closes");
        private final TimePicker opensAgain = timeField("hours.exceptions.opens2");
        private final TimePicker closesAgain = timeField("hours.exceptions.closes2");
        private final Div times = new Div(opens, closes, opensAgain, closesAgain);

        Line(@Nullable DateException exception) {
            kind.setLabel(words().text("hours.exceptions.kind"));
            kind.setItems(Kind.values());
            kind.setItemLabelGenerator(
                    value ->
                            words().text(
                                            value == Kind.CLOSED
                                                    ? "hours.exceptions.closed"
                                                    : "hours.exceptions.other"));
            kind.setValue(Kind.CLOSED);
            kind.addValueChangeListener(e -> times.setVisible(e.getValue() == Kind.OTHER));
            watched(kind);
            label.setMaxLength(80);
            label.setTooltipText(words().text("common.noVictimData"));
            watched(label);
            // Writing begins here when the row is added: a phone would open the calendar over it.
            from.setAutoOpen(false);
            var dates = new Div(from, to, kind, label, removal());
            dates.addClassName("dates");
            times.addClassName("dates");
            times.setVisible(false);
            block().add(dates, times);
            block().addClassName("exception");
            if (exception != null) {
                show(exception);
            }
        }

        private void show(DateException exception) {
            from.setValue(exception.from());
            to.setValue(exception.to().equals(exception.from()) ? null : exception.to());
            label.setValue(exception.label() == null ? "" : exception.label());
            List<Times> given = exception.times();
            kind.setValue(given.isEmpty() ? Kind.CLOSED : Kind.OTHER);
            if (!given.isEmpty()) {
                opens.setValue(given.getFirst().opens());
                closes.setValue(given.getFirst().closes());
            }
            if (given.size() > 1) {
                opensAgain.setValue(given.get(1).opens());
                closesAgain.setValue(given.get(1).closes());
            }
            if (exception.to().isBefore(words().today().minusDays(1))) {
                var past = new Span(words().text("hours.exceptions.past"));
                past.addClassName("over-night");
                block().add(past);
            }
        }

        @Override
        void focusFirst() {
            from.focus();
        }

        @Override
        DateException value() {
            LocalDate first = from.getValue();
            mark(from, first == null);
            if (first == null) {
                throw new InvalidValue("hours.invalid.noDate");
            }
            LocalDate last = to.getValue() == null ? first : to.getValue();
            mark(to, last.isBefore(first));
            var given = new ArrayList<Times>();
            if (kind.getValue() == Kind.OTHER) {
                given.add(times(opens, closes));
                if (opensAgain.getValue() != null || closesAgain.getValue() != null) {
                    given.add(times(opensAgain, closesAgain));
                }
            }
            return new DateException(first, last, given, label.getValue());
        }

        private Times times(TimePicker opening, TimePicker closing) {
            LocalTime one = opening.getValue();
            LocalTime other = closing.getValue();
            mark(opening, one == null);
            mark(closing, other == null);
            if (one == null || other == null) {
                throw new InvalidValue("hours.invalid.noTimes");
            }
            return new Times(one, other);
        }

        private TimePicker timeField(String labelKey) {
            var picker = new TimeField(words().text(labelKey));
            picker.setLabel(words().text(labelKey));
            return watched(picker);
        }
    }
}
