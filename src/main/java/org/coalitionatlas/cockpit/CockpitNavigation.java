package org.coalitionatlas.cockpit;

import java.util.UUID;

/** Addresses of the cockpit's screens, relative to {@code /portal/}, and of the calendar file. */
public final class CockpitNavigation {

    /** Rates, lists and counties, for coordinators. */
    public static final String COCKPIT = "cockpit";

    /** Reminders by e-mail, for coordinators. */
    public static final String REMINDERS = "cockpit/reminders";

    /** Due dates by month, for everybody. */
    public static final String CALENDAR = "calendar";

    /** The calendar as a file, from the root of the site. */
    public static final String FILE = "/portal-files/calendar.ics";

    private CockpitNavigation() {}

    /** The cockpit with one round chosen. */
    public static String round(UUID id) {
        return COCKPIT + "?round=" + id;
    }

    /** The organizations whose answer is overdue. */
    public static String overdue() {
        return COCKPIT + "?show=overdue";
    }
}
