package org.coalitionatlas.directory;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.geography.Point;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes records from a file, many at a time: finds those that came from the same source before by
 * their key there, changes what differs, adds what is new. Meets the rules of {@link
 * DirectoryCommands}; a row that breaks one is rejected and the others go on.
 *
 * <p>A call is one transaction. A failure of the database ends it whole; the caller then tries the
 * rows one by one. For coordinators and administrators; a coordinator's rows that touch a standing
 * organization outside their counties are rejected.
 */
@Component
public class DirectoryImport {

    /** Rows a call takes: with fewer, commits that touch each page of an index cost the most. */
    public static final int LARGEST_BATCH = 2_000;

    private final RecordWriter writer;
    private final DraftRules rules;
    private final HiddenPlaces hiddenPlaces;
    private final RecordHistory history;
    private final DirectoryAccess access;
    private final ImportedLookup imported;
    private final NewRecords newRecords;
    private final ImportLookalikes lookalikes;
    private final EntityManager entities;
    private final Clock clock;

    DirectoryImport(
            RecordWriter writer,
            DraftRules rules,
            HiddenPlaces hiddenPlaces,
            RecordHistory history,
            DirectoryAccess access,
            ImportedLookup imported,
            NewRecords newRecords,
            ImportLookalikes lookalikes,
            EntityManager entities,
            Clock clock) {
        this.writer = writer;
        this.rules = rules;
        this.hiddenPlaces = hiddenPlaces;
        this.history = history;
        this.access = access;
        this.imported = imported;
        this.newRecords = newRecords;
        this.lookalikes = lookalikes;
        this.entities = entities;
        this.clock = clock;
    }

    /** What became of a row. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        REJECTED
    }

    /**
     * What a row says, laid over what stands; fields the row does not speak about stay.
     *
     * @param <D> the kind of draft
     */
    @FunctionalInterface
    public interface Patch<D> {

        /**
         * @param standing what stands, {@code null} for a new record
         * @throws InvalidValue when the row cannot make a record
         */
        D over(@Nullable D standing);
    }

    /**
     * How a file is taken in.
     *
     * @param source name of the file family; with a record's key there, its provenance
     * @param publish whether drafts among the records are published
     * @param addMissingOrganizations whether an unknown organization is added as a draft, else the
     *     row is rejected
     * @param missingKind kind of an organization added that way
     * @param whenAlike what to do with new rows that look like records of other sources
     */
    public record Options(
            String source,
            boolean publish,
            boolean addMissingOrganizations,
            String missingKind,
            WhenAlike whenAlike) {}

    /**
     * @param place its own address, kept as a location, or {@code null}
     */
    public record OrganizationRow(
            String sourceId,
            Patch<OrganizationDraft> patch,
            @Nullable Patch<LocationDraft> place) {}

    /**
     * @param organizationId the organization's key in the source
     * @param label what to call the organization if it has to be added
     */
    public record LocationRow(
            String sourceId, String organizationId, String label, Patch<LocationDraft> patch) {}

    /**
     * @param organizationId the organization's key in the source
     * @param label what to call the organization if it has to be added
     * @param locationIds keys of its locations in the source; {@code null} leaves them as they are
     * @param point where its locations stand, for those of which that is not known
     */
    public record ServiceRow(
            String sourceId,
            String organizationId,
            String label,
            @Nullable Set<String> locationIds,
            @Nullable Point point,
            Patch<ServiceDraft> patch) {}

    /**
     * What became of a row and why.
     *
     * @param problem why it was rejected
     * @param remarks what a person should know although it was taken
     */
    public record Result(
            Outcome outcome, @Nullable InvalidValue problem, List<InvalidValue> remarks) {}

    /** Takes organizations. */
    @Transactional
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public List<Result> organizations(Options options, List<OrganizationRow> rows) {
        begin(rows);
        Map<String, Organization> standing =
                organizations(
                        options, ids(rows, OrganizationRow::sourceId), imported::organizations);
        Map<String, Location> places =
                standingLocations(options, ids(rows, row -> placeId(row.sourceId())));
        Set<UUID> editable = editable(standing.values());
        ImportLookalikes.Batch alike =
                lookalikes.batch(options, RecordKind.ORGANIZATION, rows.size() > standing.size());
        HiddenPlaces.Found hidden =
                hiddenPlaces.ofMany(standing.values().stream().map(Organization::id).toList());
        return each(
                rows,
                (row, notes) ->
                        take(options, row, standing, places, editable, alike, hidden, notes));
    }

    /** Takes locations. */
    @Transactional
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public List<Result> locations(Options options, List<LocationRow> rows) {
        begin(rows);
        Map<String, Organization> owners =
                organizations(options, ids(rows, LocationRow::organizationId), imported::owners);
        Map<String, Location> standing =
                standingLocations(options, ids(rows, LocationRow::sourceId));
        Set<UUID> editable = editable(owners.values());
        HiddenPlaces.Found hidden =
                hiddenPlaces.ofMany(owners.values().stream().map(Organization::id).toList());
        return each(
                rows,
                (row, notes) -> take(options, row, owners, standing, editable, hidden, notes));
    }

    /** Takes services. */
    @Transactional
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public List<Result> services(Options options, List<ServiceRow> rows) {
        begin(rows);
        Map<String, Organization> owners =
                organizations(options, ids(rows, ServiceRow::organizationId), imported::owners);
        Set<String> placeIds =
                rows.stream()
                        .flatMap(
                                row ->
                                        row.locationIds() == null
                                                ? java.util.stream.Stream.<String>empty()
                                                : row.locationIds().stream())
                        .collect(Collectors.toSet());
        Map<String, Location> places = standingLocations(options, placeIds);
        Set<String> keys = ids(rows, ServiceRow::sourceId);
        Map<String, Service> standing =
                byKey(
                        imported.services(options.source(), keys),
                        service -> service.provenance().sourceId());
        lookalikes.follow(options.source(), keys, standing, Service::id, imported::services);
        Set<UUID> editable = editable(owners.values());
        ImportLookalikes.Batch alike =
                lookalikes.batch(options, RecordKind.SERVICE, rows.size() > standing.size());
        var batch = new ServiceBatch(options, owners, places, standing, editable, alike);
        return each(rows, batch::take);
    }

    private interface Taking<R> {
        Outcome take(R row, Notes notes);
    }

    /** What is to be said of a row, what its record's history will tell, and what it adds. */
    private static final class Notes {

        private final NewRecords.Batch added;
        private final List<InvalidValue> remarks = new ArrayList<>();
        private final List<RecordHistory.Entry> entries = new ArrayList<>();
        private final List<RecordHistory.Entry> publications = new ArrayList<>();

        Notes(NewRecords.Batch added) {
            this.added = added;
        }

        void published(RecordKind kind, UUID id, UUID organization, String label) {
            publications.add(
                    new RecordHistory.Entry(
                            kind,
                            id,
                            organization,
                            RecordAction.PUBLISHED,
                            label,
                            null,
                            null,
                            null));
        }

        void changed(RecordKind kind, UUID id, UUID organization, Object before, Object after) {
            entries.add(
                    new RecordHistory.Entry(
                            kind,
                            id,
                            organization,
                            RecordAction.IMPORTED,
                            DraftJson.label(after),
                            null,
                            before,
                            after));
        }
    }

    private <R> List<Result> each(List<R> rows, Taking<R> taking) {
        var results = new ArrayList<Result>(rows.size());
        var changes = new ArrayList<RecordHistory.Entry>();
        var publications = new ArrayList<RecordHistory.Entry>();
        var added = new NewRecords.Batch();
        for (R row : rows) {
            var notes = new Notes(added);
            try {
                Outcome outcome = taking.take(row, notes);
                results.add(new Result(outcome, null, List.copyOf(notes.remarks)));
                changes.addAll(notes.entries);
                publications.addAll(notes.publications);
            } catch (InvalidValue problem) {
                results.add(new Result(Outcome.REJECTED, problem, List.copyOf(notes.remarks)));
            }
        }
        newRecords.insert(
                added,
                changes.stream()
                        .flatMap(change -> Stream.of(change.recordId(), change.organizationId()))
                        .collect(Collectors.toSet()));
        history.write(changes);
        history.write(publications);
        entities.flush();
        entities.clear();
        return results;
    }

    private Outcome take(
            Options options,
            OrganizationRow row,
            Map<String, Organization> standing,
            Map<String, Location> places,
            Set<UUID> editable,
            ImportLookalikes.Batch alike,
            HiddenPlaces.Found hidden,
            Notes notes) {
        Organization organization = standing.get(row.sourceId());
        if (organization != null && isOther(options, row.sourceId(), organization.provenance())) {
            return complete(options, row, organization, places, editable, hidden, notes);
        }
        boolean isNew = organization == null;
        OrganizationDraft draft =
                row.patch().over(organization == null ? null : organization.draft());
        Location place = places.get(placeId(row.sourceId()));
        LocationDraft at =
                row.place() == null
                        ? null
                        : rules.placed(row.place().over(place == null ? null : place.draft()));
        if (organization == null) {
            Optional<UUID> same =
                    alike.check(
                            () -> Traits.of(draft, null, at == null ? List.of() : List.of(at)),
                            draft.name(),
                            notes.remarks);
            if (same.isPresent()) {
                Organization found = imported.organizations(Set.of(same.get())).getFirst();
                imported.alias(options.source(), row.sourceId(), found.id());
                standing.put(row.sourceId(), found);
                editable.addAll(access.editable(Set.of(found.id())));
                return complete(options, row, found, places, editable, hidden, notes);
            }
            organization = writer.made(draft, provenance(options, row.sourceId()));
            hidden.begin(organization.id(), at);
            hidden.requireUnnamed(organization.id(), null, draft);
            notes.added.add(organization);
            standing.put(row.sourceId(), organization);
        } else {
            boolean same =
                    draft.equals(organization.draft())
                            && (at == null || (place != null && at.equals(place.draft())))
                            && !isToPublish(options, organization.publication());
            if (same) {
                return Outcome.UNCHANGED;
            }
            requireEditable(editable, organization);
            requireStaysHidden(organization, place, at);
            revise(organization, draft, hidden, notes);
        }
        if (at != null && place == null) {
            notes.added.add(
                    writer.made(organization, at, provenance(options, placeId(row.sourceId()))));
        } else if (at != null && place != null) {
            revise(place, at, notes);
        }
        if (isToPublish(options, organization.publication())) {
            organization.publish(clock.instant());
            notes.published(
                    RecordKind.ORGANIZATION,
                    organization.id(),
                    organization.id(),
                    organization.name());
        }
        return isNew ? Outcome.CREATED : Outcome.UPDATED;
    }

    // A record of another source keeps what it says and takes over what it lacks.
    private Outcome complete(
            Options options,
            OrganizationRow row,
            Organization organization,
            Map<String, Location> places,
            Set<UUID> editable,
            HiddenPlaces.Found hidden,
            Notes notes) {
        OrganizationDraft draft =
                (OrganizationDraft)
                        lookalikes.completed(
                                RecordKind.ORGANIZATION,
                                organization.draft(),
                                row.patch().over(null));
        Location place = places.get(placeId(row.sourceId()));
        LocationDraft at =
                row.place() == null
                        ? null
                        : rules.placed(row.place().over(place == null ? null : place.draft()));
        boolean known =
                at == null
                        || (place == null
                                ? ImportLookalikes.stands(organization, at)
                                : at.equals(place.draft()));
        if (known && draft.equals(organization.draft())) {
            return Outcome.UNCHANGED;
        }
        requireEditable(editable, organization);
        requireStaysHidden(organization, place, at);
        revise(organization, draft, hidden, notes);
        if (at != null && place != null) {
            revise(place, at, notes);
        } else if (at != null && !known) {
            notes.added.add(
                    writer.made(organization, at, provenance(options, placeId(row.sourceId()))));
        }
        return Outcome.UPDATED;
    }

    private static boolean isOther(Options options, String key, Provenance provenance) {
        return !provenance.equals(provenance(options, key));
    }

    private Outcome take(
            Options options,
            LocationRow row,
            Map<String, Organization> owners,
            Map<String, Location> standing,
            Set<UUID> editable,
            HiddenPlaces.Found hidden,
            Notes notes) {
        Location location = standing.get(row.sourceId());
        LocationDraft draft =
                rules.placed(row.patch().over(location == null ? null : location.draft()));
        Organization owner =
                owner(options, row.organizationId(), row.label(), owners, editable, notes);
        if (location != null) {
            if (draft.equals(location.draft())) {
                return Outcome.UNCHANGED;
            }
            requireSame(owner, location.organization());
            requireEditable(editable, location.organization());
            return revise(location, draft, notes) ? Outcome.UPDATED : Outcome.UNCHANGED;
        }
        requireEditable(editable, owner);
        if (hidden.isShownBy(owner.id(), draft)
                || !hidden.namedBy(owner.id(), null, draft).isEmpty()) {
            throw new InvalidValue("invalid.import.discloses", DraftJson.label(draft));
        }
        Location made = writer.made(owner, draft, provenance(options, row.sourceId()));
        notes.added.add(made);
        standing.put(row.sourceId(), made);
        return Outcome.CREATED;
    }

    /** What a batch of services found before it began. */
    private final class ServiceBatch {

        private final Options options;
        private final Map<String, Organization> owners;
        private final Map<String, Location> places;
        private final Map<String, Service> standing;
        private final Set<UUID> editable;
        private final ImportLookalikes.Batch alike;
        private final HiddenPlaces.Found hidden;

        ServiceBatch(
                Options options,
                Map<String, Organization> owners,
                Map<String, Location> places,
                Map<String, Service> standing,
                Set<UUID> editable,
                ImportLookalikes.Batch alike) {
            this.options = options;
            this.owners = owners;
            this.places = places;
            this.standing = standing;
            this.editable = editable;
            this.alike = alike;
            this.hidden =
                    hiddenPlaces.ofMany(owners.values().stream().map(Organization::id).toList());
        }

        Outcome take(ServiceRow row, Notes notes) {
            Service service = standing.get(row.sourceId());
            if (service != null && isOther(options, row.sourceId(), service.provenance())) {
                return complete(row, service, notes);
            }
            ServiceDraft checked =
                    rules.checked(row.patch().over(service == null ? null : service.draft()));
            Organization owner =
                    owner(options, row.organizationId(), row.label(), owners, editable, notes);
            Set<Location> at = placesOf(row, owner, service, notes);
            ServiceDraft draft =
                    checked.at(at.stream().map(Location::id).collect(Collectors.toSet()));
            if (service == null) {
                requireEditable(editable, owner);
                Optional<UUID> same =
                        alike.check(
                                () ->
                                        Traits.of(
                                                draft,
                                                owner.id(),
                                                owner.name(),
                                                at.stream().map(Location::draft).toList()),
                                draft.name(),
                                notes.remarks);
                if (same.isPresent()) {
                    Service found = imported.services(Set.of(same.get())).getFirst();
                    imported.alias(options.source(), row.sourceId(), found.id());
                    standing.put(row.sourceId(), found);
                    return complete(row, found, notes);
                }
                hidden.requireUnnamed(owner.id(), null, draft);
                Service made = writer.made(owner, draft, at, provenance(options, row.sourceId()));
                if (options.publish()) {
                    publish(made, notes);
                }
                notes.added.add(made);
                standing.put(row.sourceId(), made);
                locate(row, at, notes);
                return Outcome.CREATED;
            }
            boolean publish = isToPublish(options, service.publication());
            boolean same = draft.equals(service.draft());
            if (same && !publish && !isToLocate(row, at)) {
                return Outcome.UNCHANGED;
            }
            requireSame(owner, service.organization());
            requireEditable(editable, owner);
            if (!same) {
                ServiceDraft before = service.draft();
                hidden.requireUnnamed(owner.id(), before, draft);
                service.revise(draft, at, new HashSet<>(service.contacts()), clock.instant());
                notes.changed(RecordKind.SERVICE, service.id(), owner.id(), before, draft);
            }
            if (publish) {
                publish(service, notes);
            }
            locate(row, at, notes);
            return Outcome.UPDATED;
        }

        private void publish(Service service, Notes notes) {
            service.publish(clock.instant());
            notes.published(
                    RecordKind.SERVICE, service.id(), service.organization().id(), service.name());
        }

        // Its places and people stay: the file's belong to another organization, or are its own.
        private Outcome complete(ServiceRow row, Service service, Notes notes) {
            ServiceDraft before = service.draft();
            ServiceDraft draft =
                    rules.checked(
                                    (ServiceDraft)
                                            lookalikes.completed(
                                                    RecordKind.SERVICE,
                                                    before,
                                                    row.patch().over(null)))
                            .at(before.locationIds());
            if (draft.equals(before)) {
                return Outcome.UNCHANGED;
            }
            UUID owner = service.organization().id();
            editable.addAll(access.editable(Set.of(owner)));
            requireEditable(editable, service.organization());
            hidden.requireUnnamed(owner, before, draft);
            service.revise(
                    draft,
                    new HashSet<>(service.locations()),
                    new HashSet<>(service.contacts()),
                    clock.instant());
            notes.changed(RecordKind.SERVICE, service.id(), owner, before, draft);
            return Outcome.UPDATED;
        }

        private Set<Location> placesOf(
                ServiceRow row, Organization owner, @Nullable Service service, Notes notes) {
            Set<String> wanted = row.locationIds();
            if (wanted == null) {
                return service == null ? Set.of() : new HashSet<>(service.locations());
            }
            var found = new LinkedHashSet<Location>();
            for (String id : wanted) {
                Location place = places.get(id);
                if (place == null) {
                    notes.remarks.add(new InvalidValue("invalid.import.location", id));
                } else if (!place.organization().id().equals(owner.id())) {
                    notes.remarks.add(new InvalidValue("invalid.location"));
                } else if (!place.isRetired()) {
                    found.add(place);
                }
            }
            return found;
        }

        private boolean isUnplaced(Location place) {
            return rules.measured(place.point()) == null;
        }

        private boolean isToLocate(ServiceRow row, Set<Location> at) {
            return row.point() != null && at.stream().anyMatch(this::isUnplaced);
        }

        private void locate(ServiceRow row, Set<Location> at, Notes notes) {
            Point point = row.point();
            if (point == null) {
                return;
            }
            for (Location place : at) {
                if (isUnplaced(place)) {
                    revise(place, place.draft().at(point), notes);
                }
            }
        }
    }

    private Organization owner(
            Options options,
            String sourceId,
            String label,
            Map<String, Organization> owners,
            Set<UUID> editable,
            Notes notes) {
        Organization owner = owners.get(sourceId);
        if (owner != null) {
            return owner;
        }
        if (!options.addMissingOrganizations()) {
            throw new InvalidValue("invalid.import.organization", sourceId);
        }
        Organization made =
                writer.made(
                        OrganizationDraft.named(
                                shortened(label) + " (" + options.source() + " " + sourceId + ")",
                                options.missingKind()),
                        provenance(options, sourceId));
        notes.added.add(made);
        owners.put(sourceId, made);
        editable.add(made.id());
        notes.remarks.add(
                new InvalidValue("invalid.import.organizationAdded", sourceId, made.name()));
        return made;
    }

    private void revise(
            Organization standing,
            OrganizationDraft draft,
            HiddenPlaces.Found hidden,
            Notes notes) {
        OrganizationDraft before = standing.draft();
        hidden.requireUnnamed(standing.id(), before, draft);
        if (writer.revise(standing, draft)) {
            notes.changed(RecordKind.ORGANIZATION, standing.id(), standing.id(), before, draft);
        }
    }

    // A file must not show an address that somebody hid: that takes two people (ASSURANCE). Asked
    // before anything of the row is written.
    private void requireStaysHidden(
            Organization organization, @Nullable Location place, @Nullable LocationDraft draft) {
        LocationDraft before = place == null ? null : place.draft();
        if (draft != null && hiddenPlaces.discloses(organization.id(), before, draft)) {
            throw new InvalidValue(
                    "invalid.import.discloses", DraftJson.label(before == null ? draft : before));
        }
    }

    private boolean revise(Location standing, LocationDraft draft, Notes notes) {
        LocationDraft before = standing.draft();
        requireStaysHidden(standing.organization(), standing, draft);
        if (!writer.revise(standing, draft)) {
            return false;
        }
        notes.changed(
                RecordKind.LOCATION,
                standing.id(),
                standing.organization().id(),
                before,
                standing.draft());
        return true;
    }

    private static String shortened(String label) {
        return label.length() <= 120 ? label : label.substring(0, 120).strip() + "…";
    }

    private static boolean isToPublish(Options options, Publication publication) {
        return options.publish() && publication == Publication.DRAFT;
    }

    private static Provenance provenance(Options options, String sourceId) {
        return new Provenance(options.source(), sourceId);
    }

    // An organization's own address has no key of its own in the file.
    private static String placeId(String organizationId) {
        return organizationId + "#address";
    }

    private Set<UUID> editable(Collection<Organization> found) {
        return new HashSet<>(access.editable(found.stream().map(Organization::id).toList()));
    }

    private static void requireEditable(Set<UUID> editable, Organization organization) {
        if (!editable.contains(organization.id())) {
            throw new InvalidValue("invalid.import.notYours", organization.name());
        }
    }

    private static void requireSame(Organization owner, Organization standing) {
        if (!owner.id().equals(standing.id())) {
            throw new InvalidValue("invalid.import.moved", standing.name());
        }
    }

    private void begin(List<?> rows) {
        if (rows.size() > LARGEST_BATCH) {
            throw new IllegalArgumentException(rows.size() + " rows in one batch");
        }
        // What the batch looks up is what is written: its queries do not flush.
        entities.flush();
    }

    private Map<String, Organization> organizations(
            Options options,
            Set<String> ids,
            BiFunction<String, Set<String>, List<Organization>> lookup) {
        Map<String, Organization> standing =
                byKey(
                        lookup.apply(options.source(), ids),
                        organization -> organization.provenance().sourceId());
        lookalikes.follow(
                options.source(), ids, standing, Organization::id, imported::organizations);
        return standing;
    }

    private Map<String, Location> standingLocations(Options options, Set<String> ids) {
        return byKey(
                imported.locations(options.source(), ids),
                location -> location.provenance().sourceId());
    }

    private static <R> Set<String> ids(List<R> rows, Function<R, String> id) {
        return rows.stream().map(id).collect(Collectors.toSet());
    }

    private static <T> Map<String, T> byKey(
            Collection<T> records, Function<T, @Nullable String> key) {
        var map = new HashMap<String, T>();
        for (T record : records) {
            map.put(String.valueOf(key.apply(record)), record);
        }
        return map;
    }
}
