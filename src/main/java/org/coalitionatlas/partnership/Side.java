package org.coalitionatlas.partnership;

/** The two sides of a partnership; one of them is who says so. */
public enum Side {
    /** The organization that helps. */
    PROVIDER,
    /** The member of the coalition that works with it. */
    PARTNER
}
