package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.coalitionatlas.assessment.Invitations;
import org.coalitionatlas.assessment.Invitations.Invitable;
import org.coalitionatlas.assessment.Invitations.Letter;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.common.ui.Verbs;
import org.jspecify.annotations.Nullable;

/** Asks which provider is invited where and in which language, shows the e-mail, and sends it. */
final class InviteDialog extends Dialog {

    private final transient Invitations invitations;
    private final UUID assessmentId;
    private final transient Runnable invited;
    private final ComboBox<Invitable> provider = new ComboBox<>();
    private final ComboBox<String> to = new ComboBox<>();
    private final RadioButtonGroup<String> language = new RadioButtonGroup<>();
    private final Div preview = new Div();

    /**
     * @param chosen the provider to begin with, if any
     */
    InviteDialog(
            Invitations invitations, UUID assessmentId, @Nullable UUID chosen, Runnable invited) {
        this.invitations = invitations;
        this.assessmentId = assessmentId;
        this.invited = invited;
        setHeaderTitle(getTranslation("invitation.invite.title"));
        setWidth("min(38rem, 96vw)");
        addClassName("inviting");
        List<Invitable> providers = invitations.providers(assessmentId);
        provider.setLabel(getTranslation("invitation.invite.provider"));
        provider.setItems(providers);
        provider.setItemLabelGenerator(
                one -> getTranslation("invitation.invite.provider.needs", one.name(), one.needs()));
        provider.setWidthFull();
        provider.addValueChangeListener(change -> chose(change.getValue()));
        to.setLabel(getTranslation("invitation.invite.to"));
        to.setHelperText(getTranslation("invitation.invite.to.hint"));
        to.setAllowCustomValue(true);
        to.addCustomValueSetListener(typed -> to.setValue(typed.getDetail()));
        to.setWidthFull();
        language.setLabel(getTranslation("invitation.invite.language"));
        language.setItems("en", "es");
        language.setItemLabelGenerator(code -> getTranslation("invitation.language." + code));
        language.setValue("en");
        language.addValueChangeListener(change -> showPreview());
        preview.addClassName("invitation-preview");
        add(provider, to, language, preview);
        var send = new Button(getTranslation("invitation.invite.do"), click -> send());
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), send);
        showPreview();
        if (chosen != null) {
            providers.stream()
                    .filter(one -> one.id().equals(chosen))
                    .findFirst()
                    .ifPresentOrElse(
                            provider::setValue, () -> Notices.problem("invitation.problem.unseen"));
        }
    }

    private void chose(@Nullable Invitable one) {
        List<String> addresses =
                one == null ? List.of() : invitations.addresses(assessmentId, one.id());
        to.setItems(addresses);
        if (one != null) {
            invitations
                    .suggestedAddress(assessmentId, one.id())
                    .filter(addresses::contains)
                    .ifPresent(to::setValue);
        }
        showPreview();
    }

    private void showPreview() {
        preview.removeAll();
        preview.add(new H3(getTranslation("invitation.invite.preview")));
        Invitable one = provider.getValue();
        if (one == null) {
            preview.add(new Paragraph(getTranslation("invitation.invite.preview.none")));
            return;
        }
        Letter letter =
                invitations.preview(
                        assessmentId, one.id(), Locale.forLanguageTag(language.getValue()));
        var subject = new Paragraph(letter.subject());
        subject.addClassName("subject");
        var text = new Pre(letter.text());
        subject.getElement().setAttribute("lang", language.getValue());
        text.getElement().setAttribute("lang", language.getValue());
        preview.add(subject, text);
    }

    private void send() {
        Invitable one = provider.getValue();
        if (one == null) {
            provider.setErrorMessage(getTranslation("invitation.invite.choose"));
            provider.setInvalid(true);
            provider.focus();
            return;
        }
        Email address;
        try {
            address = Email.parse(to.getValue() == null ? "" : to.getValue());
        } catch (InvalidValue e) {
            to.setErrorMessage(getTranslation(e.messageKey(), e.arguments()));
            to.setInvalid(true);
            to.focus();
            return;
        }
        if (Verbs.run(
                () ->
                        invitations.invite(
                                assessmentId,
                                one.id(),
                                address,
                                Locale.forLanguageTag(language.getValue())))) {
            Notices.done("invitation.invite.done", address.address());
            close();
            invited.run();
        }
    }
}
