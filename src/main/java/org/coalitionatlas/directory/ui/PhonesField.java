package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.directory.Audience;
import org.coalitionatlas.directory.PhoneLine;
import org.coalitionatlas.directory.PhoneType;
import org.jspecify.annotations.Nullable;

/** Numbers, what answers them, what they are for and who may see them. */
final class PhonesField extends RowsField<PhoneLine> {

    private final Audience usual;

    /**
     * @param usual who may see a new number
     */
    PhonesField(DirectoryWords words, Audience usual) {
        super(words, "directory.field.phones", "directory.phones.add");
        this.usual = usual;
    }

    @Override
    Row<PhoneLine> row(@Nullable PhoneLine line) {
        return new PhoneRow(line);
    }

    private final class PhoneRow implements Row<PhoneLine> {

        private final TextField number = new TextField(words().text("directory.phone.number"));
        private final TextField extension =
                new TextField(words().text("directory.phone.extension"));
        private final Select<PhoneType> type = new Select<>();
        private final TextField purpose = new TextField(words().text("directory.phone.purpose"));
        private final Select<Audience> audience = new Select<>();

        PhoneRow(@Nullable PhoneLine line) {
            type.setLabel(words().text("directory.phone.type"));
            type.setItems(PhoneType.values());
            type.setItemLabelGenerator(value -> words().of("phoneType", value));
            type.setValue(PhoneType.VOICE);
            audience.setLabel(words().text("directory.phone.audience"));
            audience.setItems(Audience.values());
            audience.setItemLabelGenerator(value -> words().of("audience", value));
            audience.setValue(usual);
            number.addClassName("number");
            extension.addClassName("extension");
            extension.setMaxLength(10);
            purpose.setMaxLength(200);
            purpose.setTooltipText(words().text("common.noVictimData"));
            if (line != null) {
                number.setValue(new Phone(line.number(), null).display());
                extension.setValue(line.extension() == null ? "" : line.extension());
                type.setValue(line.type());
                purpose.setValue(line.description() == null ? "" : line.description());
                audience.setValue(line.visibility());
            }
            number.addValueChangeListener(e -> changed(e.isFromClient()));
            extension.addValueChangeListener(e -> changed(e.isFromClient()));
            type.addValueChangeListener(e -> changed(e.isFromClient()));
            purpose.addValueChangeListener(e -> changed(e.isFromClient()));
            audience.addValueChangeListener(e -> changed(e.isFromClient()));
        }

        @Override
        public List<Component> fields() {
            return List.of(number, extension, type, purpose, audience);
        }

        @Override
        public PhoneLine value() {
            try {
                Phone phone = parsed();
                number.setInvalid(false);
                return PhoneLine.of(
                        phone, type.getValue(), purpose.getValue(), audience.getValue());
            } catch (InvalidValue e) {
                number.setErrorMessage(words().text(e.messageKey(), e.arguments()));
                number.setInvalid(true);
                throw e;
            }
        }

        private Phone parsed() {
            if (number.isEmpty()) {
                throw new InvalidValue("invalid.missing");
            }
            Phone phone = Phone.parse(number.getValue());
            String digits = extension.getValue().strip();
            if (digits.isEmpty()) {
                return phone;
            }
            if (!digits.matches("\\d{1,10}")) {
                throw new InvalidValue("invalid.phone", number.getValue() + " x" + digits);
            }
            return new Phone(phone.number(), digits);
        }
    }
}
