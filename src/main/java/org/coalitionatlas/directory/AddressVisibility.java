package org.coalitionatlas.directory;

/** How much of a location's address readers without a need to know may see. */
public enum AddressVisibility {
    /** The whole address and its point on the map. */
    FULL,
    /** City, state and ZIP-free; the map shows the middle of the city. */
    CITY_ONLY,
    /** Nothing below the county: no address, no point, no distance. */
    HIDDEN
}
