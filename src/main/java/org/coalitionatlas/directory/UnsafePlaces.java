package org.coalitionatlas.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Takes a place out of sight everywhere when somebody says that showing it is unsafe. A street
 * stands in many records: in each location with that address, whoever keeps it, and in texts.
 * Locations are shown as confidential ones meanwhile, and records whose texts name the street are
 * withheld; what was written stays as it is, so that a report found wrong leaves no trace but the
 * history's.
 */
@Component
class UnsafePlaces {

    private final Organizations organizations;
    private final Services services;
    private final Locations locations;
    private final RecordWriter writer;
    private final UnsafeStore store;

    UnsafePlaces(
            Organizations organizations,
            Services services,
            Locations locations,
            RecordWriter writer,
            UnsafeStore store) {
        this.organizations = organizations;
        this.services = services;
        this.locations = locations;
        this.writer = writer;
        this.store = store;
    }

    /** Hides the places of the reported record, and wherever else they are told. */
    void hide(UUID proposal, RecordWriter.Standing reported) {
        Organization owner = organizations.findById(reported.organizationId()).orElseThrow();
        Collection<Location> own = placesOf(reported, owner);
        Map<UUID, Location> told = new LinkedHashMap<>();
        Map<UUID, Organization> tellers = new LinkedHashMap<>();
        tellers.put(owner.id(), owner);
        for (Location place : own) {
            for (Location same : withSameStreet(place, owner)) {
                told.put(same.id(), same);
                tellers.put(same.organization().id(), same.organization());
            }
        }
        Set<StreetName> streets = streets(own);
        for (Location place : told.values()) {
            if (place.addressVisibility() != AddressVisibility.HIDDEN) {
                store.hold(proposal, RecordKind.LOCATION, place.id());
                if (!place.isWithheld()) {
                    writer.withholdPlace(place.id());
                }
            }
        }
        tellers.values().forEach(teller -> hideTexts(proposal, reported.id(), teller, streets));
    }

    /**
     * Ends what a report did to places: they are shown as before, or become confidential for good.
     * What another open report holds stays held.
     */
    void end(UUID proposal, boolean safe) {
        List<UnsafeStore.Hold> held = store.holds(proposal);
        store.letGo(proposal);
        for (UnsafeStore.Hold one : held) {
            if (one.kind() == RecordKind.LOCATION) {
                if (!safe) {
                    writer.hidePlace(one.id());
                }
                if (!store.isHeld(one.id())) {
                    writer.letGoPlace(one.id());
                }
            } else if (!safe) {
                store.keep(one.id());
            } else if (!store.isHidden(one.id()) && isWithheld(one)) {
                writer.move(one.kind(), one.id(), RecordAction.PUBLISHED, null);
            }
        }
    }

    /** Names of what the report took out of sight besides the record it is about. */
    List<RecordWriter.Standing> hiddenBy(UUID proposal) {
        return store.holds(proposal).stream()
                .map(one -> writer.standing(one.kind(), one.id()))
                .toList();
    }

    private boolean isWithheld(UnsafeStore.Hold one) {
        return writer.standing(one.kind(), one.id()).publication() == Publication.WITHHELD;
    }

    // A service without a place of its own is where its organization is.
    private Collection<Location> placesOf(RecordWriter.Standing reported, Organization owner) {
        if (reported.kind() == RecordKind.SERVICE) {
            Set<Location> own = services.findById(reported.id()).orElseThrow().locations();
            if (!own.isEmpty()) {
                return own;
            }
        }
        return owner.locations();
    }

    private Collection<Location> withSameStreet(Location place, Organization owner) {
        var same = new LinkedHashSet<Location>(List.of(place));
        StreetName street = StreetName.of(place.address());
        if (street != null) {
            String zip = street.zip();
            Stream.concat(
                            owner.locations().stream(),
                            zip == null ? Stream.of() : locations.ofZip(zip).stream())
                    .filter(other -> isAt(street, other))
                    .forEach(same::add);
        }
        return same;
    }

    private static boolean isAt(StreetName street, Location other) {
        StreetName theirs = StreetName.of(other.address());
        return theirs != null && theirs.isSame(street);
    }

    private static Set<StreetName> streets(Collection<Location> places) {
        var streets = new LinkedHashSet<StreetName>();
        places.stream()
                .map(place -> StreetName.of(place.address()))
                .filter(Objects::nonNull)
                .forEach(streets::add);
        return streets;
    }

    private void hideTexts(
            UUID proposal, UUID reported, Organization teller, Set<StreetName> streets) {
        if (!teller.id().equals(reported)
                && isHideable(teller.id(), teller.publication())
                && isNamedBy(teller, streets)) {
            withhold(proposal, RecordKind.ORGANIZATION, teller.id(), teller.publication());
        }
        for (Service service : teller.services()) {
            if (!service.id().equals(reported)
                    && isHideable(service.id(), service.publication())
                    && isNamed(service.draft(), streets)) {
                withhold(proposal, RecordKind.SERVICE, service.id(), service.publication());
            }
        }
    }

    // What an earlier report hides has to stay hidden when that one is dismissed.
    private boolean isHideable(UUID id, Publication publication) {
        return publication == Publication.PUBLISHED
                || (publication == Publication.WITHHELD && store.isHidden(id));
    }

    // Contacts and places have no state of their own: what they say is said with the organization.
    private static boolean isNamedBy(Organization teller, Set<StreetName> streets) {
        var drafts = new ArrayList<Object>();
        drafts.add(teller.draft());
        teller.contacts().stream()
                .filter(contact -> !contact.isRetired())
                .forEach(contact -> drafts.add(contact.draft()));
        teller.locations().stream()
                .filter(place -> !place.isRetired())
                .map(place -> place.isWithheld() ? place.draft().hidden() : place.draft())
                .forEach(drafts::add);
        return drafts.stream().anyMatch(draft -> isNamed(draft, streets));
    }

    private static boolean isNamed(Object draft, Set<StreetName> streets) {
        return PublicTexts.of(draft).stream()
                .anyMatch(
                        said -> streets.stream().anyMatch(street -> street.isNamedIn(said.text())));
    }

    private void withhold(UUID proposal, RecordKind kind, UUID id, Publication publication) {
        store.hold(proposal, kind, id);
        if (publication == Publication.PUBLISHED) {
            writer.move(kind, id, RecordAction.WITHHELD, null);
        }
    }
}
