package org.coalitionatlas.demand;

/** Addresses of the screens about what people look for, relative to {@code /portal/}. */
public final class DemandNavigation {

    /** Counted searches. */
    public static final String DEMAND = "demand";

    /** The saved searches of the person. */
    public static final String SAVED = "saved";

    private DemandNavigation() {}

    /** Counted searches of one county. */
    public static String demand(String countyFips) {
        return DEMAND + "?county=" + countyFips;
    }
}
