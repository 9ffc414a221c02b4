package org.coalitionatlas.partnership;

import java.util.Locale;
import java.util.UUID;
import org.coalitionatlas.partnership.PartnershipList.Show;

/** Addresses of the room's screen, relative to {@code /portal/}. */
public final class PartnershipNavigation {

    /** The list. */
    public static final String LIST = "partnerships";

    private PartnershipNavigation() {}

    /** The list of that sort. */
    public static String list(Show show) {
        return LIST + "?show=" + code(show);
    }

    /** The list of that sort, as far as the organization takes part. */
    public static String list(Show show, UUID organization) {
        return list(show) + "&organization=" + organization;
    }

    /** How an address names what is shown. */
    public static String code(Show show) {
        return show.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
