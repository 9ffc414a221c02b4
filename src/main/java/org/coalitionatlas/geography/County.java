package org.coalitionatlas.geography;

import java.time.ZoneId;
import java.util.List;
import org.coalitionatlas.common.DateRange;

/**
 * A county or county equivalent. Dated, because Connecticut's eight counties became nine planning
 * regions in 2022 and records from before still name the old ones.
 *
 * @param fips five digits
 * @param name with its kind: "Winnebago County", "Orleans Parish"
 * @param center centroid of its area
 * @param valid days on which the county is the statistical area of record
 * @param overlapping FIPS codes of the counties of another time that share ground with it; none for
 *     nearly all
 */
public record County(
        String fips,
        State state,
        String name,
        String kind,
        Point center,
        ZoneId zone,
        DateRange valid,
        List<String> overlapping) {

    /** Keeps what it is given. */
    public County {
        overlapping = List.copyOf(overlapping);
    }

    /** Whether it is a county of today. */
    public boolean isCurrent() {
        return valid.until() == null;
    }

    /** "Winnebago County, IL". */
    public String nameWithState() {
        return name + ", " + state.usps();
    }
}
