package org.coalitionatlas.capacity;

import java.util.UUID;

/**
 * Addresses of the screens in which checklists are filled in and reviewed, relative to {@code
 * /portal/}, and of the files that are their evidence.
 */
public final class CapacityNavigation {

    /** Everybody's checklists. */
    public static final String OVERVIEW = "capacity";

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

    /** Where a file is downloaded, from the root of the site. */
    public static String file(UUID id) {
        return "/portal-files/" + id;
    }
}
