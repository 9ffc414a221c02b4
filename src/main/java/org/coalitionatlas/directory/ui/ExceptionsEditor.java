package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.directory.SpecialHours.DateException;
import org.coalitionatlas.directory.SpecialHours.Times;
import org.jspecify.annotations.Nullable;

/** Dates with other hours than their week, or none. */
final class ExceptionsEditor extends HoursPart {

    private final Div container = new Div();
    private final List<Row> rows = new ArrayList<>();

    ExceptionsEditor(DirectoryWords words, Runnable touched) {
        super(words, touched);
        var add =
                new Button(
                        words.text("hours.exceptions.add"),
                        VaadinIcon.PLUS.create(),
                        click -> {
                            append(null).from.focus();
                            touched();
                        });
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(
                new H3(words.text("hours.exceptions.title")),
                new Paragraph(words.text("hours.exceptions.help")),
                container,
                add);
    }

    /**
     * The exceptions.
     *
     * @throws InvalidValue {@code hours.invalid.noDate}, {@code hours.invalid.noTimes} and those of
     *     {@link DateException}
     */
    List<DateException> value() {
        return rows.stream().map(Row::exception).toList();
    }

    void show(List<DateException> exceptions) {
        rows.clear();
        container.removeAll();
        exceptions.forEach(this::append);
    }

    private Row append(@Nullable DateException exception) {
        var row = new Row(exception);
        rows.add(row);
        container.add(row.block);
        number();
        return row;
    }

    private void number() {
        for (int i = 0; i < rows.size(); i++) {
            group(rows.get(i).block, words().text("hours.exceptions.row", i + 1));
            name(rows.get(i).remove, words().text("hours.exceptions.remove", i + 1));
        }
    }

    private enum Kind {
        CLOSED,
        OTHER
    }

    private final class Row {

        private final DatePicker from =
                watched(new DatePicker(words().text("hours.exceptions.from")));
        private final DatePicker to = watched(new DatePicker(words().text("hours.exceptions.to")));
        private final Select<Kind> kind = new Select<>();
        private final TextField label = new TextField(words().text("hours.exceptions.label"));
        private final TimePicker opens = timeField("hours.exceptions.opens");
        private final TimePicker closes = timeField("hours.exceptions.closes");
        private final TimePicker opensAgain = timeField("hours.exceptions.opens2");
        private final TimePicker closesAgain = timeField("hours.exceptions.closes2");
        private final Div times = new Div(opens, closes, opensAgain, closesAgain);
        private final Button remove;
        private final Div block;

        Row(@Nullable DateException exception) {
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
            remove = icon(VaadinIcon.TRASH, "", this::remove);
            var dates = new Div(from, to, kind, label, remove);
            dates.addClassName("dates");
            times.addClassName("dates");
            times.setVisible(false);
            block = new Div(dates, times);
            block.addClassName("exception");
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
                block.add(past);
            }
        }

        private void remove() {
            rows.remove(this);
            container.remove(block);
            number();
            touched();
        }

        DateException exception() {
            LocalDate first = from.getValue();
            from.setInvalid(first == null);
            if (first == null) {
                throw new InvalidValue("hours.invalid.noDate");
            }
            LocalDate last = to.getValue() == null ? first : to.getValue();
            to.setInvalid(last.isBefore(first));
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
            opening.setInvalid(one == null);
            closing.setInvalid(other == null);
            if (one == null || other == null) {
                throw new InvalidValue("hours.invalid.noTimes");
            }
            return new Times(one, other);
        }

        private TimePicker timeField(String labelKey) {
            TimePicker picker = time(words().text(labelKey));
            picker.setLabel(words().text(labelKey));
            return watched(picker);
        }
    }
}
