package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.coalitionatlas.common.ui.FreeText;

/** Asks why before something is done; what was typed stays when it could not be done. */
final class AskReason extends Dialog {

    /**
     * @param act key of the words of the button that does it; its title and text follow from it
     */
    AskReason(ResponseWords words, String act, Consumer<String> done) {
        setHeaderTitle(words.text(act));
        setWidth("min(34rem, 100%)");
        var reason = new TextArea(words.text("response.reason"));
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        FreeText.watched(reason);
        add(new Paragraph(words.text(act + ".text")), reason);
        var button =
                new Button(
                        words.text(act),
                        click -> {
                            try {
                                done.accept(reason.getValue());
                                close();
                            } catch (RuntimeException e) {
                                reason.setErrorMessage(ResponseKeeper.inWords(e));
                                reason.setInvalid(true);
                                reason.focus();
                            }
                        });
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(words.text("common.cancel"), click -> close()), button);
        addOpenedChangeListener(
                e -> {
                    if (e.isOpened()) {
                        reason.focus();
                    }
                });
    }
}
