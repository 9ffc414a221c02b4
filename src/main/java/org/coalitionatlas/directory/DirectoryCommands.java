package org.coalitionatlas.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.common.InvalidValue;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything people do to the records of the directory. A revision names the version it was written
 * against; when the record has moved on, {@link RecordChanged} says so and nothing is overwritten.
 * What a member writes into something published becomes a proposal ({@link Proposals}); so does
 * whatever would show a hidden address, whoever writes it.
 */
@Component
public class DirectoryCommands {

    private final Organizations organizations;
    private final Services services;
    private final RecordWriter writer;
    private final RecordHistory history;
    private final Proposals proposals;
    private final DirectoryAccess access;
    private final Clock clock;

    DirectoryCommands(
            Organizations organizations,
            Services services,
            RecordWriter writer,
            RecordHistory history,
            Proposals proposals,
            DirectoryAccess access,
            Clock clock) {
        this.organizations = organizations;
        this.services = services;
        this.writer = writer;
        this.history = history;
        this.proposals = proposals;
        this.access = access;
        this.clock = clock;
    }

    /** What stands in a record now, with the version a revision must name. */
    public record Current<T>(
            UUID id,
            UUID organizationId,
            long version,
            Publication publication,
            Assurance assurance,
            T draft) {}

    // ---- organizations ----

    /** Adds an organization as a draft. For coordinators and administrators. */
    @Transactional
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public UUID addOrganization(OrganizationDraft draft) {
        return writer.add(null, draft, null);
    }

    /** What stands in the organization. For those who may write it. */
    @Transactional(readOnly = true)
    @PreAuthorize("@directoryAccess.mayEditOrganization(#id)")
    public Current<OrganizationDraft> organization(UUID id) {
        Organization organization = required(organizations.findById(id), id);
        return new Current<>(
                id,
                id,
                organization.version(),
                organization.publication(),
                organization.assurance(),
                organization.draft());
    }

    /**
     * Rewrites an organization. For those who may write it.
     *
     * @throws RecordChanged when the version is not the current one
     */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditOrganization(#id)")
    public Saved reviseOrganization(UUID id, long version, OrganizationDraft draft) {
        return revise(RecordKind.ORGANIZATION, id, version, draft);
    }

    /** Shows the organization to its audience. For coordinators of its counties. */
    @Transactional
    @PreAuthorize(
            "hasAnyRole('ADMINISTRATOR', 'COORDINATOR') and @directoryAccess.mayEditOrganization(#id)")
    public void publishOrganization(UUID id) {
        publish(RecordKind.ORGANIZATION, id);
    }

    /** Takes the organization and its services out of sight. For coordinators of its counties. */
    @Transactional
    @PreAuthorize(
            "hasAnyRole('ADMINISTRATOR', 'COORDINATOR') and @directoryAccess.mayEditOrganization(#id)")
    public void archiveOrganization(UUID id) {
        writer.move(RecordKind.ORGANIZATION, id, RecordAction.ARCHIVED, null);
    }

    /** Records that somebody made sure the organization's record is right. */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditOrganization(#id)")
    public void verifyOrganization(
            UUID id, LocalDate on, String by, @Nullable AssuranceMethod how) {
        writer.verify(RecordKind.ORGANIZATION, id, assurance(on, by, how));
    }

    // ---- locations and contacts ----

    /** Adds a location. For those who may write the organization. */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditOrganization(#organizationId)")
    public Saved addLocation(UUID organizationId, LocationDraft draft) {
        return add(RecordKind.LOCATION, organizationId, draft);
    }

    /** The locations of an organization as they stand. For those who may write it. */
    @Transactional(readOnly = true)
    @PreAuthorize("@directoryAccess.mayEditOrganization(#organizationId)")
    public List<Current<LocationDraft>> locations(UUID organizationId) {
        return required(organizations.findById(organizationId), organizationId).locations().stream()
                .filter(location -> !location.isRetired())
                .map(
                        location ->
                                new Current<>(
                                        location.id(),
                                        organizationId,
                                        location.version(),
                                        Publication.PUBLISHED,
                                        Assurance.NEVER,
                                        location.draft()))
                .toList();
    }

    /**
     * Rewrites a location. For those who may write its organization. Showing an address that is
     * hidden takes a second person's approval (ASSURANCE, confidential places).
     *
     * @throws RecordChanged when the version is not the current one
     */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditLocation(#id)")
    public Saved reviseLocation(UUID id, long version, LocationDraft draft) {
        return revise(RecordKind.LOCATION, id, version, draft);
    }

    /** Adds a contact. For those who may write the organization. */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditOrganization(#organizationId)")
    public Saved addContact(UUID organizationId, ContactDraft draft) {
        return add(RecordKind.CONTACT, organizationId, draft);
    }

    /**
     * The contacts of an organization as they stand, {@link Publication#WITHHELD} when the public
     * is not shown them until somebody verifies them. For those who may write it.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("@directoryAccess.mayEditOrganization(#organizationId)")
    public List<Current<ContactDraft>> contacts(UUID organizationId) {
        return required(organizations.findById(organizationId), organizationId).contacts().stream()
                .filter(contact -> !contact.isRetired())
                .map(
                        contact ->
                                new Current<>(
                                        contact.id(),
                                        organizationId,
                                        contact.version(),
                                        contact.shownTo() == contact.visibility()
                                                ? Publication.PUBLISHED
                                                : Publication.WITHHELD,
                                        contact.assurance(),
                                        contact.draft()))
                .toList();
    }

    /**
     * Rewrites a contact. For those who may write its organization.
     *
     * @throws RecordChanged when the version is not the current one
     */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditContact(#id)")
    public Saved reviseContact(UUID id, long version, ContactDraft draft) {
        return revise(RecordKind.CONTACT, id, version, draft);
    }

    /** Records that somebody made sure the contact is right. */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditContact(#id)")
    public void verifyContact(UUID id, LocalDate on, String by, @Nullable AssuranceMethod how) {
        writer.verify(RecordKind.CONTACT, id, assurance(on, by, how));
    }

    // ---- services ----

    /** Adds a service as a draft. For those who may write the organization. */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditOrganization(#organizationId)")
    public UUID addService(UUID organizationId, ServiceDraft draft) {
        return writer.add(organizationId, draft, null);
    }

    /** What stands in the service. For those who may write it. */
    @Transactional(readOnly = true)
    @PreAuthorize("@directoryAccess.mayEditService(#id)")
    public Current<ServiceDraft> service(UUID id) {
        return current(required(services.findById(id), id));
    }

    /**
     * The services of an organization as they stand, drafts included. For those who may write it.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("@directoryAccess.mayEditOrganization(#organizationId)")
    public List<Current<ServiceDraft>> services(UUID organizationId) {
        return required(organizations.findById(organizationId), organizationId).services().stream()
                .map(DirectoryCommands::current)
                .toList();
    }

    /**
     * Rewrites a service. For those who may write it.
     *
     * @throws RecordChanged when the version is not the current one
     */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditService(#id)")
    public Saved reviseService(UUID id, long version, ServiceDraft draft) {
        return revise(RecordKind.SERVICE, id, version, draft);
    }

    /**
     * Says whether a service has room. For those who may write it; never waits for anybody, because
     * a bed that is said to be free tomorrow helps nobody tonight.
     */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditService(#id)")
    public void reportCapacity(UUID id, Capacity capacity) {
        ServiceDraft standing = required(services.findById(id), id).draft();
        writer.revise(id, standing.having(capacity), RecordAction.REVISED, null);
    }

    /** Shows the service to its audience. For coordinators of its counties. */
    @Transactional
    @PreAuthorize(
            "hasAnyRole('ADMINISTRATOR', 'COORDINATOR') and @directoryAccess.mayEditService(#id)")
    public void publishService(UUID id) {
        publish(RecordKind.SERVICE, id);
    }

    /** Takes the service out of sight. For coordinators of its counties. */
    @Transactional
    @PreAuthorize(
            "hasAnyRole('ADMINISTRATOR', 'COORDINATOR') and @directoryAccess.mayEditService(#id)")
    public void archiveService(UUID id) {
        writer.move(RecordKind.SERVICE, id, RecordAction.ARCHIVED, null);
    }

    /** Records that somebody made sure the service's record is right. */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditService(#id)")
    public void verifyService(UUID id, LocalDate on, String by, @Nullable AssuranceMethod how) {
        writer.verify(RecordKind.SERVICE, id, assurance(on, by, how));
    }

    // ---- any organization or service ----

    /**
     * Asks a coordinator to look at a draft and publish it. For those who may write it.
     *
     * @throws WrongState when it is not a draft
     */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditRecord(#kind, #id)")
    public void submit(RecordKind kind, UUID id) {
        writer.move(kind, id, RecordAction.SUBMITTED, null);
        proposals.askToPublish(writer.standing(kind, id));
    }

    /**
     * Takes a published record out of everybody's sight until a coordinator publishes it again, and
     * a contact out of the public's until somebody verifies it. For those who may write it: an
     * organization need not wait to protect its own people.
     *
     * @param reason told in the history and to reviewers
     * @throws WrongState when it is not published
     */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditRecord(#kind, #id)")
    public void withhold(RecordKind kind, UUID id, String reason) {
        writer.move(kind, id, RecordAction.WITHHELD, reason);
    }

    /**
     * Puts a record back to what it was before or after an earlier change. For those who may write
     * it; for a member that is a proposal like any other.
     *
     * @param changeId of a change that kept a draft on that side
     * @param version the record's current version
     * @throws RecordChanged when the version is not the current one
     */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditRecord(#kind, #id)")
    public Saved restore(
            RecordKind kind, UUID id, UUID changeId, RecordChange.Side side, long version) {
        RecordChange change =
                history.find(changeId)
                        .filter(found -> found.recordId().equals(id))
                        .orElseThrow(() -> new NoSuchRecord(changeId));
        Object draft = change.draft(side);
        if (draft == null) {
            throw new NoSuchRecord(changeId);
        }
        return revise(kind, id, version, draft, RecordAction.RESTORED);
    }

    /** The version of a record that a revision must name. For those who may write it. */
    @Transactional(readOnly = true)
    @PreAuthorize("@directoryAccess.mayEditRecord(#kind, #id)")
    public Current<Object> record(RecordKind kind, UUID id) {
        RecordWriter.Standing standing = writer.standing(kind, id);
        return new Current<>(
                id,
                standing.organizationId(),
                standing.version(),
                standing.publication(),
                Assurance.NEVER,
                standing.draft());
    }

    private Saved revise(RecordKind kind, UUID id, long version, Object draft) {
        return revise(kind, id, version, draft, RecordAction.REVISED);
    }

    private Saved revise(
            RecordKind kind, UUID id, long version, Object draft, RecordAction action) {
        RecordWriter.Standing standing = writer.standing(kind, id);
        // Said before the version is compared: there is nothing left to lay the two drafts over.
        WrongState.unless(!standing.retired(), "directory.state.retired");
        if (version != standing.version()) {
            throw new RecordChanged(id);
        }
        boolean asks = access.mustAsk(standing.publication()) || writer.discloses(standing, draft);
        if (asks && !draft.equals(standing.draft())) {
            return proposals.propose(standing, draft);
        }
        writer.revise(id, draft, action, null);
        return Saved.now(id);
    }

    private Saved add(RecordKind kind, UUID organizationId, Object draft) {
        Organization owner = required(organizations.findById(organizationId), organizationId);
        return access.mustAsk(owner.publication()) || writer.disclosesAnew(organizationId, draft)
                ? proposals.proposeNew(kind, organizationId, draft)
                : Saved.now(writer.add(organizationId, draft, null));
    }

    private void publish(RecordKind kind, UUID id) {
        writer.move(kind, id, RecordAction.PUBLISHED, null);
        proposals.settle(id, ProposalState.APPROVED, Set.of(ProposalKind.PUBLICATION));
        proposals.settle(id, ProposalState.RETURNED, Set.of(ProposalKind.UNSAFE));
    }

    private static Current<ServiceDraft> current(Service service) {
        return new Current<>(
                service.id(),
                service.organization().id(),
                service.version(),
                service.publication(),
                service.assurance(),
                service.draft());
    }

    private Assurance assurance(LocalDate on, String by, @Nullable AssuranceMethod how) {
        return new Assurance(notInFuture(on), by, how);
    }

    private LocalDate notInFuture(LocalDate on) {
        if (on.isAfter(LocalDate.now(clock).plusDays(1))) {
            throw new InvalidValue("invalid.future", on);
        }
        return on;
    }

    private static <T> T required(Optional<T> found, UUID id) {
        return found.orElseThrow(() -> new NoSuchRecord(id));
    }
}
