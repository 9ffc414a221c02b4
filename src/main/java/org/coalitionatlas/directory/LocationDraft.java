package org.coalitionatlas.directory;

import java.util.List;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.PostalAddress;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.geography.Point;
import org.jspecify.annotations.Nullable;

/**
 * All that can be written about a location at once.
 *
 * @param countyFips the county it stands in, worked out from the ZIP code when not given
 * @param point where it stands, as somebody measured it; without one it gets no pin, and distances
 *     are reckoned from the middle of its ZIP code
 */
public record LocationDraft(
        @Nullable String name,
        PostalAddress address,
        @Nullable String countyFips,
        @Nullable Point point,
        AddressVisibility addressVisibility,
        @Nullable String accessibility,
        OpeningHours hours,
        List<PhoneLine> phones) {

    /** Tidies the texts and checks the point. */
    public LocationDraft {
        name = Texts.tidy(name, 255);
        accessibility = Texts.tidy(accessibility, 500);
        phones = List.copyOf(phones);
        if (point != null
                && (Math.abs(point.latitude()) > 90 || Math.abs(point.longitude()) > 180)) {
            throw new InvalidValue("invalid.point", point.latitude(), point.longitude());
        }
    }

    /** The same at another address; the county follows from its ZIP code, the point is unknown. */
    LocationDraft moved(PostalAddress newAddress) {
        return new LocationDraft(
                name, newAddress, null, null, addressVisibility, accessibility, hours, phones);
    }

    /** The same, kept confidential. */
    LocationDraft hidden() {
        return new LocationDraft(
                name,
                address,
                countyFips,
                point,
                AddressVisibility.HIDDEN,
                accessibility,
                hours,
                phones);
    }

    /** The same, standing at that point; the county follows from it when it is not known. */
    LocationDraft at(Point point) {
        return new LocationDraft(
                name, address, countyFips, point, addressVisibility, accessibility, hours, phones);
    }
}
