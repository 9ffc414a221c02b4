package org.coalitionatlas.geography;

import java.time.ZoneId;
import org.coalitionatlas.common.LocalText;

/**
 * A state, the District of Columbia or a territory.
 *
 * @param fips two digits
 * @param usps two letters
 * @param zone the clock most of it lives by
 */
public record State(String fips, String usps, LocalText name, ZoneId zone) {}
