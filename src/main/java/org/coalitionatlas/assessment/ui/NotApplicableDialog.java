package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import org.coalitionatlas.common.ui.FreeText;

/**
 * Asks why a need does not apply; without a reason it cannot be said. Saying it goes through the
 * sheet's script, which keeps the reason until it is saved; the dialog stays until then.
 */
final class NotApplicableDialog extends Dialog {

    private final TextArea reason;

    /**
     * @param code of the need
     * @param need its label
     * @param begun a reason that could not be saved before
     */
    NotApplicableDialog(SheetWords words, String code, String need, String begun) {
        setHeaderTitle(words.text("assessment.notApplicable.title", need));
        reason = new TextArea(words.text("assessment.notApplicable.reason"));
        FreeText.watched(reason);
        reason.setId("not-applicable-reason");
        reason.setWidthFull();
        reason.setRequired(true);
        reason.setAutofocus(true);
        reason.setValue(begun);
        add(new Paragraph(words.text("assessment.notApplicable.text")), reason);
        var save = new Button(words.text("common.save"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        say(save, "notApplicable", code);
        var cancel = new Button(words.text("common.cancel"), click -> close());
        say(cancel, "forget", code);
        getFooter().add(cancel, save);
        setWidth("min(32rem, 95vw)");
    }

    private static void say(Button button, String act, String need) {
        button.getElement().setAttribute("data-need-act", act).setAttribute("data-of", need);
    }

    /** Says why it was not saved; what was typed stays. */
    void refuse(String problem) {
        reason.setErrorMessage(problem);
        reason.setInvalid(true);
        reason.focus();
    }
}
