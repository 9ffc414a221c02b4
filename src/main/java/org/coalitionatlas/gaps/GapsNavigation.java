package org.coalitionatlas.gaps;

import java.util.UUID;

/**
 * Addresses of the screens about gaps, so that other rooms can link to the map or to one cell; and
 * the addresses gaps lead to. All are relative to {@code /portal/}.
 */
public final class GapsNavigation {

    /** The heat map of the coalition. */
    public static final String MAP = "gaps";

    /** The list of gaps. */
    public static final String LIST = MAP + "?view=list";

    private GapsNavigation() {}

    /** The map of one county. */
    public static String county(String countyFips) {
        return MAP + "?county=" + countyFips;
    }

    /** The map with the cells of that gap. */
    public static String gap(GapCode code) {
        return MAP + "?gap=" + code;
    }

    /** What stands behind one need in one county. */
    public static String cell(String countyFips, String needCode) {
        return MAP + "/" + countyFips + "/" + needCode;
    }

    /** Where somebody answers for that need: the county's assessment. */
    public static String ask(String countyFips, String needCode) {
        return "assessment/" + countyFips + "?need=" + needCode;
    }

    /** Where providers of that need are found, in whatever county. */
    public static String find(String needCode) {
        return "directory?need=" + needCode;
    }

    /** The record of an organization: partnerships, contacts and their trainings. */
    public static String organization(UUID id) {
        return "directory/organization/" + id;
    }

    /** The record of a service: verification, room, eligibility, hours, languages. */
    public static String service(UUID id) {
        return "directory/service/" + id;
    }
}
