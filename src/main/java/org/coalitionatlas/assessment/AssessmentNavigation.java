package org.coalitionatlas.assessment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

    /** Query parameter that names a cycle. */
    public static final String CYCLE = "cycle";

    /** Query parameter that says which rows are shown. */
    public static final String SHOW = "show";

    /** Value of {@link #SHOW}: the needs given to the person. */
    public static final String SHOW_ASSIGNED = "assigned";

    /** Query parameter that names a provider to invite. */
    public static final String PROVIDER = "provider";

    private AssessmentNavigation() {}

    /** The sheet of a county. */
    public static String worksheet(String countyFips) {
        return OVERVIEW + "/" + countyFips;
    }

    /** The sheet of a county, opened at a need. */
    public static String worksheet(String countyFips, String needCode) {
        return worksheet(countyFips) + "?" + NEED + "=" + needCode;
    }

    /** The sheet of a county in one of its cycles. */
    public static String worksheetOf(String countyFips, String cycle) {
        return worksheet(countyFips) + "?" + CYCLE + "=" + encoded(cycle);
    }

    /** The sheet of a county, with the needs given to the person. */
    public static String assigned(String countyFips) {
        return worksheet(countyFips) + "?" + SHOW + "=" + SHOW_ASSIGNED;
    }

    /** Providers invited in the latest cycle of a county. */
    public static String invitations(String countyFips) {
        return worksheet(countyFips) + "/invitations";
    }

    /** Inviting a provider in the latest cycle of a county. */
    public static String invite(String countyFips, UUID provider) {
        return invitations(countyFips) + "?" + PROVIDER + "=" + provider;
    }

    /** How a county stands beside one of its closed cycles. */
    public static String comparison(String countyFips, String cycle) {
        return worksheet(countyFips) + "/compare?" + CYCLE + "=" + encoded(cycle);
    }

    /** Partnerships and contacts held, of a provider. */
    public static String partnerships(UUID organizationId) {
        return "partnerships?organization=" + organizationId;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The directory's record of a provider. */
    public static String provider(UUID organizationId) {
        return "directory/organization/" + organizationId;
    }
}
