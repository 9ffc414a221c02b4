package org.coalitionatlas.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.geography.Point;
import org.coalitionatlas.geography.ZipCode;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What must be true of a draft before it becomes a record, whoever wrote it: forms, proposals and
 * the import meet the same rules here.
 */
@Component
class DraftRules {

    private static final String DEFAULT_ZONE = "America/Chicago";

    private final Organizations organizations;
    private final Locations locations;
    private final Contacts contacts;
    private final Taxonomy taxonomy;
    private final Geography geography;
    private final Clock clock;

    DraftRules(
            Organizations organizations,
            Locations locations,
            Contacts contacts,
            Taxonomy taxonomy,
            Geography geography,
            Clock clock) {
        this.organizations = organizations;
        this.locations = locations;
        this.contacts = contacts;
        this.taxonomy = taxonomy;
        this.geography = geography;
        this.clock = clock;
    }

    /** Whether the second draft shows a confidential place that the first hides. */
    static boolean discloses(@Nullable Object before, Object after) {
        return before instanceof LocationDraft was
                && after instanceof LocationDraft is
                && was.addressVisibility() == AddressVisibility.HIDDEN
                && is.addressVisibility() != AddressVisibility.HIDDEN;
    }

    void require(OrganizationDraft draft) {
        if (taxonomy.organizationKind(draft.kind()).isEmpty()) {
            throw new InvalidValue("invalid.kind", draft.kind());
        }
        requireHeld(draft.trainings());
    }

    void require(ContactDraft draft) {
        requireHeld(draft.trainings());
    }

    // The index counts whoever has a training as trained: one that is only planned trains nobody.
    private void requireHeld(List<Training> trainings) {
        LocalDate today = LocalDate.now(clock);
        for (Training training : trainings) {
            if (training.takenOn().isAfter(today)) {
                throw new InvalidValue("invalid.training.planned", training.takenOn());
            }
        }
    }

    @Nullable Organization parent(OrganizationDraft draft, @Nullable UUID self) {
        UUID parentId = draft.parentId();
        if (parentId == null) {
            return null;
        }
        Organization parent =
                organizations.findById(parentId).orElseThrow(() -> new NoSuchRecord(parentId));
        // One level only: a parent counts once for all its programs (PRODUCT §7, R).
        boolean hasPrograms = self != null && organizations.existsByParentId(self);
        if (parentId.equals(self) || parent.parent() != null || hasPrograms) {
            throw new InvalidValue("invalid.parent", parent.name());
        }
        return parent;
    }

    /**
     * The draft as it is kept: ZIP code and point say in which county a place stands when nobody
     * does. A point is only what somebody measured; the middle of a ZIP code, which earlier
     * releases wrote down for places without one, is none.
     */
    LocationDraft placed(LocationDraft draft) {
        String zipText = draft.address().zip();
        Optional<ZipCode> zip = zipText == null ? Optional.empty() : geography.zip(zipText);
        String fips = draft.countyFips();
        if (fips != null && geography.county(fips).isEmpty()) {
            throw new InvalidValue("invalid.county", fips);
        }
        if (fips == null) {
            fips =
                    zip.map(ZipCode::county)
                            .or(
                                    () ->
                                            Optional.ofNullable(draft.point())
                                                    .flatMap(geography::countyAround))
                            .map(County::fips)
                            .orElse(null);
        }
        return new LocationDraft(
                draft.name(),
                draft.address(),
                fips,
                measured(draft.point()),
                draft.addressVisibility(),
                draft.accessibility(),
                draft.hours(),
                draft.phones());
    }

    /** The point unless it is only the middle of a ZIP code. */
    @Nullable Point measured(@Nullable Point point) {
        return point == null || geography.isZipCenter(point) ? null : point;
    }

    String zone(LocationDraft draft) {
        return Optional.ofNullable(draft.countyFips())
                .flatMap(geography::county)
                .map(County::zone)
                .or(
                        () ->
                                Optional.ofNullable(draft.address().state())
                                        .flatMap(geography::state)
                                        .map(state -> state.zone()))
                .map(Object::toString)
                .orElse(DEFAULT_ZONE);
    }

    ServiceDraft checked(ServiceDraft draft) {
        requireEach(draft.needs(), taxonomy::need, "invalid.need");
        requireEach(draft.languages(), taxonomy::language, "invalid.language");
        requireEach(draft.eligibility().accepts(), taxonomy::axisValue, "invalid.axisValue");
        requireEach(draft.eligibility().rejects(), taxonomy::axisValue, "invalid.axisValue");
        requireEach(draft.eligibility().populations(), taxonomy::population, "invalid.population");
        for (String code : draft.eligibility().accepts().codes()) {
            if (draft.eligibility().rejects().contains(code)) {
                throw new InvalidValue("invalid.acceptedAndRejected", code);
            }
        }
        Set<ServiceArea> areas = ServiceArea.normalized(draft.areas(), geography);
        return draft.serving(areas);
    }

    private static void requireEach(
            CodeSet codes,
            java.util.function.Function<String, Optional<?>> lookup,
            String messageKey) {
        for (String code : codes.codes()) {
            if (lookup.apply(code).isEmpty()) {
                throw new InvalidValue(messageKey, code);
            }
        }
    }

    Set<Location> locationsOf(Organization organization, Collection<UUID> ids) {
        Set<Location> found = ids.isEmpty() ? Set.of() : locations.findByIdIn(ids);
        return own(
                found,
                ids,
                location ->
                        location.organization() == organization
                                || location.organization().id().equals(organization.id()),
                () -> new InvalidValue("invalid.location"));
    }

    Set<Contact> contactsOf(Organization organization, Collection<UUID> ids) {
        Set<Contact> found = ids.isEmpty() ? Set.of() : contacts.findByIdIn(ids);
        return own(
                found,
                ids,
                contact -> contact.organization().id().equals(organization.id()),
                () -> new InvalidValue("invalid.contact"));
    }

    // A form must not attach another organization's confidential place or person.
    private static <T> Set<T> own(
            Set<T> found,
            Collection<UUID> ids,
            java.util.function.Predicate<T> isOwn,
            Supplier<InvalidValue> complaint) {
        if (found.size() != ids.size() || !found.stream().allMatch(isOwn)) {
            throw complaint.get();
        }
        return new HashSet<>(found);
    }
}
