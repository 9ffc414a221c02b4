package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
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
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.directory.DirectoryAccess;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DirectoryRecords;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.Duplicates;
import org.coalitionatlas.directory.Proposals;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.jspecify.annotations.Nullable;

/** A service: all that the reader may see, and what those who may write it can do. */
@Route("directory/service/:id")
@PermitAll
@StyleSheet("portal-directory.css")
class ServiceRecordView extends Composite<Div>
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private final DirectorySearch search;
    private final DirectoryRecords records;
    private final DirectoryCommands commands;
    private final DirectoryAccess access;
    private final CurrentPerson currentPerson;
    private final Proposals proposals;
    private final OrganizationEditors editors;
    private final DirectoryWords words;

    private @Nullable ServiceView service;
    private @Nullable RecordEditor<ServiceDraft> editor;

    ServiceRecordView(
            DirectorySearch search,
            DirectoryRecords records,
            DirectoryCommands commands,
            Proposals proposals,
            DirectoryAccess access,
            CurrentPerson currentPerson,
            CoalitionProfile coalition,
            OpenForms openForms,
            Duplicates duplicates,
            DirectoryWords words) {
        this.search = search;
        this.records = records;
        this.commands = commands;
        this.access = access;
        this.currentPerson = currentPerson;
        this.proposals = proposals;
        this.editors =
                new OrganizationEditors(commands, proposals, search, coalition, openForms, words)
                        .comparingWith(duplicates);
        this.words = words;
        getContent().addClassName("directory-record");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<UUID> id = RecordIds.of(event);
        Optional<UUID> merged = id.flatMap(records::movedTo);
        if (merged.isPresent()) {
            event.forwardTo(
                    ServiceRecordView.class, new RouteParameters("id", merged.get().toString()));
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
        return service == null ? words.text("directory.search.title") : service.name();
    }

    private boolean load(UUID id) {
        editor = null;
        boolean mayEdit = access.mayEditService(id);
        Optional<ServiceView> found =
                mayEdit ? Optional.of(records.service(id)) : search.service(id);
        found.ifPresent(view -> show(view, mayEdit));
        return found.isPresent();
    }

    private void show(ServiceView view, boolean mayEdit) {
        service = view;
        getContent().removeAll();
        getContent().add(new RouterLink(words.text("directory.back"), DirectoryView.class));
        if (mayEdit) {
            getContent()
                    .add(
                            new WaitingProposals(
                                    proposals.ofOrganization(view.organization().id()).stream()
                                            .filter(line -> view.id().equals(line.recordId()))
                                            .toList(),
                                    words));
        }
        getContent().add(new ServiceSheet(view, actions(view, mayEdit), words));
    }

    private Component actions(ServiceView view, boolean mayEdit) {
        if (!mayEdit) {
            return publicPage(view).<Component>map(Div::new).orElseGet(Div::new);
        }
        var verbs =
                new RecordVerbs(
                        commands,
                        currentPerson,
                        words,
                        new RecordVerbs.Subject(
                                RecordKind.SERVICE, view.id(), view.name(), view.publication()),
                        () -> edit(view),
                        () -> load(view.id()));
        verbs.with(new RoomButton(view, commands, words, () -> load(view.id()))).withHistory();
        if (currentPerson.get().role() != Role.MEMBER) {
            verbs.with(MergeView.link(RecordKind.SERVICE, view.id(), words));
        }
        publicPage(view).ifPresent(verbs::with);
        return verbs;
    }

    private Optional<Anchor> publicPage(ServiceView view) {
        return search.publishedService(view.id())
                .map(shown -> RecordVerbs.publicPage(PublishedPages.service(view.id()), words));
    }

    private void edit(ServiceView view) {
        RecordActions.run(
                () -> {
                    editor = editors.service(view, () -> load(view.id()));
                    getContent().removeAll();
                    getContent().add(editor);
                });
    }
}
