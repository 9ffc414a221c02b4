package org.coalitionatlas.partnership.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.HashMap;
import java.util.Map;
import org.coalitionatlas.common.SaidInWords;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;

/**
 * A form in a dialog. What cannot be saved is said in words, at the field it is about where there
 * is one, and nothing that was typed is lost.
 */
abstract class FormDialog extends Dialog {

    private final Paragraph error = new Paragraph();
    private final Map<String, HasValidationProperties> fields = new HashMap<>();
    private final PartnershipWords words;

    FormDialog(PartnershipWords words, String title, String save) {
        this.words = words;
        setHeaderTitle(title);
        setWidth("min(42rem, 96vw)");
        setCloseOnOutsideClick(false);
        error.addClassName("partner-error");
        error.getElement().setAttribute("role", "alert");
        var confirm = new Button(save, click -> attempt());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(words.text("common.cancel"), click -> close()), confirm);
    }

    /** Does it; whatever cannot be is thrown. */
    abstract void save();

    final void content(Component... parts) {
        var form = new Div(parts);
        form.addClassName("partner-form");
        add(form, error);
    }

    /** That message belongs to that field. */
    final void says(String key, HasValidationProperties field) {
        fields.put(key, field);
    }

    final PartnershipWords words() {
        return words;
    }

    private void attempt() {
        error.setText("");
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            save();
            close();
        } catch (OptimisticLockingFailureException e) {
            error.setText(words.text("common.recordChanged"));
        } catch (AccessDeniedException e) {
            error.setText(words.text("directory.state.denied"));
        } catch (RuntimeException e) {
            if (!(e instanceof SaidInWords said)) {
                throw e;
            }
            refuse(said.messageKey(), words.text(said.messageKey(), said.arguments()));
        }
    }

    private void refuse(String key, String sentence) {
        HasValidationProperties field = fields.get(key);
        if (field == null || field instanceof HasEnabled state && !state.isEnabled()) {
            error.setText(sentence);
            return;
        }
        field.setErrorMessage(sentence);
        field.setInvalid(true);
        if (field instanceof com.vaadin.flow.component.Focusable<?> focusable) {
            focusable.focus();
        }
    }
}
