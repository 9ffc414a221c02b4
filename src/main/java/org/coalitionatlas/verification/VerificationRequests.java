package org.coalitionatlas.verification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.directory.AssuranceMethod;
import org.coalitionatlas.directory.ContactDraft;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DirectoryRecords;
import org.coalitionatlas.directory.NoSuchRecord;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.Proposals;
import org.coalitionatlas.directory.Proposer;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.directory.Suggestion;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Reader;
import org.coalitionatlas.identity.SystemActor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asking an organization by e-mail, and what it answers through the link: what it confirms counts
 * as verified, what it corrects becomes a proposal. The link shows what members may see, no more.
 */
@Component
public class VerificationRequests {

    private final VerificationStore store;
    private final VerificationSettings settings;
    private final RequestLetters letters;
    private final LinkedCorrections corrections;
    private final DirectoryCommands directory;
    private final DirectoryRecords records;
    private final Proposals proposals;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    VerificationRequests(
            VerificationStore store,
            VerificationSettings settings,
            RequestLetters letters,
            LinkedCorrections corrections,
            DirectoryCommands directory,
            DirectoryRecords records,
            Proposals proposals,
            CurrentPerson currentPerson,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.letters = letters;
        this.corrections = corrections;
        this.directory = directory;
        this.records = records;
        this.proposals = proposals;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    /**
     * Asks the organization by e-mail whether its entry is right; reminders follow by themselves.
     * For coordinators of its counties.
     *
     * @throws NotFinished when it was written to within a week, or wants no such e-mails, or
     *     members see nothing of it
     */
    @Transactional
    @PreAuthorize(
            "hasAnyRole('ADMINISTRATOR', 'COORDINATOR') and"
                    + " @directoryAccess.mayEditOrganization(#organizationId)")
    public void ask(UUID organizationId, Email email, Locale locale) {
        Email address = Email.parse(email.address());
        Instant now = clock.instant();
        store.latestRequest(organizationId)
                .ifPresent(
                        latest -> {
                            if (latest.lastSentAt().isAfter(now.minus(settings.remindEvery()))) {
                                throw new NotFinished("verification.state.askedLately");
                            }
                            store.close(latest.id(), "REPLACED", now);
                        });
        if (letters.isStopped(address.address())) {
            throw new NotFinished("verification.state.stopped");
        }
        String name;
        try {
            name = records.asSeen(organizationId, Reader.MEMBERS).organization().name();
        } catch (NoSuchRecord e) {
            throw new NotFinished("verification.state.unseen");
        }
        UUID request =
                store.ask(
                        organizationId, address.address(), locale, currentPerson.get().name(), now);
        letters.send(request, name, address.address(), locale, 1, now);
        store.attempt(
                RecordKind.ORGANIZATION,
                organizationId,
                organizationId,
                currentPerson.get().name(),
                AssuranceMethod.EMAIL_LINK,
                AttemptOutcome.ASKED,
                address.address(),
                now);
    }

    /** What the link opens. Open to whoever has it; opening it changes nothing. */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public LinkPage open(String token) {
        return store.link(OneTimeToken.hash(token))
                .map(link -> page(link))
                .orElseGet(() -> LinkPage.closed(LinkPage.State.UNKNOWN));
    }

    /**
     * Takes the organization's answers and spends the link. Open to whoever has it.
     *
     * @return {@link LinkPage.State#OPEN} when they were taken; otherwise why not
     * @throws InvalidValue when something typed cannot be accepted; the link stays good
     */
    @Transactional
    @PreAuthorize("permitAll()")
    public LinkPage.State answer(String token, List<LinkAnswer> answers) {
        VerificationStore.Link link = store.link(OneTimeToken.hash(token)).orElse(null);
        if (link == null) {
            return LinkPage.State.UNKNOWN;
        }
        LinkPage page = page(link);
        if (page.state() != LinkPage.State.OPEN) {
            return page.state();
        }
        if (answers.isEmpty()) {
            throw new InvalidValue("verification.link.nothing");
        }
        Map<UUID, LinkPart> parts = new HashMap<>();
        page.parts().forEach(part -> parts.put(part.id(), part));
        for (LinkAnswer answer : answers) {
            LinkPart part = parts.get(answer.id());
            if (part == null
                    || part.kind() != answer.kind()
                    || part.version() != answer.version()) {
                return LinkPage.State.MOVED;
            }
        }
        // The first to close the request is the one who answered.
        if (!store.close(link.request().id(), "ANSWERED", clock.instant())) {
            return LinkPage.State.USED;
        }
        SystemActor.call(
                page.organization(),
                () -> {
                    answers.forEach(answer -> take(link.request(), page.organization(), answer));
                    return true;
                });
        return LinkPage.State.OPEN;
    }

    private void take(VerificationStore.Request request, String organization, LinkAnswer answer) {
        if (answer.right()) {
            confirm(organization, answer);
        } else {
            correct(request, organization, answer);
        }
        store.attempt(
                answer.kind(),
                answer.id(),
                request.organizationId(),
                organization,
                AssuranceMethod.EMAIL_LINK,
                answer.right() ? AttemptOutcome.VERIFIED : AttemptOutcome.CHANGED,
                null,
                clock.instant());
    }

    private void confirm(String organization, LinkAnswer answer) {
        LocalDate today = LocalDate.now(clock);
        AssuranceMethod how = AssuranceMethod.EMAIL_LINK;
        switch (answer.kind()) {
            case ORGANIZATION ->
                    directory.verifyOrganization(answer.id(), today, organization, how);
            case SERVICE -> directory.verifyService(answer.id(), today, organization, how);
            case CONTACT -> directory.verifyContact(answer.id(), today, organization, how);
            case LOCATION -> throw new IllegalArgumentException("verified with its owner");
        }
    }

    private void correct(
            VerificationStore.Request request, String organization, LinkAnswer answer) {
        Object standing = directory.record(answer.kind(), answer.id()).draft();
        Object corrected = LinkCorrections.applied(standing, answer);
        String words = Texts.tidy(answer.words(), 2000);
        boolean same = corrected.equals(standing);
        if (same && words == null) {
            throw new InvalidValue("verification.link.whatChanged");
        }
        UUID proposal =
                proposals.suggest(
                        new Suggestion(
                                answer.kind(),
                                answer.id(),
                                request.organizationId(),
                                null,
                                same ? null : corrected,
                                words,
                                new Proposer(
                                        null, organization, request.email(), request.locale())));
        corrections.sent(proposal, answer.kind(), answer.id(), organization, standing, corrected);
    }

    private LinkPage page(VerificationStore.Link link) {
        if (link.request().closedAt() != null) {
            return LinkPage.closed(
                    VerificationMerged.OUTCOME.equals(link.request().outcome())
                            ? LinkPage.State.MERGED
                            : LinkPage.State.USED);
        }
        if (!clock.instant().isBefore(link.expiresAt())) {
            return LinkPage.closed(LinkPage.State.EXPIRED);
        }
        UUID organizationId = link.request().organizationId();
        return SystemActor.call("-", () -> page(organizationId));
    }

    private LinkPage page(UUID organizationId) {
        DirectoryRecords.AsSeen seen;
        try {
            seen = records.asSeen(organizationId, Reader.MEMBERS);
        } catch (NoSuchRecord e) {
            return LinkPage.closed(LinkPage.State.EXPIRED);
        }
        var parts = new ArrayList<LinkPart>();
        DirectoryCommands.Current<OrganizationDraft> organization =
                directory.organization(organizationId);
        OrganizationDraft draft = organization.draft();
        parts.add(
                new LinkPart(
                        RecordKind.ORGANIZATION,
                        organizationId,
                        organization.version(),
                        seen.organization(),
                        draft.name(),
                        LinkCorrections.visible(draft.phones()),
                        draft.url() == null ? null : draft.url().address(),
                        address(draft.email()),
                        LinkCorrections.texts(draft)));
        Map<UUID, DirectoryCommands.Current<ServiceDraft>> services = new HashMap<>();
        directory.services(organizationId).forEach(each -> services.put(each.id(), each));
        for (ServiceView view : seen.services()) {
            DirectoryCommands.Current<ServiceDraft> service = services.get(view.id());
            if (service != null) {
                parts.add(
                        new LinkPart(
                                RecordKind.SERVICE,
                                view.id(),
                                service.version(),
                                view,
                                view.name(),
                                LinkCorrections.visible(service.draft().phones()),
                                service.draft().url() == null
                                        ? null
                                        : service.draft().url().address(),
                                address(service.draft().email()),
                                LinkCorrections.texts(service.draft())));
            }
        }
        Map<UUID, DirectoryCommands.Current<ContactDraft>> contacts = new HashMap<>();
        directory.contacts(organizationId).forEach(each -> contacts.put(each.id(), each));
        for (ServiceView.ContactPart view : seen.organization().contacts()) {
            DirectoryCommands.Current<ContactDraft> contact = contacts.get(view.id());
            if (contact != null) {
                parts.add(
                        new LinkPart(
                                RecordKind.CONTACT,
                                view.id(),
                                contact.version(),
                                view,
                                view.name(),
                                LinkCorrections.visible(contact.draft().phones()),
                                null,
                                address(contact.draft().email()),
                                LinkCorrections.texts(contact.draft())));
            }
        }
        return new LinkPage(LinkPage.State.OPEN, seen.organization().name(), parts);
    }

    private static @Nullable String address(@Nullable Email email) {
        return email == null ? null : email.address();
    }
}
