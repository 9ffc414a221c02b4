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
import java.util.UUID;
import java.util.function.Supplier;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.OrganizationId;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.Account;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.identity.OrganizationNames;
import org.coalitionatlas.identity.OrganizationNames.Choice;
import org.coalitionatlas.identity.People;
import org.coalitionatlas.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * An account, new or to be changed: who, with which first password, as what, and for which
 * organization or counties.
 */
final class PersonDialog extends Dialog {

    private final People people;
    private final @Nullable Account account;
    private final Runnable saved;
    private final TextField name = new TextField();
    private final EmailField email = new EmailField();
    private final PasswordField password = new PasswordField();
    private final Select<Role> role = new Select<>();
    private final ComboBox<Choice> organization = new ComboBox<>();
    private final CountiesField counties;

    /**
     * @param account the account to change; {@code null} for a new one
     */
    PersonDialog(
            @Nullable Account account,
            People people,
            Geography geography,
            CoalitionProfile coalition,
            @Nullable OrganizationNames organizations,
            Clock clock,
            Runnable saved) {
        this.account = account;
        this.people = people;
        this.saved = saved;
        this.counties =
                new CountiesField(
                        coalition.counties().isEmpty()
                                ? CountiesField.existing(geography, LocalDate.now(clock))
                                : coalition.counties());
        setHeaderTitle(
                account == null
                        ? getTranslation("identity.people.add")
                        : getTranslation("identity.people.edit.of", account.name()));
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
        if (account != null) {
            fill(account, geography, organizations);
        }
        showWhatTheRoleNeeds(organizations != null);

        var form = new Div(name, email, password, role, organization, counties);
        form.addClassName("narrow-form");
        add(
                new Paragraph(
                        getTranslation(
                                account == null
                                        ? "identity.people.add.text"
                                        : "identity.people.edit.text")),
                form);
        var save =
                new Button(
                        getTranslation(account == null ? "identity.people.add" : "common.save"),
                        click -> save());
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

    private void fill(
            Account standing, Geography geography, @Nullable OrganizationNames organizations) {
        name.setValue(standing.name());
        email.setValue(standing.email());
        email.setReadOnly(true);
        password.setLabel(getTranslation("identity.password.new"));
        password.setHelperText(getTranslation("identity.password.new.hint"));
        password.setRequiredIndicatorVisible(false);
        role.setValue(standing.role());
        UUID of = standing.organizationId();
        if (of != null && organizations != null) {
            String called = organizations.names(Set.of(of)).get(of);
            if (called != null) {
                organization.setValue(new Choice(of, called));
            }
        }
        counties.setValue(
                standing.counties().stream()
                        .flatMap(fips -> geography.county(fips).stream())
                        .toList());
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
        try {
            keep(whoever, address);
        } catch (InvalidValue e) {
            refuse(fieldOf(e), e);
            return;
        } catch (OptimisticLockingFailureException e) {
            Notices.problem("identity.people.edit.meanwhile");
            return;
        }
        close();
        saved.run();
        Notices.done(
                account == null ? "identity.people.added" : "identity.people.edit.done", whoever);
    }

    private void keep(String whoever, Email address) {
        Choice chosen = organization.isVisible() ? organization.getValue() : null;
        OrganizationId speaksFor = chosen == null ? null : new OrganizationId(chosen.id());
        Set<String> coordinates = counties.isVisible() ? Set.copyOf(counties.fips()) : Set.of();
        if (account == null) {
            people.add(
                    whoever, address, password.getValue(), role.getValue(), speaksFor, coordinates);
            return;
        }
        if (!password.isEmpty()) {
            // First, because it may be refused; it does not raise what change() compares.
            people.requireGood(password.getValue());
        }
        people.change(
                account.id(), account.version(), whoever, role.getValue(), speaksFor, coordinates);
        if (!password.isEmpty()) {
            people.givePassword(account.id(), password.getValue());
        }
    }

    private HasValidation fieldOf(InvalidValue e) {
        return switch (e.messageKey()) {
            case "invalid.email", "invalid.email.taken" -> email;
            case "invalid.role.self" -> role;
            default -> password;
        };
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
