package org.coalitionatlas.identity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.People;

/** The current person's own account: their password, which an administrator gave them at first. */
@Route("account")
@PermitAll
final class OwnAccountView extends Composite<Div> implements HasDynamicTitle {

    private final People people;
    private final PasswordField now = new PasswordField();
    private final PasswordField next = new PasswordField();

    OwnAccountView(People people, CurrentPerson currentPerson) {
        this.people = people;
        now.setLabel(getTranslation("identity.account.now"));
        now.getElement().setAttribute("autocomplete", "current-password");
        next.setLabel(getTranslation("identity.account.next"));
        next.setHelperText(getTranslation("identity.password.hint", People.SHORTEST_PASSWORD));
        next.getElement().setAttribute("autocomplete", "new-password");
        for (PasswordField field : List.of(now, next)) {
            field.setWidthFull();
            field.setRequiredIndicatorVisible(true);
            field.getElement()
                    .setPropertyMap(
                            "i18n", Map.of("reveal", getTranslation("identity.password.show")));
        }
        var change = new Button(getTranslation("identity.account.change"), click -> change());
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);

        Div form = getContent();
        form.addClassName("narrow-form");
        form.add(
                new H1(getPageTitle()),
                new Paragraph(getTranslation("identity.account.text", currentPerson.get().email())),
                new H2(getTranslation("identity.account.password")),
                now,
                next,
                new Paragraph(getTranslation("identity.account.change.hint")),
                change);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("identity.account.title");
    }

    private void change() {
        now.setInvalid(false);
        next.setInvalid(false);
        try {
            people.choosePassword(now.getValue(), next.getValue());
        } catch (InvalidValue e) {
            boolean present =
                    List.of("invalid.password.now", "invalid.password.tries")
                            .contains(e.messageKey());
            PasswordField wrong = present ? now : next;
            wrong.setErrorMessage(getTranslation(e.messageKey(), e.arguments()));
            wrong.setInvalid(true);
            wrong.focus();
            return;
        }
        // The session ends with the next request, because its password is no longer the account's.
        UI.getCurrent().getPage().setLocation("/login?changed&lang=" + getLocale().getLanguage());
    }
}
