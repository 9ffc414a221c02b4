package org.coalitionatlas.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What waits for a coordinator's decision, and the decisions. While a proposal waits, the record
 * stays published as it is; an approval changes only what the proposal changed.
 */
@Component
public class Proposals {

    /** Open proposals a queue looks at; the oldest come first, so none is forgotten. */
    static final int LARGEST_QUEUE = 2000;

    private static final Duration SHOWN_AFTER_DECISION = Duration.ofDays(30);
    private static final Set<ProposalKind> CHANGES =
            Set.of(ProposalKind.CHANGE, ProposalKind.DISCLOSURE);

    private final ProposalRecords proposals;
    private final Organizations organizations;
    private final RecordWriter writer;
    private final UnsafePlaces unsafePlaces;
    private final UnsafeStore unsafe;
    private final DirectoryAccess access;
    private final DraftJson json;
    private final CurrentPerson currentPerson;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Proposals(
            ProposalRecords proposals,
            Organizations organizations,
            RecordWriter writer,
            UnsafePlaces unsafePlaces,
            UnsafeStore unsafe,
            DirectoryAccess access,
            DraftJson json,
            CurrentPerson currentPerson,
            ApplicationEventPublisher events,
            Clock clock) {
        this.proposals = proposals;
        this.organizations = organizations;
        this.writer = writer;
        this.unsafePlaces = unsafePlaces;
        this.unsafe = unsafe;
        this.access = access;
        this.json = json;
        this.currentPerson = currentPerson;
        this.events = events;
        this.clock = clock;
    }

    // ---- proposing ----

    /**
     * Keeps what somebody outside the forms proposes. Open to everybody; whoever calls limits how
     * often, and says nothing of a record its reader may not see.
     *
     * @return the id of the proposal
     * @throws NoSuchRecord when the record does not exist
     * @throws org.coalitionatlas.common.InvalidValue when its draft breaks a rule
     */
    @Transactional
    @PreAuthorize("permitAll()")
    public UUID suggest(Suggestion suggestion) {
        Object draft = suggestion.draft();
        UUID recordId = suggestion.recordId();
        RecordWriter.Standing standing =
                recordId == null ? null : writer.standing(suggestion.recordKind(), recordId);
        UUID organizationId =
                standing == null ? suggestion.organizationId() : standing.organizationId();
        String label =
                draft != null
                        ? DraftJson.label(draft)
                        : standing != null ? standing.label() : suggestion.by().name();
        var proposal =
                new Proposal(
                        draft == null ? ProposalKind.REMARK : kind(standing, draft),
                        suggestion.recordKind(),
                        recordId,
                        organizationId,
                        suggestion.countyFips(),
                        label,
                        suggestion.message(),
                        suggestion.by(),
                        clock.instant());
        if (draft != null) {
            writer.check(organizationId, recordId, draft);
            proposal.propose(
                    standing == null ? null : json.write(standing.draft()),
                    json.write(draft),
                    label,
                    clock.instant());
        }
        return proposals.save(proposal).id();
    }

    /**
     * Somebody says that showing the organization or service endangers people: it is withheld at
     * once, and its places with it when they are the reason, and waits at the top of the queue. For
     * {@link UnsafeReports}, which is open to everybody.
     *
     * @param said what the queue shows
     * @param withhold whether to hide it
     * @return the id of the proposal
     */
    UUID reportUnsafe(
            RecordWriter.Standing reported,
            UnsafeReason reason,
            String said,
            Proposer by,
            boolean withhold) {
        var proposal =
                new Proposal(
                        ProposalKind.UNSAFE,
                        reported.kind(),
                        reported.id(),
                        reported.organizationId(),
                        null,
                        reported.label(),
                        said,
                        by,
                        clock.instant());
        UUID id = proposals.save(proposal).id();
        unsafe.add(reported.id(), reason, id, withhold, clock.instant());
        if (withhold) {
            withhold(id, reported, reason, said);
        }
        return id;
    }

    private void withhold(
            UUID proposal,
            RecordWriter.Standing reported,
            @Nullable UnsafeReason reason,
            @Nullable String said) {
        if (reported.publication() == Publication.PUBLISHED) {
            writer.move(reported.kind(), reported.id(), RecordAction.WITHHELD, said);
        }
        if (reason == UnsafeReason.PLACE) {
            unsafePlaces.hide(proposal, reported);
        }
    }

    /** A member's draft asks to be published; the record itself says that it is in review. */
    void askToPublish(RecordWriter.Standing standing) {
        proposals.save(
                new Proposal(
                        ProposalKind.PUBLICATION,
                        standing.kind(),
                        standing.id(),
                        standing.organizationId(),
                        null,
                        standing.label(),
                        null,
                        me(),
                        clock.instant()));
    }

    /**
     * What the current person wrote about a record that they may not change at once. Their second
     * proposal takes the place of the first; those of colleagues stand beside it and are merged one
     * after the other.
     */
    Saved propose(RecordWriter.Standing standing, Object draft) {
        writer.check(standing.organizationId(), standing.id(), draft);
        Proposal proposal =
                proposals.openAbout(standing.id(), CHANGES).stream()
                        .filter(open -> open.kind() == kind(standing, draft))
                        .filter(open -> currentPerson.get().id().equals(open.proposedById()))
                        .findFirst()
                        .orElseGet(
                                () ->
                                        proposals.save(
                                                new Proposal(
                                                        kind(standing, draft),
                                                        standing.kind(),
                                                        standing.id(),
                                                        standing.organizationId(),
                                                        null,
                                                        standing.label(),
                                                        null,
                                                        me(),
                                                        clock.instant())));
        proposal.propose(
                json.write(standing.draft()),
                json.write(draft),
                DraftJson.label(draft),
                clock.instant());
        return new Saved(proposal.id(), true);
    }

    /** A location or contact the current person may not add at once. */
    Saved proposeNew(RecordKind kind, UUID organizationId, Object draft) {
        writer.check(organizationId, null, draft);
        var proposal =
                new Proposal(
                        writer.disclosesAnew(organizationId, draft)
                                ? ProposalKind.DISCLOSURE
                                : ProposalKind.CHANGE,
                        kind,
                        null,
                        organizationId,
                        null,
                        DraftJson.label(draft),
                        null,
                        me(),
                        clock.instant());
        proposal.propose(null, json.write(draft), DraftJson.label(draft), clock.instant());
        return new Saved(proposals.save(proposal).id(), true);
    }

    /** A coordinator did to the record itself what the proposals about it asked for. */
    void settle(UUID recordId, ProposalState how, Set<ProposalKind> kinds) {
        proposals.openAbout(recordId, kinds).forEach(open -> decide(open, how, null));
    }

    // ---- reading ----

    /**
     * What waits for the current coordinator: unsafe first, and of these what is still shown; then
     * by kind and age.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public List<ProposalLine> open() {
        SignedIn person = currentPerson.get();
        List<ProposalLine> all = proposals.open(Limit.of(LARGEST_QUEUE));
        Set<UUID> mine =
                access.editable(
                        all.stream()
                                .map(ProposalLine::organizationId)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()));
        Set<UUID> shown =
                all.stream().anyMatch(line -> line.kind() == ProposalKind.UNSAFE)
                        ? unsafe.notHidden()
                        : Set.of();
        return all.stream()
                .filter(
                        line ->
                                line.organizationId() != null
                                        ? mine.contains(line.organizationId())
                                        : line.countyFips() == null
                                                || person.coordinates(line.countyFips()))
                .sorted(
                        Comparator.comparing(ProposalLine::kind)
                                .thenComparing(line -> !shown.contains(line.id()))
                                .thenComparing(ProposalLine::proposedAt))
                .toList();
    }

    /**
     * What waits for an organization and what was decided in the last 30 days, newest first. For
     * those who may write it; reports that something is unsafe only for coordinators.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("@directoryAccess.mayEditOrganization(#organizationId)")
    public List<ProposalLine> ofOrganization(UUID organizationId) {
        boolean isMember = currentPerson.get().role() == Role.MEMBER;
        return proposals.ofOrganization(
                organizationId,
                clock.instant().minus(SHOWN_AFTER_DECISION),
                EnumSet.complementOf(
                        isMember
                                ? EnumSet.of(ProposalKind.UNSAFE)
                                : EnumSet.noneOf(ProposalKind.class)),
                Limit.of(50));
    }

    /**
     * What the current person proposed for the record and nobody decided yet, laid over what
     * stands: their form goes on from there.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("@directoryAccess.mayEditRecord(#kind, #recordId)")
    public Optional<Object> mine(RecordKind kind, UUID recordId) {
        UUID me = currentPerson.get().id();
        return proposals.openAbout(recordId, CHANGES).stream()
                .filter(open -> me.equals(open.proposedById()))
                .findFirst()
                .flatMap(open -> merged(open, writer.standing(kind, recordId)))
                .map(DraftJson.Merged::draft);
    }

    /**
     * A proposal with what it would change. For those who may decide it and its own organization.
     *
     * @throws NoSuchRecord when there is none
     */
    @Transactional(readOnly = true)
    @PreAuthorize("@proposalAccess.maySee(#id)")
    public ProposalDetail detail(UUID id) {
        return detail(required(id));
    }

    private ProposalDetail detail(Proposal proposal) {
        UUID organizationId = proposal.organizationId();
        String organization =
                organizationId == null
                        ? null
                        : organizations
                                .findById(organizationId)
                                .map(Organization::name)
                                .orElse(null);
        UUID recordId = proposal.recordId();
        if (recordId == null) {
            String proposed = proposal.draftProposed();
            return new ProposalDetail(
                    proposal.line(),
                    0,
                    null,
                    proposed == null ? null : json.read(proposal.recordKind(), proposed),
                    List.of(),
                    organization);
        }
        RecordWriter.Standing standing = writer.standing(proposal.recordKind(), recordId);
        Optional<DraftJson.Merged> merged = merged(proposal, standing);
        return new ProposalDetail(
                proposal.line(),
                standing.version(),
                standing.draft(),
                merged.map(DraftJson.Merged::draft).orElse(null),
                merged.map(DraftJson.Merged::conflicts).orElse(List.of()),
                organization);
    }

    /**
     * What a report that a record is unsafe has done so far.
     *
     * @param shown whether anybody still sees the record
     * @param hidden labels of the places and records that are out of sight with it
     */
    public record UnsafeCase(boolean shown, List<String> hidden) {}

    /** What a report has done so far. For whoever decides it. */
    @Transactional(readOnly = true)
    @PreAuthorize("@proposalAccess.mayDecide(#id)")
    public UnsafeCase unsafeCase(UUID id) {
        Proposal proposal = required(id);
        return new UnsafeCase(
                writer.standing(proposal.recordKind(), proposal.record()).publication()
                        == Publication.PUBLISHED,
                unsafePlaces.hiddenBy(id).stream().map(RecordWriter.Standing::label).toList());
    }

    // ---- deciding ----

    /**
     * Does what is proposed. For coordinators of its organization's counties.
     *
     * @param version of the proposal as it was looked at
     * @param recordVersion of the record as it was looked at; anything for a new record
     * @param answer what its proposer is told, or {@code null}
     * @throws RecordChanged when either has changed since
     */
    @Transactional
    @PreAuthorize("@proposalAccess.mayDecide(#id)")
    public void approve(UUID id, long version, long recordVersion, @Nullable String answer) {
        Proposal proposal = toDecide(id, version);
        ProposalDetail detail = detail(proposal);
        if (detail.standing() != null && detail.recordVersion() != recordVersion) {
            throw new RecordChanged(id);
        }
        take(proposal, detail.proposed(), answer);
    }

    /**
     * Does some of what is proposed: the other fields stay as they are. For coordinators of its
     * organization's counties.
     *
     * @param fields names of the fields that become as proposed
     */
    @Transactional
    @PreAuthorize("@proposalAccess.mayDecide(#id)")
    public void approveFields(
            UUID id,
            long version,
            long recordVersion,
            Set<String> fields,
            @Nullable String answer) {
        Proposal proposal = toDecide(id, version);
        ProposalDetail detail = detail(proposal);
        Object standing = detail.standing();
        Object proposed = detail.proposed();
        WrongState.unless(standing != null && proposed != null, "review.state.decided");
        if (detail.recordVersion() != recordVersion) {
            throw new RecordChanged(id);
        }
        take(
                proposal,
                json.combined(
                        proposal.recordKind(),
                        Objects.requireNonNull(standing),
                        Objects.requireNonNull(proposed),
                        fields.stream().collect(Collectors.toMap(field -> field, f -> Take.OTHER))),
                answer);
    }

    /**
     * Does something near to what is proposed, as the coordinator wrote it. For coordinators of its
     * organization's counties.
     *
     * @param draft the whole record as it shall be
     */
    @Transactional
    @PreAuthorize("@proposalAccess.mayDecide(#id)")
    public void approveAs(
            UUID id, long version, long recordVersion, Object draft, @Nullable String answer) {
        Proposal proposal = toDecide(id, version);
        UUID recordId = proposal.recordId();
        if (recordId != null
                && writer.standing(proposal.recordKind(), recordId).version() != recordVersion) {
            throw new RecordChanged(id);
        }
        take(proposal, draft, answer);
    }

    /**
     * Does not do what is proposed. For coordinators of its organization's counties.
     *
     * @param reason what its proposer is told
     */
    @Transactional
    @PreAuthorize("@proposalAccess.mayDecide(#id)")
    public void sendBack(UUID id, long version, String reason) {
        Proposal proposal = toDecide(id, version);
        if (proposal.kind() == ProposalKind.PUBLICATION) {
            writer.move(proposal.recordKind(), proposal.record(), RecordAction.RETURNED, reason);
        }
        if (proposal.kind() == ProposalKind.UNSAFE
                && isWithheld(proposal)
                && !isReportedOtherwise(proposal)) {
            writer.move(proposal.recordKind(), proposal.record(), RecordAction.PUBLISHED, reason);
        }
        decide(proposal, ProposalState.RETURNED, reason);
    }

    /** Takes a proposal back. For its own organization. */
    @Transactional
    @PreAuthorize("@proposalAccess.mayWithdraw(#id)")
    public void withdraw(UUID id, long version) {
        Proposal proposal = toDecide(id, version);
        if (proposal.kind() == ProposalKind.PUBLICATION) {
            writer.move(proposal.recordKind(), proposal.record(), RecordAction.RETURNED, null);
        }
        decide(proposal, ProposalState.WITHDRAWN, null);
    }

    /**
     * Forgets the addresses of proposers that were answered before that moment.
     *
     * @return how many were forgotten, at most 500 a call
     */
    @Transactional
    @PreAuthorize("permitAll()")
    public int forgetProposersAnsweredBefore(Instant before) {
        List<Proposal> answered = proposals.answeredBefore(before, Limit.of(500));
        answered.forEach(Proposal::forgetProposer);
        return answered.size();
    }

    /**
     * Lets go of the drafts of proposals decided before that moment: what was taken over stands in
     * the history of its record, and what was not taken over need not be kept for ever. Who decided
     * what, when and why stays. For what goes on at night.
     *
     * @return how many were let go of, at most 500 a call
     */
    @Transactional
    @PreAuthorize("permitAll()")
    public int forgetDraftsDecidedBefore(Instant before) {
        List<Proposal> decided = proposals.withDraftsDecidedBefore(before, Limit.of(500));
        decided.forEach(Proposal::forgetDraft);
        return decided.size();
    }

    private void take(Proposal proposal, @Nullable Object draft, @Nullable String answer) {
        String note = proposal.line().proposedBy();
        switch (proposal.kind()) {
            case PUBLICATION ->
                    writer.move(
                            proposal.recordKind(),
                            proposal.record(),
                            RecordAction.PUBLISHED,
                            answer);
            case CHANGE, DISCLOSURE -> write(proposal, Objects.requireNonNull(draft), note);
            // What else is to be done, the coordinator does by hand.
            case UNSAFE -> keepOut(proposal, answer);
            case REMARK -> {
                if (draft != null) {
                    write(proposal, draft, note);
                }
            }
        }
        decide(proposal, ProposalState.APPROVED, answer);
    }

    // A report that hid nothing when it came does so now that somebody has agreed.
    private void keepOut(Proposal proposal, @Nullable String answer) {
        UUID id = proposal.id();
        unsafe.keep(proposal.record());
        if (unsafe.holds(id).isEmpty()) {
            withhold(
                    id,
                    writer.standing(proposal.recordKind(), proposal.record()),
                    unsafe.reason(id).orElse(null),
                    answer);
        }
    }

    private boolean isReportedOtherwise(Proposal proposal) {
        return unsafe.isHeld(proposal.record())
                || proposals.openAbout(proposal.record(), Set.of(ProposalKind.UNSAFE)).stream()
                        .anyMatch(other -> !other.id().equals(proposal.id()));
    }

    private void write(Proposal proposal, Object draft, String note) {
        requireProposed(proposal, draft);
        if (proposal.recordId() == null) {
            writer.add(proposal.organizationId(), draft, note);
        } else {
            writer.revise(proposal.record(), draft, RecordAction.ACCEPTED, note);
        }
    }

    // Two people must want an address shown: whoever decides cannot add that to another's proposal,
    // and what was proposed before the address was hidden did not ask for it.
    private void requireProposed(Proposal proposal, Object draft) {
        UUID organizationId = proposal.organizationId();
        UUID recordId = proposal.recordId();
        boolean discloses =
                recordId == null
                        ? organizationId != null && writer.disclosesAnew(organizationId, draft)
                        : writer.discloses(writer.standing(proposal.recordKind(), recordId), draft);
        WrongState.unless(
                !discloses || proposal.kind() == ProposalKind.DISCLOSURE,
                "review.state.newDisclosure");
    }

    private void decide(Proposal proposal, ProposalState how, @Nullable String reason) {
        SignedIn person = currentPerson.get();
        proposal.decide(how, person.id(), person.name(), reason, clock.instant());
        if (proposal.kind() == ProposalKind.UNSAFE) {
            unsafePlaces.end(proposal.id(), how != ProposalState.APPROVED);
        }
        events.publishEvent(
                new ProposalDecided(
                        proposal.id(),
                        proposal.kind(),
                        how,
                        proposal.line().recordLabel(),
                        reason,
                        proposal.proposerEmail(),
                        Locale.of(proposal.proposerLocale())));
    }

    private Optional<DraftJson.Merged> merged(Proposal proposal, RecordWriter.Standing standing) {
        String base = proposal.draftBase();
        String proposed = proposal.draftProposed();
        return base == null || proposed == null
                ? Optional.empty()
                : Optional.of(json.merge(standing.kind(), base, proposed, standing.draft()));
    }

    private boolean isWithheld(Proposal proposal) {
        return writer.standing(proposal.recordKind(), proposal.record()).publication()
                == Publication.WITHHELD;
    }

    private Proposal toDecide(UUID id, long version) {
        Proposal proposal = required(id);
        if (proposal.version() != version) {
            throw new RecordChanged(id);
        }
        return proposal;
    }

    private Proposal required(UUID id) {
        return proposals.findById(id).orElseThrow(() -> new NoSuchRecord(id));
    }

    private Proposer me() {
        SignedIn person = currentPerson.get();
        return new Proposer(person.id(), person.name(), null, person.locale());
    }

    private ProposalKind kind(RecordWriter.@Nullable Standing standing, Object draft) {
        return standing != null && writer.discloses(standing, draft)
                ? ProposalKind.DISCLOSURE
                : ProposalKind.CHANGE;
    }
}
