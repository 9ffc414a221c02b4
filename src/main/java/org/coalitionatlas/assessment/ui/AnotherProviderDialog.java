package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

/** Asks for the name of a provider the directory does not know yet. */
final class AnotherProviderDialog extends Dialog {

    /** Adds the provider; returns why it could not be added, in words, or {@code null}. */
    interface Adding extends java.io.Serializable {
        @Nullable String add(String name);
    }

    AnotherProviderDialog(SheetWords words, String need, Adding adding) {
        setHeaderTitle(words.text("assessment.another.title", need));
        var name = new TextField(words.text("assessment.another.name"));
        name.setWidthFull();
        name.setRequired(true);
        name.setAutofocus(true);
        add(new Paragraph(words.text("assessment.another.text")), name);
        var save = new Button(words.text("assessment.another.add"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER);
        // One press adds one provider, however often it is repeated before the answer comes.
        save.setDisableOnClick(true);
        save.addClickListener(
                click -> {
                    String problem =
                            name.getValue().isBlank()
                                    ? words.text("invalid.missing")
                                    : adding.add(name.getValue());
                    name.setErrorMessage(problem);
                    name.setInvalid(problem != null);
                    if (problem == null) {
                        close();
                    } else {
                        save.setEnabled(true);
                        name.focus();
                    }
                });
        getFooter().add(new Button(words.text("common.cancel"), click -> close()), save);
        setWidth("min(32rem, 95vw)");
    }
}
