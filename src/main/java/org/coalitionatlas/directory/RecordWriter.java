package org.coalitionatlas.directory;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one way into the entities: checks a draft by {@link DraftRules}, writes it, and keeps the
 * history. Who may call is decided by the callers, which are all in this room.
 */
@Component
class RecordWriter {

    private final Organizations organizations;
    private final Services services;
    private final Locations locations;
    private final Contacts contacts;
    private final DraftRules rules;
    private final HiddenPlaces hiddenPlaces;
    private final RecordHistory history;
    private final TakenOutAtOnce takenOut;
    private final Clock clock;

    RecordWriter(
            Organizations organizations,
            Services services,
            Locations locations,
            Contacts contacts,
            DraftRules rules,
            HiddenPlaces hiddenPlaces,
            RecordHistory history,
            TakenOutAtOnce takenOut,
            Clock clock) {
        this.organizations = organizations;
        this.services = services;
        this.locations = locations;
        this.contacts = contacts;
        this.rules = rules;
        this.hiddenPlaces = hiddenPlaces;
        this.history = history;
        this.takenOut = takenOut;
        this.clock = clock;
    }

    /**
     * A record as it stands.
     *
     * @param publication of a location or contact: its organization's
     * @param retired whether a location or contact is no longer there
     */
    record Standing(
            RecordKind kind,
            UUID id,
            UUID organizationId,
            long version,
            Publication publication,
            boolean retired,
            Object draft) {

        String label() {
            return DraftJson.label(draft);
        }
    }

    /**
     * @throws NoSuchRecord when there is none of that kind
     */
    Standing standing(RecordKind kind, UUID id) {
        return switch (kind) {
            case ORGANIZATION -> {
                Organization organization = organization(id);
                yield new Standing(
                        kind,
                        id,
                        id,
                        organization.version(),
                        organization.publication(),
                        false,
                        organization.draft());
            }
            case SERVICE -> {
                Service service = service(id);
                yield new Standing(
                        kind,
                        id,
                        service.organization().id(),
                        service.version(),
                        service.publication(),
                        false,
                        service.draft());
            }
            case LOCATION -> {
                Location location = location(id);
                yield new Standing(
                        kind,
                        id,
                        location.organization().id(),
                        location.version(),
                        location.organization().publication(),
                        location.isRetired(),
                        location.draft());
            }
            case CONTACT -> {
                Contact contact = contact(id);
                yield new Standing(
                        kind,
                        id,
                        contact.organization().id(),
                        contact.version(),
                        contact.organization().publication(),
                        contact.isRetired(),
                        contact.draft());
            }
        };
    }

    /** Whether writing the draft over what stands shows an address that is hidden now. */
    boolean discloses(Standing standing, Object draft) {
        return hiddenPlaces.discloses(standing.organizationId(), standing.draft(), draft);
    }

    /** The same of a draft for a new record of the organization. */
    boolean disclosesAnew(UUID organizationId, Object draft) {
        return hiddenPlaces.discloses(organizationId, null, draft);
    }

    /**
     * Asks that no text of the draft names a street its organization hides; for what is written
     * without a second person.
     *
     * @param before what stands; {@code null} for a new record
     * @throws org.coalitionatlas.common.InvalidValue {@code invalid.names.<field>}
     */
    void requireNamesNothingHidden(UUID organizationId, @Nullable Object before, Object draft) {
        hiddenPlaces.of(Set.of(organizationId)).requireUnnamed(organizationId, before, draft);
    }

    /**
     * Checks a draft without writing it.
     *
     * @param organizationId the organization it belongs to; {@code null} for an organization
     * @param id the record it rewrites, {@code null} for a new one
     * @throws org.coalitionatlas.common.InvalidValue when a rule says no
     */
    void check(@Nullable UUID organizationId, @Nullable UUID id, Object draft) {
        switch (draft) {
            case OrganizationDraft organization -> {
                rules.require(organization);
                rules.parent(organization, id);
            }
            case ServiceDraft service -> {
                ServiceDraft checked = rules.checked(service);
                Organization owner = organization(Objects.requireNonNull(organizationId));
                rules.locationsOf(owner, checked.locationIds());
                rules.contactsOf(owner, checked.contactIds());
            }
            case LocationDraft location -> rules.placed(location);
            case ContactDraft contact -> rules.require(contact);
            default -> throw new IllegalArgumentException(draft.getClass().getName());
        }
    }

    /**
     * Adds a record, as a draft where its kind has one.
     *
     * @param organizationId the organization it belongs to; {@code null} for an organization
     */
    UUID add(@Nullable UUID organizationId, Object draft, @Nullable String note) {
        return switch (draft) {
            case OrganizationDraft organization -> {
                Organization made = organizations.save(made(organization, Provenance.NONE));
                yield added(RecordKind.ORGANIZATION, made.id(), made.id(), made.draft(), note);
            }
            case ServiceDraft service -> {
                Organization owner = organization(Objects.requireNonNull(organizationId));
                ServiceDraft checked = rules.checked(service);
                var made =
                        new Service(
                                owner,
                                checked,
                                rules.locationsOf(owner, checked.locationIds()),
                                rules.contactsOf(owner, checked.contactIds()),
                                Provenance.NONE,
                                clock.instant());
                owner.services().add(made);
                services.save(made);
                yield added(RecordKind.SERVICE, made.id(), owner.id(), made.draft(), note);
            }
            case LocationDraft location -> {
                Organization owner = organization(Objects.requireNonNull(organizationId));
                Location made = made(owner, location, Provenance.NONE);
                owner.locations().add(made);
                locations.save(made);
                yield added(RecordKind.LOCATION, made.id(), owner.id(), made.draft(), note);
            }
            case ContactDraft contact -> {
                Organization owner = organization(Objects.requireNonNull(organizationId));
                rules.require(contact);
                var made = new Contact(owner, contact, clock.instant());
                owner.contacts().add(made);
                contacts.save(made);
                yield added(RecordKind.CONTACT, made.id(), owner.id(), made.draft(), note);
            }
            default -> throw new IllegalArgumentException(draft.getClass().getName());
        };
    }

    /**
     * Rewrites a record; says whether anything differs.
     *
     * @param as how the history tells it: revised, restored
     */
    boolean revise(UUID id, Object draft, RecordAction as, @Nullable String note) {
        return switch (draft) {
            case OrganizationDraft organization -> revise(organization(id), organization, as, note);
            case ServiceDraft service -> revise(service(id), service, as, note);
            case LocationDraft location -> {
                Location standing = location(id);
                requireThere(standing.isRetired());
                LocationDraft before = standing.draft();
                boolean changed = revise(standing, location);
                if (changed) {
                    revised(
                            RecordKind.LOCATION,
                            id,
                            standing.organization().id(),
                            as,
                            note,
                            before,
                            standing.draft());
                }
                yield changed;
            }
            case ContactDraft contact -> {
                Contact standing = contact(id);
                requireThere(standing.isRetired());
                rules.require(contact);
                ContactDraft before = standing.draft();
                boolean changed = standing.revise(contact, clock.instant());
                if (changed) {
                    revised(
                            RecordKind.CONTACT,
                            id,
                            standing.organization().id(),
                            as,
                            note,
                            before,
                            standing.draft());
                }
                yield changed;
            }
            default -> throw new IllegalArgumentException(draft.getClass().getName());
        };
    }

    /**
     * Takes an organization or service to where the verb leads.
     *
     * @param note the reason, where one was asked for
     * @throws WrongState when the verb does not fit the record's state
     */
    void move(RecordKind kind, UUID id, RecordAction verb, @Nullable String note) {
        UUID owner;
        String label;
        switch (kind) {
            case ORGANIZATION -> {
                Organization organization = organization(id);
                organization.move(verb, clock.instant());
                owner = id;
                label = organization.name();
            }
            case SERVICE -> {
                Service service = service(id);
                service.move(verb, clock.instant());
                owner = service.organization().id();
                label = service.name();
            }
            case CONTACT -> {
                if (verb != RecordAction.WITHHELD) {
                    throw new IllegalArgumentException(verb + " does not fit a contact");
                }
                Contact contact = contact(id);
                requireThere(contact.isRetired());
                contact.withhold(clock.instant());
                owner = contact.organization().id();
                label = contact.name();
            }
            default -> throw new IllegalArgumentException(kind + " has no state of its own");
        }
        history.write(new RecordHistory.Entry(kind, id, owner, verb, label, note, null, null));
        if (verb == RecordAction.WITHHELD || verb == RecordAction.ARCHIVED) {
            takenOut.afterCommit();
        }
    }

    /**
     * Says that a location or contact is no longer there.
     *
     * @param by who says so
     * @throws WrongState when that was said before
     */
    void retirePart(RecordKind kind, UUID id, UUID by) {
        switch (kind) {
            case LOCATION -> location(id).retire(by, clock.instant());
            case CONTACT -> contact(id).retire(by, clock.instant());
            default -> throw new IllegalArgumentException(kind + " is archived");
        }
        told(standing(kind, id), RecordAction.RETIRED, null);
        takenOut.afterCommit();
    }

    /**
     * Says that a retired location or contact is there after all.
     *
     * @throws WrongState when it was not retired
     */
    void putBack(RecordKind kind, UUID id) {
        switch (kind) {
            case LOCATION -> location(id).putBack(clock.instant());
            case CONTACT -> contact(id).putBack(clock.instant());
            default -> throw new IllegalArgumentException(kind + " is published again");
        }
        told(standing(kind, id), RecordAction.PUT_BACK, null);
    }

    /** Nobody is shown where the location is, until it is let go. */
    void withholdPlace(UUID id) {
        location(id).withhold(clock.instant());
        told(standing(RecordKind.LOCATION, id), RecordAction.WITHHELD, null);
        takenOut.afterCommit();
    }

    /** The location is shown as it is written again. */
    void letGoPlace(UUID id) {
        Location place = location(id);
        place.letGo(clock.instant());
        if (place.addressVisibility() != AddressVisibility.HIDDEN) {
            told(standing(RecordKind.LOCATION, id), RecordAction.PUBLISHED, null);
        }
    }

    /** The location becomes confidential, a retired one too: it may be put back. */
    void hidePlace(UUID id) {
        Location place = location(id);
        LocationDraft before = place.draft();
        if (revise(place, before.hidden())) {
            revised(
                    RecordKind.LOCATION,
                    id,
                    place.organization().id(),
                    RecordAction.REVISED,
                    null,
                    before,
                    place.draft());
            takenOut.afterCommit();
        }
    }

    private static void requireThere(boolean retired) {
        WrongState.unless(!retired, "directory.state.retired");
    }

    /** Writes down that somebody made sure that an organization, service or contact is right. */
    void verify(RecordKind kind, UUID id, Assurance made) {
        UUID owner;
        String label;
        switch (kind) {
            case ORGANIZATION -> {
                Organization organization = organization(id);
                organization.verify(made, clock.instant());
                owner = id;
                label = organization.name();
            }
            case SERVICE -> {
                Service service = service(id);
                service.verify(made, clock.instant());
                owner = service.organization().id();
                label = service.name();
            }
            case CONTACT -> {
                Contact contact = contact(id);
                requireThere(contact.isRetired());
                contact.verify(made, clock.instant());
                owner = contact.organization().id();
                label = contact.name();
            }
            default -> throw new IllegalArgumentException(kind + " is not verified by itself");
        }
        history.write(
                new RecordHistory.Entry(
                        kind, id, owner, RecordAction.VERIFIED, label, null, null, null));
    }

    /**
     * Rewrites an organization or service because of a merge or its undoing; told in the history
     * even when no field differs.
     *
     * @param as merged or separated
     * @param note name of the other record
     */
    void become(RecordKind kind, UUID id, Object draft, RecordAction as, String note) {
        Standing before = standing(kind, id);
        switch (draft) {
            case OrganizationDraft organization -> {
                Organization standing = organization(id);
                if (!revise(standing, organization)) {
                    standing.touch(clock.instant());
                }
            }
            case ServiceDraft service -> {
                Service standing = service(id);
                ServiceDraft checked = rules.checked(service);
                Organization owner = standing.organization();
                boolean changed =
                        standing.revise(
                                checked,
                                rules.locationsOf(owner, checked.locationIds()),
                                rules.contactsOf(owner, checked.contactIds()),
                                clock.instant());
                if (!changed) {
                    standing.touch(clock.instant());
                }
            }
            default -> throw new IllegalArgumentException(draft.getClass().getName());
        }
        revised(
                kind,
                id,
                before.organizationId(),
                as,
                note,
                before.draft(),
                standing(kind, id).draft());
    }

    /** Archives the record that was merged into another. */
    void retire(RecordKind kind, UUID id, String into) {
        Standing gone = standing(kind, id);
        switch (kind) {
            case ORGANIZATION -> organization(id).move(RecordAction.ARCHIVED, clock.instant());
            case SERVICE -> service(id).move(RecordAction.ARCHIVED, clock.instant());
            default -> throw new IllegalArgumentException(kind + " is not merged by itself");
        }
        told(gone, RecordAction.MERGED, into);
    }

    /** Puts the record that was merged into another back to where it stood. */
    void comeBack(RecordKind kind, UUID id, Publication before, String from) {
        switch (kind) {
            case ORGANIZATION -> organization(id).comeBack(before, clock.instant());
            case SERVICE -> service(id).comeBack(before, clock.instant());
            default -> throw new IllegalArgumentException(kind + " is not merged by itself");
        }
        told(standing(kind, id), RecordAction.SEPARATED, from);
    }

    private void told(Standing record, RecordAction action, @Nullable String note) {
        history.write(
                new RecordHistory.Entry(
                        record.kind(),
                        record.id(),
                        record.organizationId(),
                        action,
                        record.label(),
                        note,
                        null,
                        null));
    }

    // ---- shared with the import, which finds its records in batches ----

    /** A checked organization that is not saved yet. */
    Organization made(OrganizationDraft draft, Provenance provenance) {
        rules.require(draft);
        return new Organization(draft, rules.parent(draft, null), provenance, clock.instant());
    }

    boolean revise(Organization organization, OrganizationDraft draft) {
        rules.require(draft);
        return organization.revise(draft, rules.parent(draft, organization.id()), clock.instant());
    }

    /** A checked location that is not saved yet, nor in its organization's list. */
    Location made(Organization organization, LocationDraft draft, Provenance provenance) {
        LocationDraft placed = rules.placed(draft);
        return new Location(organization, placed, rules.zone(placed), provenance, clock.instant());
    }

    boolean revise(Location location, LocationDraft draft) {
        LocationDraft placed = rules.placed(draft);
        return location.revise(placed, rules.zone(placed), clock.instant());
    }

    /**
     * A service that is not saved yet, nor in its organization's list: reading that list for each
     * row of a file would cost more than the row.
     *
     * @param checked what {@link DraftRules#checked} returned
     * @param at the locations of the draft, already found to be the organization's
     */
    Service made(
            Organization organization,
            ServiceDraft checked,
            Set<Location> at,
            Provenance provenance) {
        return new Service(organization, checked, at, Set.of(), provenance, clock.instant());
    }

    private boolean revise(
            Organization standing,
            OrganizationDraft draft,
            RecordAction as,
            @Nullable String note) {
        OrganizationDraft before = standing.draft();
        boolean changed = revise(standing, draft);
        if (changed) {
            revised(
                    RecordKind.ORGANIZATION,
                    standing.id(),
                    standing.id(),
                    as,
                    note,
                    before,
                    standing.draft());
        }
        return changed;
    }

    private boolean revise(
            Service standing, ServiceDraft draft, RecordAction as, @Nullable String note) {
        ServiceDraft before = standing.draft();
        ServiceDraft checked = rules.checked(draft);
        Organization owner = standing.organization();
        boolean changed =
                standing.revise(
                        checked,
                        rules.locationsOf(owner, checked.locationIds()),
                        rules.contactsOf(owner, checked.contactIds()),
                        clock.instant());
        if (changed) {
            revised(
                    RecordKind.SERVICE,
                    standing.id(),
                    owner.id(),
                    as,
                    note,
                    before,
                    standing.draft());
        }
        return changed;
    }

    private UUID added(
            RecordKind kind, UUID id, UUID organizationId, Object draft, @Nullable String note) {
        history.write(
                new RecordHistory.Entry(
                        kind,
                        id,
                        organizationId,
                        RecordAction.ADDED,
                        DraftJson.label(draft),
                        note,
                        null,
                        draft));
        return id;
    }

    private void revised(
            RecordKind kind,
            UUID id,
            UUID organizationId,
            RecordAction as,
            @Nullable String note,
            Object before,
            Object after) {
        history.write(
                new RecordHistory.Entry(
                        kind, id, organizationId, as, DraftJson.label(after), note, before, after));
    }

    private Organization organization(UUID id) {
        return required(organizations.findById(id), id);
    }

    private Location location(UUID id) {
        return required(locations.findById(id), id);
    }

    private Contact contact(UUID id) {
        return required(contacts.findById(id), id);
    }

    private Service service(UUID id) {
        return required(services.findById(id), id);
    }

    private static <T> T required(Optional<T> found, UUID id) {
        return found.orElseThrow(() -> new NoSuchRecord(id));
    }
}
