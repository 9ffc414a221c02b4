package org.coalitionatlas.exchange;

import static org.coalitionatlas.exchange.RecordKind.LOCATION;
import static org.coalitionatlas.exchange.RecordKind.ORGANIZATION;
import static org.coalitionatlas.exchange.RecordKind.SERVICE;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a column can be about. The label of each is {@code exchange.field.<name>}. */
public enum ImportField {
    /** The record's key in its source; by it the next import finds the record again. */
    ID(ORGANIZATION, LOCATION, SERVICE),
    /** Key of the organization in the source. */
    ORGANIZATION_ID(LOCATION, SERVICE),
    /** Keys of the locations in the source. */
    LOCATION_ID(SERVICE),
    NAME(ORGANIZATION, LOCATION, SERVICE),
    ALTERNATE_NAME(ORGANIZATION, SERVICE),
    KIND(ORGANIZATION),
    DESCRIPTION(ORGANIZATION, SERVICE),
    URL(ORGANIZATION, SERVICE),
    EMAIL(ORGANIZATION, SERVICE),
    STATUS(ORGANIZATION, SERVICE),
    PHONE(ORGANIZATION, LOCATION, SERVICE),
    /** What answers the numbers of {@link #PHONE}; a {@code PhoneType}. */
    PHONE_TYPE(ORGANIZATION, LOCATION, SERVICE),
    TOLL_FREE(ORGANIZATION, LOCATION, SERVICE),
    HOTLINE(ORGANIZATION, LOCATION, SERVICE),
    SMS(ORGANIZATION, LOCATION, SERVICE),
    TTY(ORGANIZATION, LOCATION, SERVICE),
    FAX(ORGANIZATION, LOCATION, SERVICE),
    /** A whole address in one cell. */
    ADDRESS(ORGANIZATION, LOCATION),
    LINE1(ORGANIZATION, LOCATION),
    LINE2(ORGANIZATION, LOCATION),
    CITY(ORGANIZATION, LOCATION),
    STATE(ORGANIZATION, LOCATION),
    ZIP(ORGANIZATION, LOCATION),
    ADDRESS_VISIBILITY(ORGANIZATION, LOCATION),
    COUNTY(LOCATION),
    LATITUDE(LOCATION),
    LONGITUDE(LOCATION),
    /** Both coordinates in one cell. */
    POINT(LOCATION, SERVICE),
    ACCESSIBILITY(LOCATION),
    HOURS(LOCATION, SERVICE),
    HOURS_NOTE(LOCATION, SERVICE),
    BY_APPOINTMENT(LOCATION, SERVICE),
    NEEDS(SERVICE),
    /** Areas served; of a location: by the services given there. */
    AREA_COUNTIES(LOCATION, SERVICE),
    AREA_CITIES(LOCATION, SERVICE),
    AREA_ZIPS(LOCATION, SERVICE),
    AREA_STATES(LOCATION, SERVICE),
    NATIONWIDE(LOCATION, SERVICE),
    REMOTE(SERVICE),
    LANGUAGES(SERVICE),
    INTERPRETATION(SERVICE),
    ACCEPTS(SERVICE),
    REJECTS(SERVICE),
    POPULATIONS(SERVICE),
    MIN_AGE(SERVICE),
    MAX_AGE(SERVICE),
    ELIGIBILITY_NOTE(SERVICE),
    FEES(SERVICE),
    APPLICATION(SERVICE);

    private final Set<RecordKind> kinds;

    ImportField(RecordKind... kinds) {
        this.kinds = Set.of(kinds);
    }

    /** The fields a record of that kind has. */
    public static List<ImportField> of(RecordKind kind) {
        return Arrays.stream(values()).filter(field -> field.kinds.contains(kind)).toList();
    }

    /** The field with that name in a mapping file: {@code area_counties}. */
    static Optional<ImportField> named(String name) {
        return Arrays.stream(values())
                .filter(field -> field.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** Whether a row without it is no record at all. */
    public boolean isKey() {
        return this == ID || this == ORGANIZATION_ID;
    }

    /** Whether a mapping for that kind cannot do without it. */
    public boolean isRequired(RecordKind kind) {
        return this == ID
                || (this == ORGANIZATION_ID && kind != ORGANIZATION)
                || (this == NAME && kind != LOCATION);
    }
}
