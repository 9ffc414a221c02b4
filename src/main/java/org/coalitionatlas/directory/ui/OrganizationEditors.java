package org.coalitionatlas.directory.ui;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.directory.ContactDraft;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DirectoryCommands.Current;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.Duplicates;
import org.coalitionatlas.directory.LocationDraft;
import org.coalitionatlas.directory.Lookalike;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.OrganizationView;
import org.coalitionatlas.directory.ProposalDetail;
import org.coalitionatlas.directory.ProposalLine;
import org.coalitionatlas.directory.Proposals;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.Saved;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.identity.CoalitionProfile;
import org.jspecify.annotations.Nullable;

/** Brings forms and commands together for everything that belongs to an organization. */
final class OrganizationEditors {

    private final DirectoryCommands commands;
    private final Proposals proposals;
    private final DirectorySearch search;
    private final CoalitionProfile coalition;
    private final OpenForms openForms;
    private final DirectoryWords words;
    private @Nullable Duplicates duplicates;

    OrganizationEditors(
            DirectoryCommands commands,
            Proposals proposals,
            DirectorySearch search,
            CoalitionProfile coalition,
            OpenForms openForms,
            DirectoryWords words) {
        this.commands = commands;
        this.proposals = proposals;
        this.search = search;
        this.coalition = coalition;
        this.openForms = openForms;
        this.words = words;
    }

    /** New records are compared with what is there already before they are saved. */
    OrganizationEditors comparingWith(Duplicates known) {
        duplicates = known;
        return this;
    }

    RecordEditor<OrganizationDraft> newOrganization(Consumer<UUID> saved, Runnable cancelled) {
        var form = new OrganizationForm(words, search);
        form.showNew();
        return adding(
                "directory.newOrganization",
                form,
                like((known, draft) -> known.like(draft)),
                draft -> new Saved(commands.addOrganization(draft), false),
                (id, told) -> remember(RecordKind.ORGANIZATION, id, told),
                saved,
                cancelled);
    }

    RecordEditor<OrganizationDraft> organization(OrganizationView view, Runnable close) {
        return RecordEditor.forExisting(
                        words,
                        words.text("directory.edit.title", view.name()),
                        new OrganizationForm(words, search),
                        () -> goOn(RecordKind.ORGANIZATION, commands.organization(view.id())),
                        (draft, version) ->
                                say(
                                        commands.reviseOrganization(view.id(), version, draft),
                                        draft.name()),
                        close)
                .besides(openForms, RecordKind.ORGANIZATION, view.id());
    }

    RecordEditor<ServiceDraft> service(ServiceView view, Runnable close) {
        return RecordEditor.forExisting(
                        words,
                        words.text("directory.edit.title", view.name()),
                        serviceForm(view.organization().id()),
                        () -> goOn(RecordKind.SERVICE, commands.service(view.id())),
                        (draft, version) ->
                                say(
                                        commands.reviseService(view.id(), version, draft),
                                        draft.name()),
                        close)
                .besides(openForms, RecordKind.SERVICE, view.id());
    }

    /** A proposal to be written differently before it is approved. */
    RecordEditor<?> reviewed(ProposalDetail detail, Consumer<Object> approve, Runnable close) {
        ProposalLine line = detail.line();
        UUID organization = line.organizationId();
        return switch (line.recordKind()) {
            case ORGANIZATION ->
                    reviewed(new OrganizationForm(words, search), detail, approve, close);
            case SERVICE ->
                    reviewed(
                            serviceForm(Objects.requireNonNull(organization)),
                            detail,
                            approve,
                            close);
            case LOCATION -> reviewed(new LocationForm(words), detail, approve, close);
            case CONTACT -> reviewed(new ContactForm(words), detail, approve, close);
        };
    }

    @SuppressWarnings("unchecked") // the detail's draft is of its record kind
    private <T> RecordEditor<T> reviewed(
            RecordForm<T> form, ProposalDetail detail, Consumer<Object> approve, Runnable close) {
        form.show((T) Objects.requireNonNull(detail.proposed()));
        String name = detail.line().recordLabel();
        return RecordEditor.forNew(
                words,
                words.text("review.edit.title", name),
                form,
                draft -> {
                    approve.accept(draft);
                    Notices.done("review.approved", name);
                },
                close);
    }

    private ServiceForm serviceForm(UUID organization) {
        return new ServiceForm(
                words,
                coalition.counties(),
                commands.locations(organization),
                commands.contacts(organization));
    }

    RecordEditor<ServiceDraft> newService(
            UUID organization, Consumer<UUID> saved, Runnable cancelled) {
        ServiceForm form = serviceForm(organization);
        form.showNew();
        return adding(
                "directory.action.addService",
                form,
                like((known, draft) -> known.like(organization, draft)),
                draft -> new Saved(commands.addService(organization, draft), false),
                (id, told) -> remember(RecordKind.SERVICE, id, told),
                saved,
                cancelled);
    }

    RecordEditor<LocationDraft> newLocation(UUID organization, Runnable close) {
        var form = new LocationForm(words);
        form.showNew();
        return adding(
                "directory.action.addLocation",
                form,
                like((known, draft) -> known.like(organization, draft)),
                draft -> commands.addLocation(organization, draft),
                (id, told) -> remember(RecordKind.ORGANIZATION, organization, told),
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
                        () ->
                                goOn(
                                        RecordKind.LOCATION,
                                        current(
                                                commands.locations(location.organizationId()),
                                                location.id())),
                        (draft, version) ->
                                say(commands.reviseLocation(location.id(), version, draft), name),
                        close)
                .besides(openForms, RecordKind.LOCATION, location.id());
    }

    RecordEditor<ContactDraft> newContact(UUID organization, Runnable close) {
        var form = new ContactForm(words);
        form.showNew();
        return adding(
                "directory.action.addContact",
                form,
                null,
                draft -> commands.addContact(organization, draft),
                (id, told) -> {},
                id -> close.run(),
                close);
    }

    RecordEditor<ContactDraft> contact(Current<ContactDraft> contact, Runnable close) {
        return RecordEditor.forExisting(
                        words,
                        words.text("directory.edit.title", contact.draft().name()),
                        new ContactForm(words),
                        () ->
                                goOn(
                                        RecordKind.CONTACT,
                                        current(
                                                commands.contacts(contact.organizationId()),
                                                contact.id())),
                        (draft, version) ->
                                say(
                                        commands.reviseContact(contact.id(), version, draft),
                                        draft.name()),
                        close)
                .besides(openForms, RecordKind.CONTACT, contact.id());
    }

    private <T> RecordEditor<T> adding(
            String titleKey,
            RecordForm<T> form,
            @Nullable Function<T, List<Lookalike>> lookalikes,
            Function<T, Saved> add,
            BiConsumer<UUID, List<Lookalike>> anyway,
            Consumer<UUID> saved,
            Runnable cancelled) {
        var added = new AtomicReference<UUID>();
        return RecordEditor.forNew(
                words,
                words.text(titleKey),
                form,
                lookalikes,
                (draft, told) -> {
                    Saved saving = add.apply(draft);
                    added.set(saving.id());
                    if (!saving.waits()) {
                        anyway.accept(saving.id(), told);
                    }
                    Notices.done(saving.waits() ? "review.sentNew" : "directory.added");
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

    // Whoever saved it although it looks like another is not asked about that pair again.
    private void remember(RecordKind kind, UUID id, List<Lookalike> told) {
        if (duplicates != null) {
            duplicates.savedAnyway(kind, id, told);
        }
    }

    private <T> @Nullable Function<T, List<Lookalike>> like(
            BiFunction<Duplicates, T, List<Lookalike>> ask) {
        Duplicates known = duplicates;
        return known == null ? null : draft -> ask.apply(known, draft);
    }

    private static void say(Saved saved, String name) {
        Notices.done(saved.waits() ? "review.sent" : "directory.saved", name);
    }

    // A person whose earlier writing waits for review goes on writing there.
    @SuppressWarnings("unchecked") // a proposal's draft is of its record kind
    private <T> Current<T> goOn(RecordKind kind, Current<T> standing) {
        return proposals
                .mine(kind, standing.id())
                .map(
                        draft ->
                                new Current<>(
                                        standing.id(),
                                        standing.organizationId(),
                                        standing.version(),
                                        standing.publication(),
                                        standing.assurance(),
                                        (T) draft))
                .orElse(standing);
    }

    private static <T> Current<T> current(List<Current<T>> all, UUID id) {
        return all.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("record " + id + " is gone"));
    }
}
