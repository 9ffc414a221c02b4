package org.coalitionatlas.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.common.PostalAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The places organizations hide. Writing a hidden address down once more, for everybody to see,
 * shows it as much as showing the hidden record would (ASSURANCE, confidential places); so does a
 * hidden place that was retired.
 */
@Component
class HiddenPlaces {

    /** Streets are compared by themselves where a ZIP code is missing. */
    private static final String NO_ZIP = "00000";

    private final Locations locations;

    HiddenPlaces(Locations locations) {
        this.locations = locations;
    }

    /** Hidden places by organization, in one query. */
    static final class Found {

        private final Map<UUID, Set<Place>> places = new HashMap<>();

        private Found() {}

        /** Whether the location shows what its organization hides elsewhere. */
        boolean isShownBy(UUID organizationId, LocationDraft draft) {
            Place place = Place.of(draft.address());
            return place != null
                    && draft.addressVisibility() != AddressVisibility.HIDDEN
                    && places.getOrDefault(organizationId, Set.of()).stream()
                            .anyMatch(place::isSame);
        }
    }

    Found of(Collection<UUID> organizationIds) {
        var found = new Found();
        if (!organizationIds.isEmpty()) {
            for (Object[] row : locations.hiddenPlaces(organizationIds)) {
                Place place = Place.of((String) row[1], (String) row[2]);
                if (place != null) {
                    found.places.computeIfAbsent((UUID) row[0], id -> new HashSet<>()).add(place);
                }
            }
        }
        return found;
    }

    /**
     * Whether writing the draft shows an address that is hidden now.
     *
     * @param before what stands; {@code null} for a new record
     */
    boolean discloses(UUID organizationId, @Nullable Object before, Object draft) {
        if (!(draft instanceof LocationDraft location)) {
            return false;
        }
        return DraftRules.discloses(before, draft)
                || (!isShownAlready(before, location)
                        && of(List.of(organizationId)).isShownBy(organizationId, location));
    }

    private static boolean isShownAlready(@Nullable Object before, LocationDraft draft) {
        Place now = Place.of(draft.address());
        return before instanceof LocationDraft was
                && was.addressVisibility() != AddressVisibility.HIDDEN
                && now != null
                && now.equals(Place.of(was.address()));
    }

    private record Place(String street, @Nullable String zip) {

        static @Nullable Place of(PostalAddress address) {
            return of(address.line1(), address.zip());
        }

        static @Nullable Place of(@Nullable String line1, @Nullable String zip) {
            String street = Traits.place(line1, NO_ZIP);
            return street == null ? null : new Place(street, Traits.zip(zip));
        }

        boolean isSame(Place other) {
            return street.equals(other.street)
                    && (zip == null || other.zip == null || zip.equals(other.zip));
        }
    }
}
