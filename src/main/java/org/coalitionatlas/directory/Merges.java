package org.coalitionatlas.directory;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.OrganizationId;
import org.coalitionatlas.common.OrganizationsMerged;
import org.coalitionatlas.common.OrganizationsSeparated;
import org.coalitionatlas.identity.CurrentPerson;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes two records one that keeps the best of both, and two again as long as neither was changed
 * since. What belongs to an organization moves along; the record that goes is archived, and its id
 * leads to the one that stays. Other rooms follow through {@link OrganizationsMerged}, {@link
 * ServicesMerged} and the events that take them back. Nothing is shown to more people than before.
 */
@Component
public class Merges {

    /** Merges a list looks at. */
    private static final int LARGEST_LIST = 500;

    private final Organizations organizations;
    private final Services services;
    private final RecordWriter writer;
    private final RecordHistory history;
    private final DraftJson json;
    private final MergeStore store;
    private final MergeParts parts;
    private final MergeProposals proposals;
    private final DuplicatePairs pairs;
    private final DirectoryAccess access;
    private final CurrentPerson currentPerson;
    private final EntityManager entities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Merges(
            Organizations organizations,
            Services services,
            RecordWriter writer,
            RecordHistory history,
            DraftJson json,
            MergeStore store,
            MergeParts parts,
            MergeProposals proposals,
            DuplicatePairs pairs,
            DirectoryAccess access,
            CurrentPerson currentPerson,
            EntityManager entities,
            ApplicationEventPublisher events,
            Clock clock) {
        this.organizations = organizations;
        this.services = services;
        this.writer = writer;
        this.history = history;
        this.json = json;
        this.store = store;
        this.parts = parts;
        this.proposals = proposals;
        this.pairs = pairs;
        this.access = access;
        this.currentPerson = currentPerson;
        this.entities = entities;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Two organizations or services side by side. For coordinators who may write both.
     *
     * @param into the one that would stay
     * @param from the one that would go
     */
    @Transactional(readOnly = true)
    @PreAuthorize("@mergeAccess.mayMerge(#kind, #into, #from)")
    public MergeCase look(RecordKind kind, UUID into, UUID from) {
        MergeCase.Side stays = side(kind, into);
        MergeCase.Side goes = side(kind, from);
        Map<String, Take> best = new TreeMap<>(json.best(kind, stays.draft(), goes.draft()));
        if (!sameOwner(kind, stays, goes)) {
            best.put("locationIds", Take.ONE);
            best.put("contactIds", Take.ONE);
        }
        if (kind == RecordKind.ORGANIZATION) {
            best.put("parentId", belongsToTheOther(stays, goes) ? Take.ONE : best(best));
        }
        best.put("audience", isWithin(audience(stays), audience(goes)) ? Take.ONE : Take.OTHER);
        Map<String, Boolean> lists =
                best.keySet().stream()
                        .collect(
                                Collectors.toMap(
                                        field -> field,
                                        field ->
                                                json.isList(stays.draft(), field)
                                                        && json.isList(goes.draft(), field)));
        return new MergeCase(kind, stays, goes, best, lists);
    }

    /**
     * The draft that takes each field from where it is said; writes nothing. For coordinators.
     *
     * @param takes a field that is not named comes from the record that stays
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public Object combined(MergeCase seen, Map<String, Take> takes) {
        Object draft = json.combined(seen.kind(), seen.stays().draft(), seen.goes().draft(), takes);
        return notUnderItself(draft, seen.stays().id(), seen.goes().id());
    }

    /**
     * Merges one record into the other. For coordinators who may write both.
     *
     * @param intoVersion of the record that stays, as it was looked at
     * @param fromVersion of the record that goes, as it was looked at
     * @param wanted what the merged record shall say
     * @return the id of the merge
     * @throws RecordChanged when one of them has changed since it was looked at
     * @throws InvalidValue {@code duplicates.problem.*} when merging would show something to more
     *     people, hide something that is published, or nest programs deeper than one level
     */
    @Transactional
    @PreAuthorize("@mergeAccess.mayMerge(#kind, #into, #from)")
    public UUID merge(
            RecordKind kind,
            UUID into,
            long intoVersion,
            UUID from,
            long fromVersion,
            Object wanted) {
        Object draft = notUnderItself(wanted, into, from);
        RecordWriter.Standing stays = writer.standing(kind, into);
        RecordWriter.Standing goes = writer.standing(kind, from);
        requireMergeable(stays, goes, draft);
        if (stays.version() != intoVersion) {
            throw new RecordChanged(into);
        }
        if (goes.version() != fromVersion) {
            throw new RecordChanged(from);
        }
        Instant now = clock.instant();
        String by = currentPerson.get().name();
        UUID id = Ids.newId();
        store.add(id, goes, stays, json.write(stays.draft()), by, now);
        if (kind == RecordKind.ORGANIZATION) {
            parts.move(id, organization(from), organization(into), now);
        }
        proposals.follow(id, goes, stays, by, now);
        writer.become(kind, into, draft, RecordAction.MERGED, goes.label());
        writer.retire(kind, from, stays.label());
        pairs.merged(from, into, by, now);
        entities.flush();
        store.done(
                id, writer.standing(kind, from).version(), writer.standing(kind, into).version());
        if (kind == RecordKind.ORGANIZATION) {
            events.publishEvent(
                    new OrganizationsMerged(
                            id, new OrganizationId(from), new OrganizationId(into)));
        } else {
            events.publishEvent(new ServicesMerged(id, from, into));
        }
        return id;
    }

    /**
     * Takes a merge back as a whole. For coordinators who may write both.
     *
     * @throws InvalidValue {@code duplicates.problem.*} saying what stands in the way
     */
    @Transactional
    @PreAuthorize("@mergeAccess.maySeparate(#mergeId)")
    public void separate(UUID mergeId) {
        MergeStore.Merge merge = store.find(mergeId).orElseThrow(() -> new NoSuchRecord(mergeId));
        if (merge.separatedBy() != null) {
            throw new InvalidValue("duplicates.problem.separated", merge.separatedBy());
        }
        RecordWriter.Standing stays = writer.standing(merge.kind(), merge.intoId());
        RecordWriter.Standing goes = writer.standing(merge.kind(), merge.fromId());
        for (RecordWriter.Standing one : List.of(stays, goes)) {
            long then = one == stays ? merge.intoVersion() : merge.fromVersion();
            if (one.version() != then) {
                throw new InvalidValue("duplicates.problem.changed", one.label());
            }
        }
        Instant now = clock.instant();
        if (merge.kind() == RecordKind.ORGANIZATION) {
            parts.bringBack(merge, organization(merge.fromId()), organization(merge.intoId()), now);
        }
        proposals.goBack(mergeId, goes);
        writer.become(
                merge.kind(),
                merge.intoId(),
                json.read(merge.kind(), merge.draftBefore()),
                RecordAction.SEPARATED,
                goes.label());
        writer.comeBack(merge.kind(), merge.fromId(), merge.fromPublication(), stays.label());
        pairs.separated(merge.fromId(), merge.intoId());
        store.separated(mergeId, currentPerson.get().name(), now);
        entities.flush();
        if (merge.kind() == RecordKind.ORGANIZATION) {
            events.publishEvent(
                    new OrganizationsSeparated(
                            mergeId,
                            new OrganizationId(merge.fromId()),
                            new OrganizationId(merge.intoId())));
        } else {
            events.publishEvent(new ServicesSeparated(mergeId, merge.fromId(), merge.intoId()));
        }
    }

    /** Merges of records the current person may write, newest first. For coordinators. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public List<MergeLine> recent(int most) {
        List<MergeLine> all = store.recent(LARGEST_LIST);
        Set<UUID> mine =
                access.editable(
                        all.stream()
                                .filter(line -> line.kind() == RecordKind.ORGANIZATION)
                                .flatMap(line -> Stream.of(line.fromId(), line.intoId()))
                                .collect(Collectors.toSet()));
        return all.stream()
                .filter(
                        line ->
                                line.kind() == RecordKind.ORGANIZATION
                                        ? mine.contains(line.fromId())
                                                && mine.contains(line.intoId())
                                        : access.mayEditService(line.fromId())
                                                && access.mayEditService(line.intoId()))
                .limit(most)
                .toList();
    }

    // ---- before ----

    private void requireMergeable(
            RecordWriter.Standing stays, RecordWriter.Standing goes, Object draft) {
        if (stays.id().equals(goes.id())) {
            throw new InvalidValue("duplicates.problem.same");
        }
        if (goes.publication() == Publication.ARCHIVED) {
            throw new InvalidValue("duplicates.problem.archived", goes.label());
        }
        boolean hides =
                goes.publication() == Publication.PUBLISHED
                        && stays.publication() != Publication.PUBLISHED;
        if (hides || stays.publication() == Publication.ARCHIVED) {
            throw new InvalidValue("duplicates.problem.hides", goes.label(), stays.label());
        }
        Audience result = audience(draft);
        if (!isWithin(result, audience(stays.draft()))
                || !isWithin(result, audience(goes.draft()))) {
            throw new InvalidValue("duplicates.problem.audience");
        }
        if (draft instanceof OrganizationDraft organization) {
            requireOneLevel(organization, stays.id(), goes.id());
            requireStillHidden(organization(goes.id()), goes, stays, organization);
        }
    }

    // A parent counts once for all its programs, and has none of its own (PRODUCT §7, R).
    private void requireOneLevel(OrganizationDraft draft, UUID stays, UUID goes) {
        boolean programs =
                Stream.of(stays, goes)
                        .flatMap(id -> organizations.findByParentId(id).stream())
                        .map(Organization::id)
                        .anyMatch(id -> !id.equals(stays) && !id.equals(goes));
        if (programs && draft.parentId() != null) {
            throw new InvalidValue("duplicates.problem.levels");
        }
    }

    // What an unpublished organization keeps out of sight would come to light under the other.
    private static void requireStillHidden(
            Organization from,
            RecordWriter.Standing goes,
            RecordWriter.Standing stays,
            OrganizationDraft draft) {
        boolean hidden =
                goes.publication() != Publication.PUBLISHED || from.status() == Status.DEFUNCT;
        boolean shown =
                stays.publication() == Publication.PUBLISHED && draft.status() != Status.DEFUNCT;
        boolean published =
                from.services().stream()
                        .anyMatch(service -> service.publication() == Publication.PUBLISHED);
        if (hidden && shown && published) {
            throw new InvalidValue("duplicates.problem.hiddenServices", goes.label());
        }
        // With a service that is published later, too.
        boolean reachable =
                from.contacts().stream()
                                .anyMatch(
                                        contact ->
                                                !contact.isRetired()
                                                        && contact.visibility()
                                                                != Audience.COORDINATORS)
                        || from.locations().stream()
                                .anyMatch(
                                        location ->
                                                !location.isRetired()
                                                        && location.shownAs()
                                                                != AddressVisibility.HIDDEN);
        if (hidden && shown && reachable) {
            throw new InvalidValue("duplicates.problem.hiddenPlaces", goes.label());
        }
    }

    // ---- one side ----

    private MergeCase.Side side(RecordKind kind, UUID id) {
        RecordWriter.Standing standing = writer.standing(kind, id);
        if (kind == RecordKind.SERVICE) {
            Service service = services.findById(id).orElseThrow(() -> new NoSuchRecord(id));
            return side(standing, service.assurance(), service.organization().name(), 0, 0, 0, 0);
        }
        if (kind != RecordKind.ORGANIZATION) {
            throw new IllegalArgumentException(kind + " is not merged by itself");
        }
        Organization organization = organization(id);
        return side(
                standing,
                organization.assurance(),
                organization.name(),
                organization.services().size(),
                organization.locations().size(),
                organization.contacts().size(),
                organizations.findByParentId(id).size());
    }

    private static MergeCase.Side side(
            RecordWriter.Standing standing,
            Assurance assurance,
            String organization,
            int services,
            int locations,
            int contacts,
            int programs) {
        return new MergeCase.Side(
                standing.id(),
                standing.organizationId(),
                standing.label(),
                organization,
                standing.publication(),
                assurance.on(),
                standing.version(),
                standing.draft(),
                services,
                locations,
                contacts,
                programs);
    }

    private static boolean sameOwner(RecordKind kind, MergeCase.Side stays, MergeCase.Side goes) {
        return kind == RecordKind.SERVICE && stays.organizationId().equals(goes.organizationId());
    }

    private static boolean belongsToTheOther(MergeCase.Side stays, MergeCase.Side goes) {
        UUID parent = ((OrganizationDraft) goes.draft()).parentId();
        return parent == null || parent.equals(stays.id());
    }

    private static Take best(Map<String, Take> best) {
        return Objects.requireNonNullElse(best.get("parentId"), Take.ONE);
    }

    private static boolean isWithin(Audience inner, Audience outer) {
        return outer.and(inner) == inner;
    }

    private static Audience audience(MergeCase.Side side) {
        return audience(side.draft());
    }

    private static Audience audience(Object draft) {
        return switch (draft) {
            case OrganizationDraft organization -> organization.audience();
            case ServiceDraft service -> service.audience();
            default -> throw new IllegalArgumentException(draft.getClass().getName());
        };
    }

    private static Object notUnderItself(Object wanted, UUID stays, UUID goes) {
        if (!(wanted instanceof OrganizationDraft draft)
                || !(stays.equals(draft.parentId()) || goes.equals(draft.parentId()))) {
            return wanted;
        }
        return new OrganizationDraft(
                draft.name(),
                draft.alternateName(),
                draft.kind(),
                draft.description(),
                draft.url(),
                draft.email(),
                null,
                draft.status(),
                draft.audience(),
                draft.phones(),
                draft.trainings());
    }

    private Organization organization(UUID id) {
        return Optional.of(id)
                .flatMap(organizations::findById)
                .orElseThrow(() -> new NoSuchRecord(id));
    }
}
