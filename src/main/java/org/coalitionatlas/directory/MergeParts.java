package org.coalitionatlas.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.common.InvalidValue;
import org.springframework.stereotype.Component;

/** What belongs to an organization and moves along when it is merged into another, and back. */
@Component
class MergeParts {

    private final Organizations organizations;
    private final MergeStore store;

    MergeParts(Organizations organizations, MergeStore store) {
        this.organizations = organizations;
        this.store = store;
    }

    void move(UUID id, Organization from, Organization into, Instant now) {
        for (Service service : List.copyOf(from.services())) {
            service.belongTo(into, now);
            into.services().add(service);
            store.moved(id, RecordKind.SERVICE.name(), service.id());
        }
        for (Location location : List.copyOf(from.locations())) {
            location.belongTo(into, now);
            into.locations().add(location);
            store.moved(id, RecordKind.LOCATION.name(), location.id());
        }
        for (Contact contact : List.copyOf(from.contacts())) {
            contact.belongTo(into, now);
            into.contacts().add(contact);
            store.moved(id, RecordKind.CONTACT.name(), contact.id());
        }
        for (Organization program : organizations.findByParentId(from.id())) {
            if (program != into) {
                program.belongTo(into, now);
                store.moved(id, RecordKind.ORGANIZATION.name(), program.id());
            }
        }
        clearParts(from);
    }

    private static void clearParts(Organization organization) {
        organization.services().clear();
        organization.locations().clear();
        organization.contacts().clear();
    }

    void bringBack(MergeStore.Merge merge, Organization from, Organization into, Instant now) {
        Set<UUID> movedServices = moved(merge, RecordKind.SERVICE);
        Set<UUID> movedLocations = moved(merge, RecordKind.LOCATION);
        Set<UUID> movedContacts = moved(merge, RecordKind.CONTACT);
        requireApart(into, movedServices, movedLocations, movedContacts);
        var back = new ArrayList<Service>();
        for (Service service : List.copyOf(into.services())) {
            if (movedServices.contains(service.id())) {
                service.belongTo(from, now);
                into.services().remove(service);
                back.add(service);
            }
        }
        from.services().addAll(back);
        for (Location location : List.copyOf(into.locations())) {
            if (movedLocations.contains(location.id())) {
                location.belongTo(from, now);
                into.locations().remove(location);
                from.locations().add(location);
            }
        }
        for (Contact contact : List.copyOf(into.contacts())) {
            if (movedContacts.contains(contact.id())) {
                contact.belongTo(from, now);
                into.contacts().remove(contact);
                from.contacts().add(contact);
            }
        }
        for (UUID program : moved(merge, RecordKind.ORGANIZATION)) {
            organizations
                    .findById(program)
                    .filter(found -> found.parent() == into)
                    .ifPresent(found -> found.belongTo(from, now));
        }
    }

    // A service must not stay behind without its place, nor take away one that is not its own.
    private static void requireApart(
            Organization into,
            Set<UUID> movedServices,
            Set<UUID> movedLocations,
            Set<UUID> movedContacts) {
        for (Service service : into.services()) {
            boolean moves = movedServices.contains(service.id());
            boolean mixed =
                    service.locations().stream()
                                    .anyMatch(place -> movedLocations.contains(place.id()) != moves)
                            || service.contacts().stream()
                                    .anyMatch(
                                            contact ->
                                                    movedContacts.contains(contact.id()) != moves);
            if (mixed) {
                throw new InvalidValue("duplicates.problem.mixed", service.name());
            }
        }
    }

    private Set<UUID> moved(MergeStore.Merge merge, RecordKind kind) {
        return new HashSet<>(store.moved(merge.id(), kind.name()));
    }
}
