package org.coalitionatlas.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.identity.Reader;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records as they stand in the database, for those who may write them: a screen that has just saved
 * must not wait for the index. Everybody else reads through {@link DirectorySearch}.
 */
@Component
public class DirectoryRecords {

    private final Organizations organizations;
    private final Services services;
    private final Visibility visibility;
    private final MergeStore merges;
    private final HiddenPlaces hiddenPlaces;

    DirectoryRecords(
            Organizations organizations,
            Services services,
            Visibility visibility,
            MergeStore merges,
            HiddenPlaces hiddenPlaces) {
        this.organizations = organizations;
        this.services = services;
        this.visibility = visibility;
        this.merges = merges;
        this.hiddenPlaces = hiddenPlaces;
    }

    /**
     * The service, drafts included. For those who may write it.
     *
     * @throws NoSuchRecord when there is none
     */
    @Transactional(readOnly = true)
    @PreAuthorize("@directoryAccess.mayEditService(#id)")
    public ServiceView service(UUID id) {
        return services.findById(id)
                .flatMap(service -> visibility.of(service, Reader.COORDINATORS))
                .orElseThrow(() -> new NoSuchRecord(id));
    }

    /**
     * The organization, drafts included. For those who may write it.
     *
     * @throws NoSuchRecord when there is none
     */
    @Transactional(readOnly = true)
    @PreAuthorize("@directoryAccess.mayEditOrganization(#id)")
    public OrganizationView organization(UUID id) {
        return organizations
                .findById(id)
                .flatMap(organization -> visibility.of(organization, Reader.COORDINATORS))
                .orElseThrow(() -> new NoSuchRecord(id));
    }

    /**
     * The organization and its services as that kind of reader sees them, straight from the
     * database. For those who may write it.
     *
     * @throws NoSuchRecord when that reader may not know of the organization
     */
    @Transactional(readOnly = true)
    @PreAuthorize("@directoryAccess.mayEditOrganization(#organizationId)")
    public AsSeen asSeen(UUID organizationId, Reader reader) {
        Organization organization =
                organizations
                        .findById(organizationId)
                        .orElseThrow(() -> new NoSuchRecord(organizationId));
        return new AsSeen(
                visibility
                        .of(organization, reader)
                        .orElseThrow(() -> new NoSuchRecord(organizationId)),
                organization.services().stream()
                        .flatMap(service -> visibility.of(service, reader).stream())
                        .sorted(
                                Comparator.comparing(
                                        ServiceView::name, String.CASE_INSENSITIVE_ORDER))
                        .toList());
    }

    /** An organization with its services, for one kind of reader. */
    public record AsSeen(OrganizationView organization, List<ServiceView> services) {}

    /**
     * Which record an organization or service was merged into, in the end; empty when it was not.
     * Tells nothing of either: whether the reader may see that record is asked as always. For
     * everything that keeps ids, so that old links, sheets and feeds go on.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public Optional<UUID> movedTo(UUID id) {
        return merges.movedTo(id);
    }

    /** The same for many records: those that went somewhere, and where. */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public Map<UUID, UUID> movedTo(Collection<UUID> ids) {
        return merges.movedTo(ids);
    }

    /** A sheet made before records on it were merged, with those that took their place. */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public CallSheet following(CallSheet sheet) {
        return sheet.isEmpty() ? sheet : sheet.following(merges.movedTo(sheet.ids()));
    }

    /**
     * A record whose texts name a street that its organization keeps confidential.
     *
     * @param fields as {@code invalid.names.<field>} calls them
     */
    public record NamedStreet(RecordKind kind, UUID id, String label, Set<String> fields) {}

    /**
     * Texts of the organization and what belongs to it that tell a confidential street: they were
     * written before the place was hidden, or two people agreed to them. For those who may write
     * it.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("@directoryAccess.mayEditOrganization(#organizationId)")
    public List<NamedStreet> namedStreets(UUID organizationId) {
        Organization organization =
                organizations
                        .findById(organizationId)
                        .orElseThrow(() -> new NoSuchRecord(organizationId));
        HiddenPlaces.Found hidden = hiddenPlaces.of(List.of(organizationId));
        var found = new ArrayList<NamedStreet>();
        look(hidden, organization, RecordKind.ORGANIZATION, organizationId, organization.draft())
                .ifPresent(found::add);
        for (Service service : organization.services()) {
            if (service.publication() != Publication.ARCHIVED) {
                look(hidden, organization, RecordKind.SERVICE, service.id(), service.draft())
                        .ifPresent(found::add);
            }
        }
        for (Location place : organization.locations()) {
            if (!place.isRetired()) {
                look(hidden, organization, RecordKind.LOCATION, place.id(), place.draft())
                        .ifPresent(found::add);
            }
        }
        for (Contact contact : organization.contacts()) {
            if (!contact.isRetired()) {
                look(hidden, organization, RecordKind.CONTACT, contact.id(), contact.draft())
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<NamedStreet> look(
            HiddenPlaces.Found hidden,
            Organization organization,
            RecordKind kind,
            UUID id,
            Object draft) {
        Set<String> fields = hidden.namedBy(organization.id(), null, draft);
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new NamedStreet(kind, id, DraftJson.label(draft), fields));
    }

    /** The services of an organization by name, drafts included. For those who may write it. */
    @Transactional(readOnly = true)
    @PreAuthorize("@directoryAccess.mayEditOrganization(#organizationId)")
    public List<ServiceView> servicesOf(UUID organizationId) {
        return organizations
                .findById(organizationId)
                .orElseThrow(() -> new NoSuchRecord(organizationId))
                .services()
                .stream()
                .flatMap(service -> visibility.of(service, Reader.COORDINATORS).stream())
                .sorted(Comparator.comparing(ServiceView::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }
}
