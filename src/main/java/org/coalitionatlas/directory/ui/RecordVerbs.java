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
import org.coalitionatlas.directory.DirectoryCommands;
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
        getContent().add(change, button("directory.action.verify", this::verify));
        boolean coordinator = currentPerson.get().role() != Role.MEMBER;
        switch (subject.publication()) {
            case DRAFT ->
                    getContent()
                            .add(
                                    coordinator
                                            ? button("directory.action.publish", this::publish)
                                            : button("review.action.submit", this::submit));
            case IN_REVIEW -> {
                if (coordinator) {
                    getContent().add(button("directory.action.publish", this::publish));
                }
            }
            case PUBLISHED -> {
                getContent().add(button("review.action.withhold", this::askToWithhold));
                if (coordinator) {
                    getContent().add(button("directory.action.archive", this::askToArchive));
                }
            }
            case WITHHELD, ARCHIVED -> {
                if (coordinator) {
                    getContent().add(button("review.action.publishAgain", this::publish));
                }
            }
        }
    }

    /** Further things to do with this kind of record. */
    RecordVerbs with(Component... more) {
        getContent().add(more);
        return this;
    }

    /** The links that every record has, for whoever may write it. */
    RecordVerbs withHistory() {
        getContent()
                .add(
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
        if (RecordActions.run(
                () -> {
                    if (subject.kind() == RecordKind.ORGANIZATION) {
                        commands.verifyOrganization(subject.id(), words.today(), by);
                    } else {
                        commands.verifyService(subject.id(), words.today(), by);
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
