package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Predicate;
import org.coalitionatlas.common.ui.FreeText;

/** Asks why before something is done; what was typed stays when it could not be done. */
final class ReasonDialog extends Dialog {

    private static final int LONGEST = 1000;

    /**
     * @param confirm the words of the button that does it
     * @param done takes the reason; whether it was done
     */
    ReasonDialog(
            DirectoryWords words,
            String title,
            String text,
            String confirm,
            Predicate<String> done) {
        setHeaderTitle(title);
        var reason = new TextArea(words.text("review.reason"));
        reason.setMaxLength(LONGEST);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        FreeText.watched(reason);
        add(new Paragraph(text), reason);
        var act =
                new Button(
                        confirm,
                        click -> {
                            if (reason.isEmpty() || reason.getValue().isBlank()) {
                                reason.setInvalid(true);
                                reason.setErrorMessage(words.text("invalid.missing"));
                                reason.focus();
                            } else if (done.test(reason.getValue())) {
                                close();
                            }
                        });
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(words.text("common.cancel"), click -> close()), act);
        setWidth("min(34rem, 100%)");
        addOpenedChangeListener(
                e -> {
                    if (e.isOpened()) {
                        reason.focus();
                    }
                });
    }
}
