package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.directory.DirectoryAccess;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DirectoryNavigation;
import org.coalitionatlas.directory.DirectoryRecords;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.Duplicates;
import org.coalitionatlas.directory.OrganizationView;
import org.coalitionatlas.directory.Proposals;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.RetiredParts;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.jspecify.annotations.Nullable;

/** An organization: all that the reader may see, and what those who may write it can do. */
@Route("directory/organization/:id")
@PermitAll
@StyleSheet("portal-directory.css")
class OrganizationRecordView extends Composite<Div>
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    /** Stands for the id while an organization is not there yet. */
    static final String NEW = "new";

    private final DirectorySearch search;
    private final DirectoryRecords records;
    private final DirectoryCommands commands;
    private final Proposals proposals;
    private final DirectoryAccess access;
    private final CurrentPerson currentPerson;
    private final OrganizationEditors editors;
    private final RetiredParts retiredParts;
    private final List<OrganizationSection> sections;
    private final DirectoryWords words;

    private @Nullable OrganizationView organization;
    private @Nullable RecordEditor<?> editor;

    OrganizationRecordView(
            DirectorySearch search,
            DirectoryRecords records,
            DirectoryCommands commands,
            Proposals proposals,
            DirectoryAccess access,
            CurrentPerson currentPerson,
            CoalitionProfile coalition,
            OpenForms openForms,
            Duplicates duplicates,
            RetiredParts retiredParts,
            List<OrganizationSection> sections,
            DirectoryWords words) {
        this.search = search;
        this.records = records;
        this.commands = commands;
        this.proposals = proposals;
        this.access = access;
        this.currentPerson = currentPerson;
        this.editors =
                new OrganizationEditors(commands, proposals, search, coalition, openForms, words)
                        .comparingWith(duplicates);
        this.retiredParts = retiredParts;
        this.sections = sections;
        this.words = words;
        getContent().addClassName("directory-record");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (event.getRouteParameters().get("id").filter(NEW::equals).isPresent()) {
            if (isCoordinator()) {
                open(editors.newOrganization(this::goTo, this::goBack));
            } else {
                event.rerouteToError(NotFoundException.class);
            }
            return;
        }
        Optional<UUID> id = RecordIds.of(event);
        Optional<UUID> merged = id.flatMap(records::movedTo);
        if (merged.isPresent()) {
            event.forwardTo(
                    OrganizationRecordView.class,
                    new RouteParameters("id", merged.get().toString()));
            return;
        }
        if (id.isEmpty() || !load(id.get())) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (editor != null) {
            editor.beforeLeave(event);
        }
    }

    @Override
    public String getPageTitle() {
        return organization == null ? words.text("directory.newOrganization") : organization.name();
    }

    private boolean load(UUID id) {
        editor = null;
        boolean mayEdit = access.mayEditOrganization(id);
        Optional<OrganizationView> found = search.organization(id);
        if (mayEdit) {
            try {
                found = Optional.of(records.organization(id));
            } catch (org.coalitionatlas.directory.NoSuchRecord e) {
                return false;
            }
        }
        found.ifPresent(view -> show(view, mayEdit));
        return found.isPresent();
    }

    private void show(OrganizationView view, boolean mayEdit) {
        UUID id = view.id();
        organization = view;
        getContent().removeAll();
        List<ServiceView> services = mayEdit ? records.servicesOf(id) : search.servicesOf(id);
        getContent().add(new RouterLink(words.text("directory.back"), DirectoryView.class));
        if (mayEdit) {
            getContent()
                    .add(
                            new NamedStreets(records.namedStreets(id), words),
                            new WaitingProposals(proposals.ofOrganization(id), words));
        }
        getContent()
                .add(
                        new OrganizationSheet(
                                view, services, !mayEdit, actions(view, mayEdit), words));
        if (mayEdit) {
            var retiring = new Retiring(retiredParts, words, back(id));
            getContent()
                    .add(
                            new OrganizationParts(
                                    words,
                                    retiring,
                                    commands.organization(id).draft().trainings(),
                                    commands.locations(id),
                                    location -> edit(() -> editors.location(location, back(id))),
                                    commands.contacts(id),
                                    contact -> edit(() -> editors.contact(contact, back(id)))));
            retiring.list(id).ifPresent(getContent()::add);
        }
        sections.forEach(room -> getContent().add(room.section(id, view.name())));
    }

    private Component actions(OrganizationView view, boolean mayEdit) {
        UUID id = view.id();
        if (!mayEdit) {
            return publicPage(id).<Component>map(Div::new).orElseGet(Div::new);
        }
        var verbs =
                new RecordVerbs(
                        commands,
                        currentPerson,
                        words,
                        new RecordVerbs.Subject(
                                RecordKind.ORGANIZATION, id, view.name(), view.publication()),
                        () -> edit(() -> editors.organization(view, back(id))),
                        back(id));
        verbs.with(
                        new Button(
                                words.text("directory.action.addService"),
                                click ->
                                        edit(
                                                () ->
                                                        editors.newService(
                                                                id, this::goToService, back(id)))),
                        new Button(
                                words.text("directory.action.addLocation"),
                                click -> edit(() -> editors.newLocation(id, back(id)))),
                        new Button(
                                words.text("directory.action.addContact"),
                                click -> edit(() -> editors.newContact(id, back(id)))))
                .withHistory();
        if (currentPerson.get().role() != Role.MEMBER) {
            verbs.with(MergeView.link(RecordKind.ORGANIZATION, id, words));
        }
        publicPage(id).ifPresent(verbs::with);
        return verbs;
    }

    private Optional<Anchor> publicPage(UUID id) {
        return search.publishedOrganization(id)
                .map(view -> RecordVerbs.publicPage(PublishedPages.organization(id), words));
    }

    private void edit(java.util.function.Supplier<RecordEditor<?>> opened) {
        RecordActions.run(() -> open(opened.get()));
    }

    private void open(RecordEditor<?> opened) {
        editor = opened;
        getContent().removeAll();
        getContent().add(opened);
    }

    private Runnable back(UUID id) {
        return () -> load(id);
    }

    private void goTo(UUID id) {
        UI.getCurrent().navigate(DirectoryNavigation.organization(id));
    }

    private void goToService(UUID id) {
        UI.getCurrent().navigate(DirectoryNavigation.service(id));
    }

    private void goBack() {
        UI.getCurrent().navigate(DirectoryView.class);
    }

    private boolean isCoordinator() {
        return currentPerson.get().role() != Role.MEMBER;
    }
}
