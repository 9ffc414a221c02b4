package org.coalitionatlas.directory;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records that likely are the same: asked for while somebody writes one, and as a list for
 * coordinators. How alike is decided by {@link Likeness}. {@link Merges} makes two of them one.
 */
@Component
public class Duplicates {

    /** Lookalikes shown beside a form. */
    public static final int SHOWN = 5;

    /** Open pairs a list looks at; the most alike come first. */
    static final int LARGEST_LIST = 2000;

    private final LookalikeSearch search;
    private final DuplicatePairs pairs;
    private final DuplicateScan scan;
    private final Organizations organizations;
    private final Locations locations;
    private final RecordWriter writer;
    private final DirectoryAccess access;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    Duplicates(
            LookalikeSearch search,
            DuplicatePairs pairs,
            DuplicateScan scan,
            Organizations organizations,
            Locations locations,
            RecordWriter writer,
            DirectoryAccess access,
            CurrentPerson currentPerson,
            Clock clock) {
        this.search = search;
        this.pairs = pairs;
        this.scan = scan;
        this.organizations = organizations;
        this.locations = locations;
        this.writer = writer;
        this.access = access;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    /**
     * What the organization looks like, most alike first, at most {@value #SHOWN}: only what the
     * current person may see. For whoever may write it.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<Lookalike> like(OrganizationDraft draft) {
        return some(
                search.like(
                        RecordKind.ORGANIZATION,
                        Traits.of(draft, null, List.of()),
                        currentPerson.reader(),
                        null,
                        null));
    }

    /** What a new service of the organization looks like. For those who may write it. */
    @Transactional(readOnly = true)
    @PreAuthorize("@directoryAccess.mayEditOrganization(#organizationId)")
    public List<Lookalike> like(UUID organizationId, ServiceDraft draft) {
        Organization owner =
                organizations
                        .findById(organizationId)
                        .orElseThrow(() -> new NoSuchRecord(organizationId));
        List<LocationDraft> places =
                draft.locationIds().isEmpty()
                        ? List.of()
                        : locations.findByIdIn(draft.locationIds()).stream()
                                .filter(place -> place.organization().id().equals(organizationId))
                                .map(Location::draft)
                                .toList();
        return some(
                search.like(
                        RecordKind.SERVICE,
                        Traits.of(draft, organizationId, owner.name(), places),
                        currentPerson.reader(),
                        null,
                        null));
    }

    /**
     * Which other organizations the organization looks like once it has a new location. For those
     * who may write it.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("@directoryAccess.mayEditOrganization(#organizationId)")
    public List<Lookalike> like(UUID organizationId, LocationDraft draft) {
        Organization owner =
                organizations
                        .findById(organizationId)
                        .orElseThrow(() -> new NoSuchRecord(organizationId));
        List<LocationDraft> places =
                Stream.concat(
                                owner.locations().stream()
                                        .filter(location -> !location.isRetired())
                                        .map(Location::draft),
                                Stream.of(draft))
                        .toList();
        return some(
                search.like(
                        RecordKind.ORGANIZATION,
                        Traits.of(owner.draft(), organizationId, places),
                        currentPerson.reader(),
                        organizationId,
                        null));
    }

    /**
     * Pairs of which the current person may write both records, most alike first. For coordinators.
     *
     * @param page from 0
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public Page pairs(int page, int size) {
        List<DuplicatePair> mine = mine();
        return new Page(mine.stream().skip((long) page * size).limit(size).toList(), mine.size());
    }

    /**
     * A part of the pairs.
     *
     * @param total how many there are, up to 2000
     */
    public record Page(List<DuplicatePair> pairs, int total) {}

    /** How many pairs wait for the current person. For coordinators. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public long count() {
        return mine().size();
    }

    /** The pair, if it is there and the current person may write both. For coordinators. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public Optional<DuplicatePair> pair(UUID id) {
        return pairs.find(id).filter(pair -> !editable(List.of(pair)).isEmpty());
    }

    /**
     * Says that the two are two; they are not offered again. For coordinators who may write both.
     *
     * @throws NoSuchRecord when there is no such pair for the current person
     */
    @Transactional
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public void notDuplicates(UUID pairId) {
        settle(pairId, DuplicatePairs.State.DISMISSED);
    }

    /**
     * Remembers that somebody saved a record although it looks like others: those pairs are not
     * offered for merging. Counts where the current person may write both records as a coordinator;
     * what a member or a coordinator of other counties says leaves the pair to the list.
     *
     * @param kind of all of them
     * @param told what the form showed when it asked
     */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditRecord(#kind, #id)")
    public void savedAnyway(RecordKind kind, UUID id, List<Lookalike> told) {
        if (currentPerson.get().role() == Role.MEMBER || told.isEmpty()) {
            return;
        }
        RecordWriter.Standing saved = writer.standing(kind, id);
        var one =
                new Lookalike(
                        kind,
                        id,
                        saved.organizationId(),
                        saved.label(),
                        null,
                        null,
                        saved.publication(),
                        told.getFirst().likeness());
        Set<UUID> mine =
                access.editable(
                        told.stream().map(Lookalike::organizationId).collect(Collectors.toSet()));
        pairs.apart(
                told.stream()
                        .filter(other -> other.kind() == kind && !other.id().equals(id))
                        .filter(other -> mine.contains(other.organizationId()))
                        .map(other -> DuplicatePairs.Found.of(one, other, other.likeness()))
                        .toList(),
                currentPerson.get().name(),
                clock.instant());
    }

    /** Takes that back. For coordinators who may write both. */
    @Transactional
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public void lookAgainAt(UUID pairId) {
        settle(pairId, DuplicatePairs.State.OPEN);
    }

    /** How far the search for pairs is; empty before the first. For coordinators. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public Optional<ScanProgress> progress() {
        return scan.progress();
    }

    /** Looks for pairs among all records, in the background. For coordinators. */
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public void lookForAll() {
        scan.startAll();
    }

    /** Ends the search after the records it is at. For coordinators. */
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public void stopLooking() {
        scan.cancel();
    }

    private void settle(UUID pairId, DuplicatePairs.State state) {
        DuplicatePair pair = pair(pairId).orElseThrow(() -> new NoSuchRecord(pairId));
        pairs.settle(pair.id(), state, currentPerson.get().name(), clock.instant());
    }

    private List<DuplicatePair> mine() {
        return editable(pairs.open(LARGEST_LIST));
    }

    private List<DuplicatePair> editable(Collection<DuplicatePair> found) {
        Set<UUID> mine =
                access.editable(
                        found.stream()
                                .flatMap(
                                        pair ->
                                                Stream.of(
                                                        pair.oneOrganizationId(),
                                                        pair.otherOrganizationId()))
                                .collect(Collectors.toSet()));
        return found.stream()
                .filter(
                        pair ->
                                mine.contains(pair.oneOrganizationId())
                                        && mine.contains(pair.otherOrganizationId()))
                .toList();
    }

    private static List<Lookalike> some(List<Lookalike> found) {
        return found.stream().limit(SHOWN).toList();
    }
}
