package org.coalitionatlas.directory.ui;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.directory.ContactDraft;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DirectoryCommands.Current;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.LocationDraft;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.OrganizationView;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.identity.CoalitionProfile;

/** Brings forms and commands together for everything that belongs to an organization. */
final class OrganizationEditors {

    private final DirectoryCommands commands;
    private final DirectorySearch search;
    private final CoalitionProfile coalition;
    private final DirectoryWords words;

    OrganizationEditors(
            DirectoryCommands commands,
            DirectorySearch search,
            CoalitionProfile coalition,
            DirectoryWords words) {
        this.commands = commands;
        this.search = search;
        this.coalition = coalition;
        this.words = words;
    }

    RecordEditor<OrganizationDraft> newOrganization(Consumer<UUID> saved, Runnable cancelled) {
        var form = new OrganizationForm(words, search);
        form.showNew();
        return adding(
                "directory.newOrganization", form, commands::addOrganization, saved, cancelled);
    }

    RecordEditor<OrganizationDraft> organization(OrganizationView view, Runnable close) {
        return RecordEditor.forExisting(
                words,
                words.text("directory.edit.title", view.name()),
                new OrganizationForm(words, search),
                () -> commands.organization(view.id()),
                (draft, version) -> {
                    commands.reviseOrganization(view.id(), version, draft);
                    Notices.done("directory.saved", draft.name());
                },
                close);
    }

    RecordEditor<ServiceDraft> newService(
            UUID organization, Consumer<UUID> saved, Runnable cancelled) {
        var form =
                new ServiceForm(
                        words,
                        coalition.counties(),
                        commands.locations(organization),
                        commands.contacts(organization));
        form.showNew();
        return adding(
                "directory.action.addService",
                form,
                draft -> commands.addService(organization, draft),
                saved,
                cancelled);
    }

    RecordEditor<LocationDraft> newLocation(UUID organization, Runnable close) {
        var form = new LocationForm(words);
        form.showNew();
        return adding(
                "directory.action.addLocation",
                form,
                draft -> commands.addLocation(organization, draft).id(),
                id -> close.run(),
                close);
    }

    RecordEditor<LocationDraft> location(Current<LocationDraft> location, Runnable close) {
        String name =
                location.draft().name() == null
                        ? words.text("directory.location.unnamed")
                        : location.draft().name();
        return RecordEditor.forExisting(
                words,
                words.text("directory.edit.title", name),
                new LocationForm(words),
                () -> current(commands.locations(location.organizationId()), location.id()),
                (draft, version) -> {
                    commands.reviseLocation(location.id(), version, draft);
                    Notices.done("directory.saved", name);
                },
                close);
    }

    RecordEditor<ContactDraft> newContact(UUID organization, Runnable close) {
        var form = new ContactForm(words);
        form.showNew();
        return adding(
                "directory.action.addContact",
                form,
                draft -> commands.addContact(organization, draft).id(),
                id -> close.run(),
                close);
    }

    RecordEditor<ContactDraft> contact(Current<ContactDraft> contact, Runnable close) {
        return RecordEditor.forExisting(
                words,
                words.text("directory.edit.title", contact.draft().name()),
                new ContactForm(words),
                () -> current(commands.contacts(contact.organizationId()), contact.id()),
                (draft, version) -> {
                    commands.reviseContact(contact.id(), version, draft);
                    Notices.done("directory.saved", draft.name());
                },
                close);
    }

    private <T> RecordEditor<T> adding(
            String titleKey,
            RecordForm<T> form,
            java.util.function.Function<T, UUID> add,
            Consumer<UUID> saved,
            Runnable cancelled) {
        var added = new AtomicReference<UUID>();
        return RecordEditor.forNew(
                words,
                words.text(titleKey),
                form,
                draft -> {
                    added.set(add.apply(draft));
                    Notices.done("directory.added");
                },
                () -> {
                    UUID id = added.get();
                    if (id == null) {
                        cancelled.run();
                    } else {
                        saved.accept(id);
                    }
                });
    }

    private static <T> Current<T> current(List<Current<T>> all, UUID id) {
        return all.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("record " + id + " is gone"));
    }
}
