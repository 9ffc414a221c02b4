package org.coalitionatlas.directory;

import java.util.Comparator;
import java.util.List;
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

    DirectoryRecords(Organizations organizations, Services services, Visibility visibility) {
        this.organizations = organizations;
        this.services = services;
        this.visibility = visibility;
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
