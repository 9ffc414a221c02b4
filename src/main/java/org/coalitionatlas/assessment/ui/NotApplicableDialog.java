package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableConsumer;
import org.coalitionatlas.common.ui.FreeText;

/** Asks why a need does not apply; without a reason it cannot be said. */
final class NotApplicableDialog extends Dialog {

    NotApplicableDialog(SheetWords words, String need, SerializableConsumer<String> saying) {
        setHeaderTitle(words.text("assessment.notApplicable.title", need));
        var reason = new TextArea(words.text("assessment.notApplicable.reason"));
        FreeText.watched(reason);
        reason.setWidthFull();
        reason.setMaxLength(500);
        reason.setRequired(true);
        reason.setAutofocus(true);
        add(new Paragraph(words.text("assessment.notApplicable.text")), reason);
        var save = new Button(words.text("common.save"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickListener(
                click -> {
                    if (reason.getValue().isBlank()) {
                        reason.setErrorMessage(words.text("invalid.missing"));
                        reason.setInvalid(true);
                        reason.focus();
                        return;
                    }
                    close();
                    saying.accept(reason.getValue());
                });
        getFooter().add(new Button(words.text("common.cancel"), click -> close()), save);
        setWidth("min(32rem, 95vw)");
    }
}
