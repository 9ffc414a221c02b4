package org.coalitionatlas.verification.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.EmailField;
import java.util.Locale;
import java.util.UUID;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.common.ui.Verbs;
import org.coalitionatlas.verification.VerificationRequests;
import org.jspecify.annotations.Nullable;

/** Asks where and in which language an organization is written to, and writes. */
final class AskDialog extends Dialog {

    private final VerificationRequests requests;
    private final UUID organizationId;
    private final Runnable asked;
    private final EmailField to = new EmailField();
    private final RadioButtonGroup<String> language = new RadioButtonGroup<>();

    AskDialog(
            VerificationRequests requests,
            UUID organizationId,
            String organization,
            @Nullable String email,
            Runnable asked) {
        this.requests = requests;
        this.organizationId = organizationId;
        this.asked = asked;
        setHeaderTitle(getTranslation("verification.ask.title", organization));
        setWidth("min(32rem, 100%)");
        to.setLabel(getTranslation("verification.ask.to"));
        to.setValue(email == null ? "" : email);
        to.setWidthFull();
        language.setLabel(getTranslation("verification.ask.language"));
        language.setItems("en", "es");
        language.setItemLabelGenerator(code -> getTranslation("verification.ask.language." + code));
        language.setValue("en");
        var content =
                new VerticalLayout(
                        new Paragraph(getTranslation("verification.ask.text")), to, language);
        content.setPadding(false);
        add(content);
        var send = new Button(getTranslation("verification.ask.send"), click -> send());
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), send);
    }

    private void send() {
        try {
            Email address = Email.parse(to.getValue());
            if (Verbs.run(
                    () ->
                            requests.ask(
                                    organizationId,
                                    address,
                                    Locale.forLanguageTag(language.getValue())))) {
                Notices.done("verification.ask.done", address.address());
                close();
                asked.run();
            }
        } catch (InvalidValue e) {
            to.setErrorMessage(getTranslation(e.messageKey(), e.arguments()));
            to.setInvalid(true);
            to.focus();
        }
    }
}
