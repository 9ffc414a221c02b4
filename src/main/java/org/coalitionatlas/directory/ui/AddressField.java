package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.PostalAddress;
import org.coalitionatlas.geography.State;
import org.jspecify.annotations.Nullable;

/** A postal address, part by part. */
final class AddressField extends PartsField<PostalAddress> {

    private final DirectoryWords words;
    private final TextField line1 = new TextField();
    private final TextField line2 = new TextField();
    private final TextField city = new TextField();
    private final Select<String> state = new Select<>();
    private final TextField zip = new TextField();

    AddressField(DirectoryWords words) {
        super(PostalAddress.UNKNOWN);
        this.words = words;
        setLabel(words.text("directory.field.address"));
        addClassName("address-field");
        text(line1, "directory.address.line1", 200);
        text(line2, "directory.address.line2", 200);
        text(city, "directory.address.city", 100);
        state.setLabel(words.text("directory.address.state"));
        state.setItems(words.geography().states().stream().map(State::usps).sorted().toList());
        state.setEmptySelectionAllowed(true);
        state.addValueChangeListener(e -> changed(e.isFromClient()));
        text(zip, "directory.address.zip", 10);
        add(line1, line2, city, state, zip);
    }

    @Override
    PostalAddress parts() {
        try {
            PostalAddress address =
                    PostalAddress.of(
                            line1.getValue(),
                            line2.getValue(),
                            city.getValue(),
                            state.getValue(),
                            zip.getValue());
            zip.setInvalid(false);
            return address;
        } catch (InvalidValue e) {
            zip.setErrorMessage(words.text(e.messageKey(), e.arguments()));
            zip.setInvalid(true);
            throw e;
        }
    }

    @Override
    protected void setPresentationValue(PostalAddress address) {
        line1.setValue(or(address.line1()));
        line2.setValue(or(address.line2()));
        city.setValue(or(address.city()));
        state.setValue(address.state());
        zip.setValue(or(address.zip()));
    }

    private void text(TextField field, String labelKey, int limit) {
        field.setLabel(words.text(labelKey));
        field.setMaxLength(limit);
        field.addValueChangeListener(e -> changed(e.isFromClient()));
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
