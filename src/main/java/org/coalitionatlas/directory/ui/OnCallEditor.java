package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.directory.Audience;
import org.coalitionatlas.directory.PhoneLine;
import org.coalitionatlas.directory.PhoneType;
import org.jspecify.annotations.Nullable;

/** The number that is answered outside the weekly hours. */
final class OnCallEditor extends HoursPart {

    private final TextField number;
    private final TextField extension;
    private final TextField purpose;
    private final Select<PhoneType> type = new Select<>();
    private final Select<Audience> audience = new Select<>();

    OnCallEditor(DirectoryWords words, Runnable touched) {
        super(words, touched);
        number = watched(new TextField(words.text("hours.onCall.number")));
        extension = watched(new TextField(words.text("hours.onCall.extension")));
        extension.setMaxLength(10);
        extension.addClassName("day-of-month");
        purpose = watched(new TextField(words.text("hours.onCall.purpose")));
        purpose.setMaxLength(200);
        purpose.setTooltipText(words.text("common.noVictimData"));
        type.setLabel(words.text("directory.phone.type"));
        type.setItems(PhoneType.VOICE, PhoneType.HOTLINE, PhoneType.SMS);
        type.setItemLabelGenerator(value -> words.of("phoneType", value));
        watched(type);
        audience.setLabel(words.text("hours.onCall.audience"));
        audience.setItems(Audience.values());
        audience.setItemLabelGenerator(value -> words.of("audience", value));
        watched(audience);
        show(null);
        var fields = new Div(number, extension, type, purpose, audience);
        fields.addClassName("dates");
        group(fields, words.text("hours.onCall.title"));
        add(
                new H3(words.text("hours.onCall.title")),
                new Paragraph(words.text("hours.onCall.help")),
                fields);
    }

    /**
     * The line; {@code null} when nobody is on call.
     *
     * @throws InvalidValue {@code hours.invalid.onCallMissing}, {@code hours.invalid.onCall}
     */
    @Nullable PhoneLine value() {
        number.setInvalid(false);
        if (number.isEmpty()) {
            if (extension.isEmpty() && purpose.isEmpty()) {
                return null;
            }
            throw problem(new InvalidValue("hours.invalid.onCallMissing"));
        }
        try {
            Phone phone = Phone.parse(number.getValue());
            String digits = extension.getValue().strip();
            if (!digits.isEmpty() && !digits.matches("\\d{1,10}")) {
                throw new InvalidValue("invalid.phone", number.getValue() + " x" + digits);
            }
            return PhoneLine.of(
                    digits.isEmpty() ? phone : new Phone(phone.number(), digits),
                    type.getValue(),
                    purpose.getValue(),
                    audience.getValue());
        } catch (InvalidValue e) {
            throw problem(
                    new InvalidValue(
                            "hours.invalid.onCall", words().text(e.messageKey(), e.arguments())));
        }
    }

    void show(@Nullable PhoneLine line) {
        number.setValue(line == null ? "" : new Phone(line.number(), null).display());
        extension.setValue(line == null || line.extension() == null ? "" : line.extension());
        type.setValue(line == null ? PhoneType.VOICE : line.type());
        purpose.setValue(line == null || line.description() == null ? "" : line.description());
        // Whoever is on call at night is rarely meant for everybody.
        audience.setValue(line == null ? Audience.MEMBERS : line.visibility());
    }

    private InvalidValue problem(InvalidValue problem) {
        number.setInvalid(true);
        number.setErrorMessage(words().text(problem.messageKey(), problem.arguments()));
        return problem;
    }
}
