package org.coalitionatlas.verification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.directory.Assurance;
import org.coalitionatlas.directory.AssuranceMethod;
import org.coalitionatlas.directory.ContactDraft;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DirectoryCommands.Current;
import org.coalitionatlas.directory.LocationDraft;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.Publication;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Making sure of a record thing by thing, as in a call. Every answer is kept as it is given; when
 * all are right the record is verified. For those who may write the record.
 */
@Component
public class Verifications {

    private static final int ATTEMPTS_SHOWN = 10;

    private final DirectoryCommands directory;
    private final VerificationStore store;
    private final VerificationSettings settings;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    Verifications(
            DirectoryCommands directory,
            VerificationStore store,
            VerificationSettings settings,
            CurrentPerson currentPerson,
            Clock clock) {
        this.directory = directory;
        this.store = store;
        this.settings = settings;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    /**
     * What is to be asked and what was answered in the last days.
     *
     * @param kind anything but a location, which is asked about with its organization or service
     * @throws org.coalitionatlas.directory.NoSuchRecord when there is none
     */
    @Transactional(readOnly = true)
    @PreAuthorize("@directoryAccess.mayEditRecord(#kind, #id)")
    public CheckSheet sheet(RecordKind kind, UUID id) {
        return switch (kind) {
            case ORGANIZATION -> organization(id);
            case SERVICE -> service(id);
            case CONTACT -> contact(id);
            case LOCATION -> throw new IllegalArgumentException("verified with its owner");
        };
    }

    /**
     * Keeps an answer. That nobody was reached is also noted as an attempt.
     *
     * @param item key of an item of the sheet
     */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditRecord(#kind, #id)")
    public void answer(
            RecordKind kind, UUID id, String item, CheckAnswer answer, AssuranceMethod method) {
        CheckSheet sheet = sheet(kind, id);
        if (sheet.items().stream().noneMatch(known -> known.key().equals(item))) {
            throw new NotFinished("verification.state.item");
        }
        store.answer(kind, id, item, answer, currentPerson.get().name(), clock.instant());
        if (answer == CheckAnswer.UNREACHED && sheet.answers().get(item) != CheckAnswer.UNREACHED) {
            attempt(sheet, method, AttemptOutcome.UNREACHED, null);
        }
    }

    /** Notes that nobody could be asked about the record at all. */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditRecord(#kind, #id)")
    public void couldNotReach(
            RecordKind kind, UUID id, AssuranceMethod method, @Nullable String note) {
        attempt(sheet(kind, id), method, AttemptOutcome.UNREACHED, Texts.tidy(note, 300));
    }

    /**
     * Calls the record verified as of today; contacts that were asked about are verified with it.
     *
     * @param method how it was asked; from a member it counts as said by the organization itself
     * @throws NotFinished when something was not asked, has changed or could not be asked
     */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditRecord(#kind, #id)")
    public void finish(RecordKind kind, UUID id, AssuranceMethod method) {
        CheckSheet sheet = sheet(kind, id);
        if (!sheet.isComplete()) {
            throw new NotFinished("verification.state.open");
        }
        AssuranceMethod how =
                currentPerson.get().role() == Role.MEMBER ? AssuranceMethod.ORGANIZATION : method;
        verify(kind, id, how);
        sheet.items().stream()
                .filter(item -> item.kind() == RecordKind.CONTACT && !item.id().equals(id))
                .forEach(item -> verify(RecordKind.CONTACT, item.id(), how));
        attempt(sheet, how, AttemptOutcome.VERIFIED, null);
        store.forgetAnswers(id);
        // What somebody withheld for another reason stays so.
        if (store.shownAgain(id, clock.instant())
                && sheet.publication() == Publication.WITHHELD
                && currentPerson.get().role() != Role.MEMBER) {
            publish(kind, id);
        }
    }

    private void publish(RecordKind kind, UUID id) {
        switch (kind) {
            case ORGANIZATION -> directory.publishOrganization(id);
            case SERVICE -> directory.publishService(id);
            default -> throw new IllegalStateException(kind + " is not withheld");
        }
    }

    private void verify(RecordKind kind, UUID id, AssuranceMethod how) {
        LocalDate today = LocalDate.now(clock);
        String by = currentPerson.get().name();
        switch (kind) {
            case ORGANIZATION -> directory.verifyOrganization(id, today, by, how);
            case SERVICE -> directory.verifyService(id, today, by, how);
            case CONTACT -> directory.verifyContact(id, today, by, how);
            case LOCATION -> throw new IllegalArgumentException("verified with its owner");
        }
    }

    private void attempt(
            CheckSheet sheet,
            AssuranceMethod method,
            AttemptOutcome outcome,
            @Nullable String note) {
        store.attempt(
                sheet.kind(),
                sheet.id(),
                sheet.organizationId(),
                currentPerson.get().name(),
                method,
                outcome,
                note,
                clock.instant());
    }

    private CheckSheet organization(UUID id) {
        Current<OrganizationDraft> current = directory.organization(id);
        var items = new ArrayList<CheckItem>();
        var drafts = new HashMap<UUID, Object>();
        drafts.put(id, current.draft());
        items.add(
                CheckItem.own(
                        "name", RecordKind.ORGANIZATION, id, "name", "alternateName", "status"));
        items.add(CheckItem.own("phones", RecordKind.ORGANIZATION, id, "phones"));
        items.add(CheckItem.own("web", RecordKind.ORGANIZATION, id, "url", "email"));
        for (Current<LocationDraft> location : directory.locations(id)) {
            items.add(CheckItem.address(location.id()));
            drafts.put(location.id(), location.draft());
        }
        for (Current<ContactDraft> contact : directory.contacts(id)) {
            items.add(CheckItem.contact(contact.id()));
            drafts.put(contact.id(), contact.draft());
        }
        return sheet(
                RecordKind.ORGANIZATION,
                id,
                current,
                current.draft(),
                current.draft().name(),
                items,
                drafts);
    }

    private CheckSheet service(UUID id) {
        Current<ServiceDraft> current = directory.service(id);
        ServiceDraft draft = current.draft();
        UUID owner = current.organizationId();
        var items = new ArrayList<CheckItem>();
        var drafts = new HashMap<UUID, Object>();
        drafts.put(id, draft);
        items.add(
                CheckItem.own(
                        "name",
                        RecordKind.SERVICE,
                        id,
                        "name",
                        "alternateName",
                        "status",
                        "needs"));
        items.add(CheckItem.own("phones", RecordKind.SERVICE, id, "phones"));
        items.add(CheckItem.own("hours", RecordKind.SERVICE, id, "hours"));
        items.add(
                CheckItem.own(
                        "eligibility",
                        RecordKind.SERVICE,
                        id,
                        "eligibility",
                        "areas",
                        "languages"));
        directory.locations(owner).stream()
                .filter(location -> draft.locationIds().contains(location.id()))
                .forEach(
                        location -> {
                            items.add(CheckItem.address(location.id()));
                            drafts.put(location.id(), location.draft());
                        });
        directory.contacts(owner).stream()
                .filter(contact -> draft.contactIds().contains(contact.id()))
                .forEach(
                        contact -> {
                            items.add(CheckItem.contact(contact.id()));
                            drafts.put(contact.id(), contact.draft());
                        });
        return sheet(
                RecordKind.SERVICE,
                id,
                current,
                directory.organization(owner).draft(),
                draft.name(),
                items,
                drafts);
    }

    private CheckSheet contact(UUID id) {
        UUID owner = directory.record(RecordKind.CONTACT, id).organizationId();
        Current<ContactDraft> current =
                directory.contacts(owner).stream()
                        .filter(contact -> contact.id().equals(id))
                        .findFirst()
                        .orElseThrow();
        var items =
                List.of(
                        CheckItem.own("name", RecordKind.CONTACT, id, "name", "title"),
                        CheckItem.own("phones", RecordKind.CONTACT, id, "phones"),
                        CheckItem.own("web", RecordKind.CONTACT, id, "email"));
        return sheet(
                RecordKind.CONTACT,
                id,
                current,
                directory.organization(owner).draft(),
                current.draft().name(),
                items,
                Map.of(id, current.draft()));
    }

    private CheckSheet sheet(
            RecordKind kind,
            UUID id,
            Current<?> current,
            OrganizationDraft organization,
            String name,
            List<CheckItem> items,
            Map<UUID, Object> drafts) {
        Map<String, CheckAnswer> given =
                store.answers(id, clock.instant().minus(settings.answersKept()));
        // An item may be gone since: a contact removed, a place added.
        given.keySet().retainAll(new TreeSet<>(items.stream().map(CheckItem::key).toList()));
        Assurance assurance = current.assurance();
        return new CheckSheet(
                kind,
                id,
                current.organizationId(),
                organization.name(),
                name,
                current.publication(),
                organization.email() == null ? null : organization.email().address(),
                assurance.on(),
                assurance.how(),
                assurance.by(),
                items,
                drafts,
                given,
                store.attempts(id, ATTEMPTS_SHOWN));
    }
}
