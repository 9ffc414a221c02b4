package org.coalitionatlas.assessment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.RelativeDate;
import org.coalitionatlas.directory.DirectoryRecords;
import org.coalitionatlas.directory.NoSuchRecord;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Reader;
import org.coalitionatlas.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Inviting providers to confirm their own rows of a cycle by a link in an e-mail. All verbs are for
 * coordinators of the county; what the link opens is {@link InvitedProviders}.
 */
@Component
public class Invitations {

    private final InvitationStore store;
    private final InvitationSettings settings;
    private final InvitationLetters letters;
    private final AssessmentRecords assessments;
    private final Answering answering;
    private final OwnRows ownRows;
    private final DirectoryRecords directory;
    private final Geography geography;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    Invitations(
            InvitationStore store,
            InvitationSettings settings,
            InvitationLetters letters,
            AssessmentRecords assessments,
            Answering answering,
            OwnRows ownRows,
            DirectoryRecords directory,
            Geography geography,
            CurrentPerson currentPerson,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.letters = letters;
        this.assessments = assessments;
        this.answering = answering;
        this.ownRows = ownRows;
        this.directory = directory;
        this.geography = geography;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    /** An e-mail: what stands over it and what stands in it. */
    public record Letter(String subject, String text) {}

    /**
     * A provider that may be invited.
     *
     * @param needs how many needs it is listed for in the county
     */
    public record Invitable(UUID id, String name, int needs) {}

    /** The cycle's invitations, the latest first; one statement. For coordinators of the county. */
    @Transactional(readOnly = true)
    @PreAuthorize("@assessmentAccess.mayCoordinate(#assessmentId)")
    public List<Invitation> of(UUID assessmentId) {
        return store.of(assessmentId);
    }

    /**
     * Providers of the county that may be invited, by name: those of which members know a service
     * there. For coordinators of the county.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("@assessmentAccess.mayCoordinate(#assessmentId)")
    public List<Invitable> providers(UUID assessmentId) {
        return ownRows.all(county(assessmentId)).stream()
                .map(one -> new Invitable(one.id(), one.name(), one.needs().size()))
                .toList();
    }

    /**
     * E-mail addresses that members see on the provider's record, its own first. For coordinators
     * of the county.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("@assessmentAccess.mayCoordinate(#assessmentId)")
    public List<String> addresses(UUID assessmentId, UUID providerId) {
        try {
            DirectoryRecords.AsSeen seen = directory.asSeen(providerId, Reader.MEMBERS);
            Set<String> all = new LinkedHashSet<>();
            add(all, seen.organization().email());
            seen.organization().contacts().forEach(contact -> add(all, contact.email()));
            seen.services().forEach(service -> add(all, service.email()));
            return List.copyOf(all);
        } catch (NoSuchRecord | AccessDeniedException e) {
            return List.of();
        }
    }

    /**
     * The address to begin with: one that the provider's record shows to everybody and whose owner
     * has not stopped invitations. For coordinators of the county.
     *
     * @return empty when somebody has to choose or ask
     */
    @Transactional(readOnly = true)
    @PreAuthorize("@assessmentAccess.mayCoordinate(#assessmentId)")
    public Optional<String> suggestedAddress(UUID assessmentId, UUID providerId) {
        Set<String> all = new LinkedHashSet<>();
        try {
            DirectoryRecords.AsSeen seen = directory.asSeen(providerId, Reader.PUBLIC);
            add(all, seen.organization().email());
            seen.services().forEach(service -> add(all, service.email()));
        } catch (NoSuchRecord | AccessDeniedException e) {
            return Optional.empty();
        }
        return all.stream().filter(address -> !letters.isStopped(new Email(address))).findFirst();
    }

    private static void add(Collection<String> all, @Nullable String address) {
        if (address != null) {
            all.add(address);
        }
    }

    /** The e-mail the provider would get, without its link. For coordinators of the county. */
    @Transactional(readOnly = true)
    @PreAuthorize("@assessmentAccess.mayCoordinate(#assessmentId)")
    public Letter preview(UUID assessmentId, UUID providerId, Locale locale) {
        String county = county(assessmentId);
        return letters.preview(
                provider(county, providerId).name(),
                county,
                currentPerson.get().name(),
                locale,
                clock.instant());
    }

    /**
     * Invites the provider by e-mail. For coordinators of the county, while the cycle is open.
     *
     * @param locale language of e-mail and page
     * @throws InvalidValue {@code invitation.problem.week} when an e-mail went to the address
     *     within a week, from whatever county, {@code .stopped} when it wants none, {@code .unseen}
     *     when members know of no service there
     */
    @Transactional
    @PreAuthorize("@assessmentAccess.mayCoordinate(#assessmentId)")
    public UUID invite(UUID assessmentId, UUID providerId, Email email, Locale locale) {
        Email address = Email.parse(email.address());
        String county = answering.hold(assessmentId).countyFips();
        OwnRows.Provider provider = provider(county, providerId);
        Instant now = clock.instant();
        refuseTooSoon(county, address, now);
        var made = made(assessmentId, provider, address, locale);
        store.add(made, 1, now, letters.until(now));
        letters.send(
                new InvitationLetters.To(
                        made.id(), made.provider(), made.email(), locale, made.invitedBy()),
                county,
                1,
                now);
        return made.id();
    }

    private InvitationStore.Made made(
            UUID assessmentId, OwnRows.Provider provider, Email address, Locale locale) {
        SignedIn by = currentPerson.get();
        return new InvitationStore.Made(
                Ids.newId(),
                assessmentId,
                provider.id(),
                provider.name(),
                address.address(),
                locale,
                by.locale(),
                by.id(),
                by.name());
    }

    /**
     * Sends the e-mail again, with a new link and new time; earlier links open nothing more. For
     * coordinators of the county, while the cycle is open.
     *
     * @throws InvalidValue as for inviting; {@code invitation.problem.withdrawn}
     */
    @Transactional
    @PreAuthorize("@assessmentAccess.mayCoordinate(#assessmentId)")
    public void sendAgain(UUID assessmentId, UUID invitationId) {
        String county = answering.hold(assessmentId).countyFips();
        Invitation invitation = find(assessmentId, invitationId);
        if (invitation.withdrawnAt() != null) {
            throw new InvalidValue("invitation.problem.withdrawn");
        }
        OwnRows.Provider provider = provider(county, invitation.providerId());
        var address = new Email(invitation.email());
        Instant now = clock.instant();
        refuseTooSoon(county, address, now);
        store.sentAgain(invitationId, now, letters.until(now));
        letters.send(
                new InvitationLetters.To(
                        invitationId,
                        provider.name(),
                        address.address(),
                        invitation.locale(),
                        currentPerson.get().name()),
                county,
                invitation.sent() + 1,
                now);
    }

    /** From when the address of an invitation may be written to again, as far as that one goes. */
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public Instant nextSend(Invitation invitation) {
        return invitation.lastSentAt().plus(settings.pause());
    }

    /**
     * Withdraws an invitation: its links open nothing any more; what was answered stays. For
     * coordinators of the county.
     */
    @Transactional
    @PreAuthorize("@assessmentAccess.mayCoordinate(#assessmentId)")
    public void withdraw(UUID assessmentId, UUID invitationId) {
        find(assessmentId, invitationId);
        store.withdraw(invitationId, currentPerson.get().name(), clock.instant());
    }

    /**
     * Takes up an invitation that was sent and, perhaps, answered elsewhere: on paper, or for the
     * demo coalition. No e-mail is sent and no link made. For administrators.
     *
     * @param answers the provider's own answers by need; empty when it has not answered
     */
    @Transactional
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public UUID takeUp(
            UUID assessmentId,
            UUID providerId,
            Email email,
            Locale locale,
            Map<String, Map<Question, Answer>> answers) {
        String county = answering.hold(assessmentId).countyFips();
        OwnRows.Provider provider = provider(county, providerId);
        Instant now = clock.instant();
        var made = made(assessmentId, provider, email, locale);
        store.add(made, 1, now, letters.until(now));
        var speaker = new Speaker(SaidBy.PROVIDER, provider.id(), provider.name(), provider.id());
        answers.forEach(
                (need, given) -> {
                    if (!provider.needs().contains(need)) {
                        throw new InvalidValue("invalid.need", need);
                    }
                    answering.say(
                            assessmentId,
                            need,
                            provider.id(),
                            speaker,
                            (own, at) -> {
                                given.forEach((question, said) -> own.answer(question, said, at));
                                return false;
                            });
                });
        if (!answers.isEmpty()) {
            store.opened(made.id(), now);
            store.answered(
                    made.id(),
                    new InvitationStore.Told("-", new ArrayList<>(), List.of(), null, null),
                    now);
        }
        return made.id();
    }

    // The address is held until the end: two coordinators, of two counties perhaps, cannot write to
    // it at once.
    private void refuseTooSoon(String countyFips, Email address, Instant now) {
        if (letters.isStopped(address)) {
            throw new InvalidValue("invitation.problem.stopped", address.address());
        }
        store.holdAddress(address.address());
        store.lastSent(address.address())
                .map(last -> last.plus(settings.pause()))
                .filter(now::isBefore)
                .ifPresent(
                        next -> {
                            var zone = geography.county(countyFips).orElseThrow().zone();
                            throw new InvalidValue(
                                    "invitation.problem.week",
                                    address.address(),
                                    RelativeDate.plain(
                                            LocalDate.ofInstant(next, zone),
                                            currentPerson.get().locale()));
                        });
    }

    private Invitation find(UUID assessmentId, UUID invitationId) {
        return store.find(assessmentId, invitationId)
                .orElseThrow(() -> new InvalidValue("invitation.problem.none"));
    }

    private OwnRows.Provider provider(String countyFips, UUID providerId) {
        return ownRows.of(countyFips, providerId)
                .orElseThrow(() -> new InvalidValue("invitation.problem.unseen"));
    }

    private String county(UUID assessmentId) {
        return assessments.findById(assessmentId).orElseThrow().countyFips();
    }
}
