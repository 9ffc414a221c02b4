package org.coalitionatlas.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.identity.CurrentPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Locations that were closed and people who left. Both are retired rather than deleted: they are
 * shown to nobody from then on, keep their history, and can be put back as they were. A member
 * retires without waiting for anybody, because a number that no longer answers helps nobody and an
 * organization need not wait to protect its own people.
 */
@Component
public class RetiredParts {

    private final Organizations organizations;
    private final Locations locations;
    private final Contacts contacts;
    private final RecordWriter writer;
    private final RetirementAccess access;
    private final CurrentPerson currentPerson;
    private final RecordHistory history;

    RetiredParts(
            Organizations organizations,
            Locations locations,
            Contacts contacts,
            RecordWriter writer,
            RetirementAccess access,
            CurrentPerson currentPerson,
            RecordHistory history) {
        this.organizations = organizations;
        this.locations = locations;
        this.contacts = contacts;
        this.writer = writer;
        this.access = access;
        this.currentPerson = currentPerson;
        this.history = history;
    }

    /**
     * A location or contact that is no longer there.
     *
     * @param by name of who said so; {@code null} when that person is not known any more
     * @param mayPutBack whether the current person may
     */
    public record Retired(
            RecordKind kind,
            UUID id,
            Object draft,
            Instant at,
            @Nullable String by,
            boolean mayPutBack) {}

    /**
     * The services that name the location or contact, by name: they go on without it. For those who
     * may write it.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("@directoryAccess.mayEditRecord(#kind, #id)")
    public List<String> usedBy(RecordKind kind, UUID id) {
        return users(kind, id).stream().map(Service::name).sorted().toList();
    }

    /**
     * Says that the location or contact is no longer there. For those who may write it.
     *
     * @throws WrongState when that was said before
     * @throws InvalidValue when a published service would be nowhere: it has no other location and
     *     serves no area
     */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditRecord(#kind, #id)")
    public void retire(RecordKind kind, UUID id) {
        if (kind == RecordKind.LOCATION) {
            users(kind, id).stream()
                    .filter(service -> service.publication() == Publication.PUBLISHED)
                    .filter(service -> isNowhereWithout(service, id))
                    .findFirst()
                    .ifPresent(
                            service -> {
                                throw new InvalidValue(
                                        "directory.retire.onlyPlace", service.name());
                            });
        }
        writer.retirePart(kind, id, currentPerson.get().id());
    }

    /**
     * Puts it back as it was. For coordinators, and for the member who retired it: what somebody
     * took out of sight to protect people is not theirs to show again.
     *
     * @throws WrongState when it was not retired
     */
    @Transactional
    @PreAuthorize("@retirementAccess.mayPutBack(#kind, #id)")
    public void putBack(RecordKind kind, UUID id) {
        writer.putBack(kind, id);
    }

    /** What the organization has retired, last first. For those who may write it. */
    @Transactional(readOnly = true)
    @PreAuthorize("@directoryAccess.mayEditOrganization(#organizationId)")
    public List<Retired> of(UUID organizationId) {
        Organization owner =
                organizations
                        .findById(organizationId)
                        .orElseThrow(() -> new NoSuchRecord(organizationId));
        Map<UUID, String> by = history.latestBy(organizationId, RecordAction.RETIRED);
        var all = new ArrayList<Retired>();
        for (Location location : owner.locations()) {
            add(
                    all,
                    RecordKind.LOCATION,
                    location.id(),
                    location.draft(),
                    location.retirement(),
                    by);
        }
        for (Contact contact : owner.contacts()) {
            add(all, RecordKind.CONTACT, contact.id(), contact.draft(), contact.retirement(), by);
        }
        all.sort(Comparator.comparing(Retired::at).reversed());
        return List.copyOf(all);
    }

    private void add(
            List<Retired> all,
            RecordKind kind,
            UUID id,
            Object draft,
            Retirement retirement,
            Map<UUID, String> by) {
        if (retirement.at() != null) {
            all.add(
                    new Retired(
                            kind,
                            id,
                            draft,
                            retirement.at(),
                            by.get(id),
                            access.mayPutBack(retirement)));
        }
    }

    private Set<Service> users(RecordKind kind, UUID id) {
        return switch (kind) {
            case LOCATION -> location(id).services();
            case CONTACT -> contact(id).services();
            default -> throw new IllegalArgumentException(kind + " is archived");
        };
    }

    private static boolean isNowhereWithout(Service service, UUID location) {
        Stream<Location> others =
                service.locations().stream()
                        .filter(place -> !place.isRetired() && !place.id().equals(location));
        return service.areas().isEmpty() && others.findAny().isEmpty();
    }

    private Location location(UUID id) {
        return locations.findById(id).orElseThrow(() -> new NoSuchRecord(id));
    }

    private Contact contact(UUID id) {
        return contacts.findById(id).orElseThrow(() -> new NoSuchRecord(id));
    }
}
