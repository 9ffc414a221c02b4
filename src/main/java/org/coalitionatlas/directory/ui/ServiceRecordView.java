package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.directory.DirectoryAccess;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DirectoryRecords;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.Publication;
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
    private final CoalitionProfile coalition;
    private final DirectoryWords words;

    private @Nullable ServiceView service;
    private @Nullable RecordEditor<ServiceDraft> editor;

    ServiceRecordView(
            DirectorySearch search,
            DirectoryRecords records,
            DirectoryCommands commands,
            DirectoryAccess access,
            CurrentPerson currentPerson,
            CoalitionProfile coalition,
            DirectoryWords words) {
        this.search = search;
        this.records = records;
        this.commands = commands;
        this.access = access;
        this.currentPerson = currentPerson;
        this.coalition = coalition;
        this.words = words;
        getContent().addClassName("directory-record");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<UUID> id = RecordIds.of(event);
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
        getContent().add(actions(view, mayEdit), new ServiceSheet(view, words));
    }

    private Div actions(ServiceView view, boolean mayEdit) {
        var actions = new Div();
        actions.addClassName("record-actions");
        if (mayEdit) {
            var edit = new Button(words.text("directory.action.edit"), click -> edit(view));
            edit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(
                    edit, new Button(words.text("directory.action.verify"), click -> verify(view)));
            if (isCoordinator()) {
                actions.add(
                        view.publication() == Publication.PUBLISHED
                                ? new Button(
                                        words.text("directory.action.archive"),
                                        click -> askToArchive(view))
                                : new Button(
                                        words.text("directory.action.publish"),
                                        click -> publish(view)));
            }
        }
        if (search.publishedService(view.id()).isPresent()) {
            var published =
                    new Anchor(
                            PublishedPages.service(view.id()),
                            words.text("directory.action.published"));
            published.setRouterIgnore(true);
            actions.add(published);
        }
        return actions;
    }

    private void edit(ServiceView view) {
        UUID organization = view.organization().id();
        RecordActions.run(
                () -> {
                    var form =
                            new ServiceForm(
                                    words,
                                    coalition.counties(),
                                    commands.locations(organization),
                                    commands.contacts(organization));
                    editor =
                            RecordEditor.forExisting(
                                    words,
                                    words.text("directory.edit.title", view.name()),
                                    form,
                                    () -> commands.service(view.id()),
                                    (draft, version) -> {
                                        commands.reviseService(view.id(), version, draft);
                                        Notices.done("directory.saved", draft.name());
                                    },
                                    () -> load(view.id()));
                    getContent().removeAll();
                    getContent().add(editor);
                });
    }

    private void verify(ServiceView view) {
        if (RecordActions.run(
                () ->
                        commands.verifyService(
                                view.id(), words.today(), currentPerson.get().name()))) {
            Notices.done("directory.verifiedNow", view.name());
            load(view.id());
        }
    }

    private void publish(ServiceView view) {
        if (RecordActions.run(() -> commands.publishService(view.id()))) {
            Notices.done("directory.published", view.name());
            load(view.id());
        }
    }

    private void askToArchive(ServiceView view) {
        RecordActions.askToArchive(
                view.name(),
                words,
                () -> {
                    if (RecordActions.run(() -> commands.archiveService(view.id()))) {
                        Notices.undoable("directory.archived", () -> publish(view), view.name());
                        load(view.id());
                    }
                });
    }

    private boolean isCoordinator() {
        return currentPerson.get().role() != Role.MEMBER;
    }
}
