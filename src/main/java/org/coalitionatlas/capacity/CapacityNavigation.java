package org.coalitionatlas.capacity;

import java.util.UUID;

/**
 * Addresses of the screens in which checklists are filled in and reviewed, relative to {@code
 * /portal/}, and of the files that are their evidence.
 */
public final class CapacityNavigation {

    /** Everybody's checklists. */
    public static final String OVERVIEW = "capacity";

    /** Members and sections in one table. */
    public static final String COALITION = OVERVIEW + "/coalition";

    /** Query parameter that names the section shown. */
    public static final String SECTION = "section";

    /** Query parameter that takes the person to an item, or to a part: {@code item/part}. */
    public static final String ITEM = "item";

    private CapacityNavigation() {}

    /** The screen of a response. */
    public static String response(UUID id) {
        return OVERVIEW + "/" + id;
    }

    /** The screen of a response, at an item. */
    public static String item(UUID id, String item) {
        return response(id) + "?" + ITEM + "=" + item;
    }

    /** What a response says: strengths, what to improve, what is not known. */
    public static String result(UUID id) {
        return response(id) + "/result";
    }

    /** A response in words for a meeting, on one page. */
    public static String board(UUID id) {
        return result(id) + "?view=board";
    }

    /** A response beside the one of another cycle. */
    public static String compare(UUID id) {
        return response(id) + "/compare";
    }

    /** A response on paper, and as a CSV file out and in. */
    public static String paper(UUID id) {
        return response(id) + "/paper";
    }

    /** The newest version of a questionnaire on paper, blank. */
    public static String blank(String instrumentCode) {
        return OVERVIEW + "/paper/" + instrumentCode;
    }

    /** Where a file is downloaded, from the root of the site. */
    public static String file(UUID id) {
        return "/portal-files/" + id;
    }
}
