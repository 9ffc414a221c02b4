package org.coalitionatlas.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.common.ui.StackingTable;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.Account;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.OrganizationNames;
import org.coalitionatlas.identity.People;
import org.coalitionatlas.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Who may sign in and as what: adding people, shutting them out, letting them in again. */
@Route("admin")
@RolesAllowed("ADMINISTRATOR")
@Menu(title = "identity.people.title", order = 90, icon = "vaadin:users")
final class PeopleView extends Composite<Div> implements HasDynamicTitle {

    private static final int PAGE = 50;

    private final People people;
    private final Geography geography;
    private final CoalitionProfile coalition;
    private final @Nullable OrganizationNames organizations;
    private final Clock clock;
    private final UUID self;
    private final StackingTable table;
    private final Button more;
    private int shown = 1;

    PeopleView(
            People people,
            Geography geography,
            CoalitionProfile coalition,
            CurrentPerson currentPerson,
            ObjectProvider<OrganizationNames> organizations,
            Clock clock) {
        this.people = people;
        this.geography = geography;
        this.coalition = coalition;
        this.organizations = organizations.getIfAvailable();
        this.clock = clock;
        this.self = currentPerson.get().id();

        var add = new Button(getTranslation("identity.people.add"), click -> open(null));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var head = new Div(new H1(getPageTitle()), add);
        head.addClassName("page-head");
        table =
                new StackingTable(
                        getPageTitle(),
                        getTranslation("identity.name"),
                        getTranslation("identity.email"),
                        getTranslation("identity.role"),
                        getTranslation("identity.people.for"),
                        getTranslation("identity.people.state"),
                        getTranslation("identity.people.change"));
        more = new Button(getTranslation("identity.people.more"), click -> more());
        getContent().add(head, table, more);
        refresh();
    }

    private void open(@Nullable Account account) {
        new PersonDialog(account, people, geography, coalition, organizations, clock, this::refresh)
                .open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("identity.people.title");
    }

    // As many pages anew as were open: whoever was changed stays on the screen.
    private void refresh() {
        table.clear();
        int pages = shown;
        shown = 0;
        do {
            more();
        } while (shown < pages);
    }

    private void more() {
        List<Account> next = people.list(shown, PAGE);
        Map<UUID, String> names = organizationsOf(next);
        next.forEach(account -> row(account, names));
        shown++;
        more.setVisible(people.count() > shown * PAGE);
    }

    private void row(Account account, Map<UUID, String> names) {
        var email = new Span(account.email());
        email.addClassName("breakable");
        table.row(
                null,
                new Span(account.name()),
                email,
                new Span(getTranslation("identity.role." + account.role())),
                speaksFor(account, names),
                new Span(
                        getTranslation(
                                account.enabled()
                                        ? "identity.people.enabled"
                                        : "identity.people.disabled")),
                change(account));
    }

    // One query for the names of a page's organizations.
    private Map<UUID, String> organizationsOf(List<Account> accounts) {
        return organizations == null
                ? Map.of()
                : organizations.names(
                        accounts.stream()
                                .map(Account::organizationId)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
    }

    private Component speaksFor(Account account, Map<UUID, String> names) {
        UUID organization = account.organizationId();
        if (organization != null) {
            return new Anchor(
                    "directory/organization/" + organization,
                    names.getOrDefault(
                            organization, getTranslation("identity.people.organization")));
        }
        if (account.role() != Role.COORDINATOR) {
            return new Span("–");
        }
        return new Span(
                account.counties().stream()
                        .flatMap(fips -> geography.county(fips).stream())
                        .map(County::nameWithState)
                        .sorted()
                        .collect(Collectors.joining(" · ")));
    }

    private Component change(Account account) {
        var edit = new Button(getTranslation("identity.people.edit"), click -> open(account));
        edit.setAriaLabel(getTranslation("identity.people.edit.of", account.name()));
        var buttons = new Div(edit);
        buttons.addClassName("row-verbs");
        if (!account.id().equals(self)) {
            buttons.add(closing(account));
        }
        return buttons;
    }

    private Component closing(Account account) {
        var button = new Button();
        if (account.enabled()) {
            button.setText(getTranslation("identity.people.disable"));
            button.setAriaLabel(getTranslation("identity.people.disable.of", account.name()));
            button.addClickListener(click -> confirmDisabling(account));
        } else {
            button.setText(getTranslation("identity.people.enable"));
            button.setAriaLabel(getTranslation("identity.people.enable.of", account.name()));
            button.addClickListener(click -> enable(account));
        }
        return button;
    }

    private void confirmDisabling(Account account) {
        var ask = new ConfirmDialog();
        ask.setHeader(getTranslation("identity.people.disable.of", account.name()));
        ask.setText(getTranslation("identity.people.disable.text"));
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("common.cancel"));
        ask.setConfirmText(getTranslation("identity.people.disable"));
        ask.setConfirmButtonTheme("error primary");
        ask.addConfirmListener(
                confirmed -> {
                    people.disable(account.id());
                    refresh();
                    Notices.undoable(
                            "identity.people.disable.done", () -> enable(account), account.name());
                });
        ask.open();
    }

    private void enable(Account account) {
        people.enable(account.id());
        refresh();
        Notices.done("identity.people.enable.done", account.name());
    }
}
