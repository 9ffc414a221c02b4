package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.RouterLink;
import java.util.UUID;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.directory.AssuranceMethod;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DirectoryNavigation;
import org.coalitionatlas.directory.Publication;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;

/**
 * What can be done to an organization or service as it stands: only the verbs that fit its state
 * and the person are there.
 */
final class RecordVerbs extends Composite<Div> {

    private final DirectoryCommands commands;
    private final CurrentPerson currentPerson;
    private final DirectoryWords words;
    private final Subject subject;
    private final Runnable reload;
    private final Div buttons = new Div();
    private final Div links = new Div();

    /** The record the verbs are about. */
    record Subject(RecordKind kind, UUID id, String name, Publication publication) {}

    /**
     * @param edit opens the form
     * @param reload shows the record anew
     */
    RecordVerbs(
            DirectoryCommands commands,
            CurrentPerson currentPerson,
            DirectoryWords words,
            Subject subject,
            Runnable edit,
            Runnable reload) {
        this.commands = commands;
        this.currentPerson = currentPerson;
        this.words = words;
        this.subject = subject;
        this.reload = reload;
        getContent().addClassName("record-actions");
        var change = button("directory.action.edit", edit);
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        buttons.addClassName("record-verbs");
        links.addClassName("record-links");
        getContent().add(buttons, links);
        buttons.add(change, button("directory.action.verify", this::verify));
        links.add(
                new Anchor(
                        DirectoryNavigation.check(subject.kind(), subject.id()),
                        words.text("verification.action.check")));
        boolean coordinator = currentPerson.get().role() != Role.MEMBER;
        switch (subject.publication()) {
            case DRAFT ->
                    buttons.add(
                            coordinator
                                    ? button("directory.action.publish", this::publish)
                                    : button("review.action.submit", this::submit));
            case IN_REVIEW -> {
                if (coordinator) {
                    buttons.add(button("directory.action.publish", this::publish));
                }
            }
            case PUBLISHED -> {
                buttons.add(button("review.action.withhold", this::askToWithhold));
                if (coordinator) {
                    buttons.add(button("directory.action.archive", this::askToArchive));
                }
            }
            case WITHHELD, ARCHIVED -> {
                if (coordinator) {
                    buttons.add(button("review.action.publishAgain", this::publish));
                }
            }
        }
    }

    /** Further things to do with this kind of record; those that only lead elsewhere come last. */
    RecordVerbs with(Component... more) {
        for (Component verb : more) {
            boolean leads = verb instanceof Anchor || verb instanceof RouterLink;
            (leads ? links : buttons).add(verb);
        }
        return this;
    }

    /** The links that every record has, for whoever may write it. */
    RecordVerbs withHistory() {
        links.add(
                new RouterLink(
                        words.text("review.action.history"),
                        HistoryView.class,
                        HistoryView.parameters(subject.kind(), subject.id())));
        return this;
    }

    /** A link to the page everybody sees. */
    static Anchor publicPage(String address, DirectoryWords words) {
        var published = new Anchor(address, words.text("directory.action.published"));
        published.setRouterIgnore(true);
        return published;
    }

    private Button button(String key, Runnable verb) {
        return new Button(words.text(key), click -> verb.run());
    }

    private void verify() {
        String by = currentPerson.get().name();
        AssuranceMethod how =
                currentPerson.get().role() == Role.MEMBER ? AssuranceMethod.ORGANIZATION : null;
        if (RecordActions.run(
                () -> {
                    if (subject.kind() == RecordKind.ORGANIZATION) {
                        commands.verifyOrganization(subject.id(), words.today(), by, how);
                    } else {
                        commands.verifyService(subject.id(), words.today(), by, how);
                    }
                })) {
            done("directory.verifiedNow");
        }
    }

    private void submit() {
        if (RecordActions.run(() -> commands.submit(subject.kind(), subject.id()))) {
            done("review.submitted");
        }
    }

    private void publish() {
        if (RecordActions.run(
                () -> {
                    if (subject.kind() == RecordKind.ORGANIZATION) {
                        commands.publishOrganization(subject.id());
                    } else {
                        commands.publishService(subject.id());
                    }
                })) {
            done("directory.published");
        }
    }

    private void askToWithhold() {
        new ReasonDialog(
                        words,
                        words.text("review.withhold.title", subject.name()),
                        words.text("review.withhold.text"),
                        words.text("review.action.withhold"),
                        reason -> {
                            boolean done =
                                    RecordActions.run(
                                            () ->
                                                    commands.withhold(
                                                            subject.kind(), subject.id(), reason));
                            if (done) {
                                done("review.withheld");
                            }
                            return done;
                        })
                .open();
    }

    private void askToArchive() {
        RecordActions.askToArchive(
                subject.name(),
                words,
                () -> {
                    boolean done =
                            RecordActions.run(
                                    () -> {
                                        if (subject.kind() == RecordKind.ORGANIZATION) {
                                            commands.archiveOrganization(subject.id());
                                        } else {
                                            commands.archiveService(subject.id());
                                        }
                                    });
                    if (done) {
                        Notices.undoable("directory.archived", this::publish, subject.name());
                        reload.run();
                    }
                });
    }

    private void done(String key) {
        Notices.done(key, subject.name());
        reload.run();
    }
}
