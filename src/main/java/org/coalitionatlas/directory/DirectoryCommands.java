package org.coalitionatlas.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.geography.ZipCode;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that changes the directory. Forms, the import and the demo all come through here and
 * meet the same rules. A revision names the version it was written against; when the record has
 * moved on, {@link RecordChanged} says so and nothing is overwritten.
 */
@Component
public class DirectoryCommands {

    private static final String DEFAULT_ZONE = "America/Chicago";

    private final Organizations organizations;
    private final Services services;
    private final Locations locations;
    private final Contacts contacts;
    private final Taxonomy taxonomy;
    private final Geography geography;
    private final Clock clock;

    DirectoryCommands(
            Organizations organizations,
            Services services,
            Locations locations,
            Contacts contacts,
            Taxonomy taxonomy,
            Geography geography,
            Clock clock) {
        this.organizations = organizations;
        this.services = services;
        this.locations = locations;
        this.contacts = contacts;
        this.taxonomy = taxonomy;
        this.geography = geography;
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

    /** Adds an organization as a draft. For coordinators and administrators. */
    @Transactional
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public UUID addOrganization(OrganizationDraft draft) {
        return addOrganization(draft, Provenance.NONE).id();
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
    public void reviseOrganization(UUID id, long version, OrganizationDraft draft) {
        Organization organization = required(organizations.findById(id), id);
        requireVersion(id, version, organization.version());
        revise(organization, draft);
    }

    /** Shows the organization to its audience. For coordinators of its counties. */
    @Transactional
    @PreAuthorize(
            "hasAnyRole('ADMINISTRATOR', 'COORDINATOR') and @directoryAccess.mayEditOrganization(#id)")
    public void publishOrganization(UUID id) {
        required(organizations.findById(id), id).publish(clock.instant());
    }

    /** Takes the organization and its services out of sight. For coordinators of its counties. */
    @Transactional
    @PreAuthorize(
            "hasAnyRole('ADMINISTRATOR', 'COORDINATOR') and @directoryAccess.mayEditOrganization(#id)")
    public void archiveOrganization(UUID id) {
        required(organizations.findById(id), id).archive(clock.instant());
    }

    /** Records that somebody made sure the organization's record is right. */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditOrganization(#id)")
    public void verifyOrganization(UUID id, LocalDate on, String by) {
        required(organizations.findById(id), id).verify(notInFuture(on), by, clock.instant());
    }

    /** Adds a location. For those who may write the organization. */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditOrganization(#organizationId)")
    public UUID addLocation(UUID organizationId, LocationDraft draft) {
        Organization organization =
                required(organizations.findById(organizationId), organizationId);
        return addLocation(organization, draft, Provenance.NONE).id();
    }

    /** The locations of an organization as they stand. For those who may write it. */
    @Transactional(readOnly = true)
    @PreAuthorize("@directoryAccess.mayEditOrganization(#organizationId)")
    public List<Current<LocationDraft>> locations(UUID organizationId) {
        return required(organizations.findById(organizationId), organizationId).locations().stream()
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
     * Rewrites a location. For those who may write its organization.
     *
     * @throws RecordChanged when the version is not the current one
     */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditLocation(#id)")
    public void reviseLocation(UUID id, long version, LocationDraft draft) {
        Location location = required(locations.findById(id), id);
        requireVersion(id, version, location.version());
        revise(location, draft);
    }

    /** Adds a contact. For those who may write the organization. */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditOrganization(#organizationId)")
    public UUID addContact(UUID organizationId, ContactDraft draft) {
        Organization organization =
                required(organizations.findById(organizationId), organizationId);
        var contact = new Contact(organization, draft, clock.instant());
        organization.contacts().add(contact);
        return contacts.save(contact).id();
    }

    /** The contacts of an organization as they stand. For those who may write it. */
    @Transactional(readOnly = true)
    @PreAuthorize("@directoryAccess.mayEditOrganization(#organizationId)")
    public List<Current<ContactDraft>> contacts(UUID organizationId) {
        return required(organizations.findById(organizationId), organizationId).contacts().stream()
                .map(
                        contact ->
                                new Current<>(
                                        contact.id(),
                                        organizationId,
                                        contact.version(),
                                        Publication.PUBLISHED,
                                        Assurance.NEVER,
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
    public void reviseContact(UUID id, long version, ContactDraft draft) {
        Contact contact = required(contacts.findById(id), id);
        requireVersion(id, version, contact.version());
        contact.revise(draft, clock.instant());
    }

    /** Adds a service as a draft. For those who may write the organization. */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditOrganization(#organizationId)")
    public UUID addService(UUID organizationId, ServiceDraft draft) {
        Organization organization =
                required(organizations.findById(organizationId), organizationId);
        return addService(organization, draft, Provenance.NONE).id();
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
    public void reviseService(UUID id, long version, ServiceDraft draft) {
        Service service = required(services.findById(id), id);
        requireVersion(id, version, service.version());
        revise(service, draft);
    }

    /** Shows the service to its audience. For coordinators of its counties. */
    @Transactional
    @PreAuthorize(
            "hasAnyRole('ADMINISTRATOR', 'COORDINATOR') and @directoryAccess.mayEditService(#id)")
    public void publishService(UUID id) {
        required(services.findById(id), id).publish(clock.instant());
    }

    /** Takes the service out of sight. For coordinators of its counties. */
    @Transactional
    @PreAuthorize(
            "hasAnyRole('ADMINISTRATOR', 'COORDINATOR') and @directoryAccess.mayEditService(#id)")
    public void archiveService(UUID id) {
        required(services.findById(id), id).archive(clock.instant());
    }

    /** Records that somebody made sure the service's record is right. */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditService(#id)")
    public void verifyService(UUID id, LocalDate on, String by) {
        required(services.findById(id), id).verify(notInFuture(on), by, clock.instant());
    }

    // ---- shared with the import, which finds its records in batches ----

    Organization addOrganization(OrganizationDraft draft, Provenance provenance) {
        return organizations.save(made(draft, provenance));
    }

    /** A checked organization that is not saved yet. */
    Organization made(OrganizationDraft draft, Provenance provenance) {
        requireKnown(draft);
        return new Organization(draft, parent(draft, null), provenance, clock.instant());
    }

    boolean revise(Organization organization, OrganizationDraft draft) {
        requireKnown(draft);
        return organization.revise(draft, parent(draft, organization.id()), clock.instant());
    }

    Location addLocation(Organization organization, LocationDraft draft, Provenance provenance) {
        Location location = made(organization, draft, provenance);
        organization.locations().add(location);
        return locations.save(location);
    }

    /** A checked location that is not saved yet, nor in its organization's list. */
    Location made(Organization organization, LocationDraft draft, Provenance provenance) {
        LocationDraft placed = placed(draft);
        return new Location(organization, placed, zone(placed), provenance, clock.instant());
    }

    boolean revise(Location location, LocationDraft draft) {
        LocationDraft placed = placed(draft);
        return location.revise(placed, zone(placed), clock.instant());
    }

    Service addService(Organization organization, ServiceDraft draft, Provenance provenance) {
        ServiceDraft checked = checked(draft);
        var service =
                new Service(
                        organization,
                        checked,
                        locationsOf(organization, checked.locationIds()),
                        contactsOf(organization, checked.contactIds()),
                        provenance,
                        clock.instant());
        organization.services().add(service);
        return services.save(service);
    }

    /**
     * A service that is not saved yet, nor in its organization's list: reading that list for each
     * row of a file would cost more than the row.
     *
     * @param checked what {@link #checked} returned
     * @param at the locations of the draft, already found to be the organization's
     */
    Service made(
            Organization organization,
            ServiceDraft checked,
            Set<Location> at,
            Provenance provenance) {
        return new Service(organization, checked, at, Set.of(), provenance, clock.instant());
    }

    boolean revise(Service service, ServiceDraft draft) {
        ServiceDraft checked = checked(draft);
        return service.revise(
                checked,
                locationsOf(service.organization(), checked.locationIds()),
                contactsOf(service.organization(), checked.contactIds()),
                clock.instant());
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

    private void requireKnown(OrganizationDraft draft) {
        if (taxonomy.organizationKind(draft.kind()).isEmpty()) {
            throw new InvalidValue("invalid.kind", draft.kind());
        }
    }

    private @Nullable Organization parent(OrganizationDraft draft, @Nullable UUID self) {
        UUID parentId = draft.parentId();
        if (parentId == null) {
            return null;
        }
        Organization parent = required(organizations.findById(parentId), parentId);
        // One level only: a parent counts once for all its programs (PRODUCT §7, R).
        boolean hasPrograms = self != null && organizations.existsByParentId(self);
        if (parentId.equals(self) || parent.parent() != null || hasPrograms) {
            throw new InvalidValue("invalid.parent", parent.name());
        }
        return parent;
    }

    // ZIP and point say in which county a place stands when nobody does.
    LocationDraft placed(LocationDraft draft) {
        String zipText = draft.address().zip();
        Optional<ZipCode> zip = zipText == null ? Optional.empty() : geography.zip(zipText);
        String fips = draft.countyFips();
        if (fips != null && geography.county(fips).isEmpty()) {
            throw new InvalidValue("invalid.county", fips);
        }
        if (fips == null) {
            fips =
                    zip.map(ZipCode::county)
                            .or(
                                    () ->
                                            Optional.ofNullable(draft.point())
                                                    .flatMap(geography::countyAround))
                            .map(County::fips)
                            .orElse(null);
        }
        return new LocationDraft(
                draft.name(),
                draft.address(),
                fips,
                draft.point() == null ? zip.map(ZipCode::center).orElse(null) : draft.point(),
                draft.addressVisibility(),
                draft.accessibility(),
                draft.hours(),
                draft.phones());
    }

    private String zone(LocationDraft draft) {
        return Optional.ofNullable(draft.countyFips())
                .flatMap(geography::county)
                .map(County::zone)
                .or(
                        () ->
                                Optional.ofNullable(draft.address().state())
                                        .flatMap(geography::state)
                                        .map(state -> state.zone()))
                .map(Object::toString)
                .orElse(DEFAULT_ZONE);
    }

    ServiceDraft checked(ServiceDraft draft) {
        requireEach(draft.needs(), taxonomy::need, "invalid.need");
        requireEach(draft.languages(), taxonomy::language, "invalid.language");
        requireEach(draft.eligibility().accepts(), taxonomy::axisValue, "invalid.axisValue");
        requireEach(draft.eligibility().rejects(), taxonomy::axisValue, "invalid.axisValue");
        requireEach(draft.eligibility().populations(), taxonomy::population, "invalid.population");
        for (String code : draft.eligibility().accepts().codes()) {
            if (draft.eligibility().rejects().contains(code)) {
                throw new InvalidValue("invalid.acceptedAndRejected", code);
            }
        }
        Set<ServiceArea> areas = ServiceArea.normalized(draft.areas(), geography);
        return new ServiceDraft(
                draft.name(),
                draft.alternateName(),
                draft.description(),
                draft.url(),
                draft.email(),
                draft.status(),
                draft.audience(),
                draft.needs(),
                areas,
                draft.locationIds(),
                draft.remote(),
                draft.languages(),
                draft.interpretation(),
                draft.eligibility(),
                draft.hours(),
                draft.capacity(),
                draft.fees(),
                draft.applicationProcess(),
                draft.phones(),
                draft.contactIds());
    }

    private static void requireEach(
            CodeSet codes,
            java.util.function.Function<String, Optional<?>> lookup,
            String messageKey) {
        for (String code : codes.codes()) {
            if (lookup.apply(code).isEmpty()) {
                throw new InvalidValue(messageKey, code);
            }
        }
    }

    private Set<Location> locationsOf(Organization organization, Collection<UUID> ids) {
        Set<Location> found = ids.isEmpty() ? Set.of() : locations.findByIdIn(ids);
        return own(
                found,
                ids,
                location ->
                        location.organization() == organization
                                || location.organization().id().equals(organization.id()),
                () -> new InvalidValue("invalid.location"));
    }

    private Set<Contact> contactsOf(Organization organization, Collection<UUID> ids) {
        Set<Contact> found = ids.isEmpty() ? Set.of() : contacts.findByIdIn(ids);
        return own(
                found,
                ids,
                contact -> contact.organization().id().equals(organization.id()),
                () -> new InvalidValue("invalid.contact"));
    }

    // A form must not attach another organization's confidential place or person.
    private static <T> Set<T> own(
            Set<T> found,
            Collection<UUID> ids,
            java.util.function.Predicate<T> isOwn,
            Supplier<InvalidValue> complaint) {
        if (found.size() != ids.size() || !found.stream().allMatch(isOwn)) {
            throw complaint.get();
        }
        return new HashSet<>(found);
    }

    private LocalDate notInFuture(LocalDate on) {
        if (on.isAfter(
                LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC).plusDays(1))) {
            throw new InvalidValue("invalid.future", on);
        }
        return on;
    }

    private static void requireVersion(UUID id, long written, long current) {
        if (written != current) {
            throw new RecordChanged(id);
        }
    }

    private static <T> T required(Optional<T> found, UUID id) {
        return found.orElseThrow(() -> new NoSuchRecord(id));
    }
}
