package org.coalitionatlas.demand.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.demand.SavedSearches;

/** Asks for a name, and whether to tell what is new. */
final class SaveSearchDialog extends Dialog {

    private static final int LONGEST_NAME = 120;

    private final transient SavedSearches searches;
    private final String query;
    private final TextField name = new TextField();
    private final Checkbox tell = new Checkbox(true);
    private final Checkbox mail = new Checkbox(true);

    SaveSearchDialog(SavedSearches searches, String query, String summary) {
        this.searches = searches;
        this.query = query;
        setHeaderTitle(getTranslation("seeking.save"));
        setWidth("min(34rem, 94vw)");
        name.setLabel(getTranslation("seeking.save.name"));
        name.setHelperText(getTranslation("seeking.save.name.help"));
        name.setMaxLength(LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        name.setManualValidation(true);
        name.setAutofocus(true);
        name.setWidthFull();
        name.setValue(
                summary.length() > LONGEST_NAME ? summary.substring(0, LONGEST_NAME) : summary);
        tell.setLabel(getTranslation("seeking.save.tell"));
        mail.setLabel(getTranslation("seeking.save.mail"));
        tell.addValueChangeListener(change -> mail.setEnabled(change.getValue()));
        var form = new Div(name, tell, mail);
        form.addClassName("save-search-form");
        add(form);
        var save = new Button(getTranslation("common.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), save);
    }

    private void save() {
        name.setInvalid(false);
        try {
            searches.save(name.getValue(), query, tell.getValue(), mail.getValue());
        } catch (InvalidValue e) {
            name.setErrorMessage(getTranslation(e.messageKey(), e.arguments()));
            name.setInvalid(true);
            return;
        }
        close();
        Notices.done("seeking.save.done", name.getValue().strip());
    }
}
