package org.coalitionatlas.identity.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.OrganizationId;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.identity.OrganizationNames;
import org.coalitionatlas.identity.OrganizationNames.Choice;
import org.coalitionatlas.identity.People;
import org.coalitionatlas.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * A new account: who, with which first password, as what, and for which organization or counties.
 */
final class PersonDialog extends Dialog {

    private final People people;
    private final Runnable added;
    private final TextField name = new TextField();
    private final EmailField email = new EmailField();
    private final PasswordField password = new PasswordField();
    private final Select<Role> role = new Select<>();
    private final ComboBox<Choice> organization = new ComboBox<>();
    private final CountiesField counties;

    PersonDialog(
            People people,
            Geography geography,
            CoalitionProfile coalition,
            @Nullable OrganizationNames organizations,
            Clock clock,
            Runnable added) {
        this.people = people;
        this.added = added;
        this.counties =
                new CountiesField(
                        coalition.counties().isEmpty()
                                ? CountiesField.existing(geography, LocalDate.now(clock))
                                : coalition.counties());
        setHeaderTitle(getTranslation("identity.people.add"));
        setWidth("min(38rem, 94vw)");
        label();
        if (organizations != null) {
            organization.setItems(
                    query ->
                            organizations.find(query.getFilter().orElse(""), 50).stream()
                                    .skip(query.getOffset())
                                    .limit(query.getLimit()));
        }
        role.addValueChangeListener(change -> showWhatTheRoleNeeds(organizations != null));
        role.setValue(Role.MEMBER);
        showWhatTheRoleNeeds(organizations != null);

        var form = new Div(name, email, password, role, organization, counties);
        form.addClassName("narrow-form");
        add(new Paragraph(getTranslation("identity.people.add.text")), form);
        var save = new Button(getTranslation("identity.people.add"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), save);
    }

    private void label() {
        name.setLabel(getTranslation("identity.name"));
        name.setRequiredIndicatorVisible(true);
        email.setLabel(getTranslation("identity.email"));
        email.setRequiredIndicatorVisible(true);
        // The server's rule and words are the same for every form; the field's own would differ.
        email.setManualValidation(true);
        password.setLabel(getTranslation("identity.password.first"));
        password.setHelperText(getTranslation("identity.password.hint", People.SHORTEST_PASSWORD));
        password.setRequiredIndicatorVisible(true);
        password.getElement().setAttribute("autocomplete", "new-password");
        password.getElement()
                .setPropertyMap("i18n", Map.of("reveal", getTranslation("identity.password.show")));
        role.setLabel(getTranslation("identity.role"));
        role.setItems(List.of(Role.values()).reversed());
        role.setItemLabelGenerator(value -> getTranslation("identity.role." + value));
        organization.setLabel(getTranslation("identity.people.organization"));
        organization.setItemLabelGenerator(Choice::name);
        counties.setLabel(getTranslation("identity.people.counties"));
        counties.setHelperText(getTranslation("identity.counties.hint"));
        List.of(name, email, password).forEach(field -> field.setWidthFull());
        role.setWidthFull();
        organization.setWidthFull();
    }

    private void showWhatTheRoleNeeds(boolean organizationsKnown) {
        organization.setVisible(role.getValue() == Role.MEMBER && organizationsKnown);
        counties.setVisible(role.getValue() == Role.COORDINATOR);
    }

    private void save() {
        List.of(name, email, password).forEach(field -> field.setInvalid(false));
        String whoever = checked(name, () -> Texts.required(name.getValue(), 200));
        Email address = checked(email, () -> Email.parse(Texts.required(email.getValue(), 254)));
        if (whoever == null || address == null) {
            return;
        }
        Choice chosen = organization.isVisible() ? organization.getValue() : null;
        try {
            people.add(
                    whoever,
                    address,
                    password.getValue(),
                    role.getValue(),
                    chosen == null ? null : new OrganizationId(chosen.id()),
                    counties.isVisible() ? Set.copyOf(counties.fips()) : Set.of());
        } catch (InvalidValue e) {
            refuse(e.messageKey().startsWith("invalid.email") ? email : password, e);
            return;
        }
        close();
        added.run();
        Notices.done("identity.people.added", whoever);
    }

    private <T> @Nullable T checked(HasValidation field, Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidValue e) {
            refuse(field, e);
            return null;
        }
    }

    private void refuse(HasValidation field, InvalidValue e) {
        field.setErrorMessage(getTranslation(e.messageKey(), e.arguments()));
        field.setInvalid(true);
    }
}
