package org.coalitionatlas.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.directory.PublicTexts.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The places organizations hide, and those that are out of sight until a coordinator has looked at
 * a report. Writing a hidden address down once more, in another location or in the midst of a text,
 * shows it as much as showing the hidden record would (ASSURANCE, confidential places); so does a
 * hidden place that was retired.
 */
@Component
class HiddenPlaces {

    private final Locations locations;

    HiddenPlaces(Locations locations) {
        this.locations = locations;
    }

    /** Hidden places by organization: read together for those known before, else one by one. */
    static final class Found {

        private final Locations locations;
        private final Map<UUID, Set<StreetName>> places = new HashMap<>();

        private Found(Locations locations) {
            this.locations = locations;
        }

        private void read(Collection<UUID> organizationIds) {
            organizationIds.forEach(id -> places.put(id, new HashSet<>()));
            if (!organizationIds.isEmpty()) {
                keep(locations.hiddenPlaces(organizationIds));
            }
        }

        private void readWritten(Collection<UUID> organizationIds) {
            organizationIds.forEach(id -> places.put(id, new HashSet<>()));
            for (List<UUID> some : ImportedLookup.chunks(organizationIds)) {
                keep(locations.writtenHiddenPlaces(some));
            }
        }

        private void keep(List<Object[]> rows) {
            for (Object[] row : rows) {
                StreetName street = StreetName.of((String) row[1], (String) row[2]);
                if (street != null) {
                    of((UUID) row[0]).add(street);
                }
            }
        }

        /** A new organization that keeps that place, or none yet. */
        void begin(UUID organizationId, @Nullable LocationDraft place) {
            places.put(organizationId, new HashSet<>());
            if (place != null && place.addressVisibility() == AddressVisibility.HIDDEN) {
                StreetName street = StreetName.of(place.address());
                if (street != null) {
                    of(organizationId).add(street);
                }
            }
        }

        /** Whether the location shows what its organization hides elsewhere. */
        boolean isShownBy(UUID organizationId, LocationDraft draft) {
            StreetName street = StreetName.of(draft.address());
            return street != null
                    && draft.addressVisibility() != AddressVisibility.HIDDEN
                    && of(organizationId).stream().anyMatch(street::isSame);
        }

        /**
         * Asks that no text of the draft names what its organization hides, unless it did before.
         *
         * @throws InvalidValue {@code invalid.names.<field>}
         */
        void requireUnnamed(UUID organizationId, @Nullable Object before, Object draft) {
            for (String field : namedBy(organizationId, before, draft)) {
                throw new InvalidValue("invalid.names." + field);
            }
        }

        /**
         * The texts of a draft that name what its organization hides and did not before.
         *
         * @param before what stands; {@code null} for a new record
         * @return their fields, as {@link PublicTexts} names them
         */
        Set<String> namedBy(UUID organizationId, @Nullable Object before, Object draft) {
            Set<StreetName> hidden = of(organizationId);
            var fields = new LinkedHashSet<String>();
            if (hidden.isEmpty()) {
                return fields;
            }
            List<Said> was = before == null ? List.of() : PublicTexts.of(before);
            for (Said said : PublicTexts.of(draft)) {
                for (StreetName street : hidden) {
                    if (street.isNamedIn(said.text())
                            && was.stream()
                                    .filter(one -> one.field().equals(said.field()))
                                    .noneMatch(one -> street.isNamedIn(one.text()))) {
                        fields.add(said.field());
                    }
                }
            }
            return fields;
        }

        private Set<StreetName> of(UUID organizationId) {
            if (!places.containsKey(organizationId)) {
                read(List.of(organizationId));
            }
            return Objects.requireNonNull(places.get(organizationId));
        }
    }

    Found of(Collection<UUID> organizationIds) {
        var found = new Found(locations);
        found.read(organizationIds);
        return found;
    }

    /** The same for many, of a caller that has written all it changed. */
    Found ofMany(Collection<UUID> organizationIds) {
        var found = new Found(locations);
        found.readWritten(organizationIds);
        return found;
    }

    /**
     * Whether writing the draft shows an address that is hidden now.
     *
     * @param before what stands; {@code null} for a new record
     */
    boolean discloses(UUID organizationId, @Nullable Object before, Object draft) {
        if (DraftRules.discloses(before, draft)) {
            return true;
        }
        Found found = of(List.of(organizationId));
        return !found.namedBy(organizationId, before, draft).isEmpty()
                || (draft instanceof LocationDraft location
                        && !isShownAlready(before, location)
                        && found.isShownBy(organizationId, location));
    }

    private static boolean isShownAlready(@Nullable Object before, LocationDraft draft) {
        StreetName now = StreetName.of(draft.address());
        return before instanceof LocationDraft was
                && was.addressVisibility() != AddressVisibility.HIDDEN
                && now != null
                && now.equals(StreetName.of(was.address()));
    }
}
