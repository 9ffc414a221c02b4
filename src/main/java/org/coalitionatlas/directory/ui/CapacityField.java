package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.ui.DayField;
import org.coalitionatlas.directory.Capacity;
import org.coalitionatlas.directory.CapacityValue;

/** Whether there is room, and on which day somebody said so. */
final class CapacityField extends PartsField<Capacity> {

    private final DirectoryWords words;
    private final Select<CapacityValue> value = new Select<>();
    private final DatePicker asOf = new DayField();
    private final TextField note = new TextField();

    CapacityField(DirectoryWords words) {
        super(Capacity.NOT_STATED);
        this.words = words;
        namedBySection(words.text("directory.field.capacity"));
        addClassName("capacity-field");
        value.setLabel(words.text("directory.capacity.value"));
        value.setItems(CapacityValue.values());
        value.setEmptySelectionAllowed(true);
        value.setEmptySelectionCaption(words.text("common.notStated"));
        value.setItemLabelGenerator(v -> words.of("capacity", v));
        value.addValueChangeListener(
                e -> {
                    if (e.isFromClient() && e.getValue() != null) {
                        asOf.setValue(words.today()); // a new statement is made today
                    }
                    changed(e.isFromClient());
                });
        asOf.setLabel(words.text("directory.capacity.day"));
        asOf.addValueChangeListener(e -> changed(e.isFromClient()));
        note.setLabel(words.text("directory.capacity.note"));
        note.setHelperText(words.text("common.noVictimData"));
        note.setMaxLength(300);
        note.addValueChangeListener(e -> changed(e.isFromClient()));
        add(value, asOf, note);
    }

    @Override
    Capacity parts() {
        LocalDate day = asOf.getValue();
        boolean future = day != null && day.isAfter(words.today());
        asOf.setInvalid(future);
        if (future) {
            asOf.setErrorMessage(words.text("invalid.future", words.day(day)));
            throw new InvalidValue("invalid.future", words.day(day));
        }
        return Capacity.of(value.getValue(), day, note.getValue());
    }

    @Override
    protected void setPresentationValue(Capacity capacity) {
        value.setValue(capacity.value());
        asOf.setValue(capacity.asOf());
        note.setValue(capacity.note() == null ? "" : capacity.note());
    }
}
