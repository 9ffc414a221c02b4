package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextArea;
import org.coalitionatlas.common.ui.FreeText;
import org.coalitionatlas.directory.OpeningHours;
import org.coalitionatlas.directory.SpecialHours;

/** When somebody is there: every week, on dates, in seasons, and who answers at other times. */
@StyleSheet("portal-hours.css")
final class HoursField extends PartsField<OpeningHours> {

    private final Checkbox byAppointment = new Checkbox();
    private final TextArea note = new TextArea();
    private final Checkbox holidays = new Checkbox();
    private final WeekEditor week;
    private final ExceptionsEditor exceptions;
    private final SeasonsEditor seasons;
    private final OnCallEditor onCall;

    HoursField(DirectoryWords words) {
        super(OpeningHours.NOT_STATED);
        namedBySection(words.text("directory.field.hours"));
        addClassName("hours-field");
        Runnable touched = () -> changed(true);
        week = new WeekEditor(words, touched);
        exceptions = new ExceptionsEditor(words, touched, this::begun);
        seasons = new SeasonsEditor(words, touched, this::begun);
        onCall = new OnCallEditor(words, touched);
        byAppointment.setLabel(words.text("directory.hours.byAppointment"));
        byAppointment.addValueChangeListener(e -> changed(e.isFromClient()));
        holidays.setLabel(words.text("hours.holidays"));
        holidays.setHelperText(words.text("hours.holidays.help"));
        holidays.addValueChangeListener(e -> changed(e.isFromClient()));
        note.setLabel(words.text("directory.hours.note"));
        FreeText.watched(note);
        note.setMaxLength(500);
        note.addValueChangeListener(e -> changed(e.isFromClient()));
        add(
                new H3(words.text("hours.week.title")),
                week,
                byAppointment,
                holidays,
                note,
                exceptions,
                seasons,
                onCall);
    }

    @Override
    OpeningHours parts() {
        return OpeningHours.of(week.value(!isWriting()), byAppointment.getValue(), note.getValue())
                .with(
                        new SpecialHours(
                                holidays.getValue(),
                                seasons.value(!isWriting()),
                                exceptions.value(!isWriting()),
                                onCall.value()));
    }

    @Override
    protected void setPresentationValue(OpeningHours hours) {
        SpecialHours rules = hours.specialHours();
        week.show(hours.hours());
        byAppointment.setValue(hours.byAppointment());
        note.setValue(hours.note() == null ? "" : hours.note());
        holidays.setValue(rules.closedOnHolidays());
        exceptions.show(rules.exceptions());
        seasons.show(rules.seasons());
        onCall.show(rules.onCall());
    }
}
