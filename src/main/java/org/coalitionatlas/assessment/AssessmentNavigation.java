package org.coalitionatlas.assessment;

import java.util.UUID;

/**
 * Addresses of the assessment's screens, so that other rooms can link to a county's sheet or to one
 * need on it. All are relative to {@code /portal/}.
 */
public final class AssessmentNavigation {

    /** The coalition's counties and how far each is assessed. */
    public static final String OVERVIEW = "assessment";

    /** Query parameter that opens a need. */
    public static final String NEED = "need";

    private AssessmentNavigation() {}

    /** The sheet of a county. */
    public static String worksheet(String countyFips) {
        return OVERVIEW + "/" + countyFips;
    }

    /** The sheet of a county, opened at a need. */
    public static String worksheet(String countyFips, String needCode) {
        return worksheet(countyFips) + "?" + NEED + "=" + needCode;
    }

    /** The directory's record of a provider. */
    public static String provider(UUID organizationId) {
        return "directory/organization/" + organizationId;
    }
}
