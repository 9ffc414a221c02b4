package org.coalitionatlas.directory;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    DirectoryRecords(
            Organizations organizations,
            Services services,
            Visibility visibility,
            MergeStore merges) {
        this.organizations = organizations;
        this.services = services;
        this.visibility = visibility;
        this.merges = merges;
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
