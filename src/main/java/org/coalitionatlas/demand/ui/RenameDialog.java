package org.coalitionatlas.demand.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import org.coalitionatlas.common.InvalidValue;

/** Asks for another name. */
final class RenameDialog extends Dialog {

    RenameDialog(String current, SerializableConsumer<String> rename) {
        setHeaderTitle(getTranslation("seeking.saved.rename"));
        setWidth("min(34rem, 94vw)");
        var name = new TextField(getTranslation("seeking.save.name"));
        name.setManualValidation(true);
        name.setMaxLength(120);
        name.setValue(current);
        name.setAutofocus(true);
        name.setWidthFull();
        add(name);
        var save =
                new Button(
                        getTranslation("common.save"),
                        click -> {
                            try {
                                rename.accept(name.getValue());
                                close();
                            } catch (InvalidValue e) {
                                name.setErrorMessage(getTranslation(e.messageKey(), e.arguments()));
                                name.setInvalid(true);
                            }
                        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), save);
    }
}
