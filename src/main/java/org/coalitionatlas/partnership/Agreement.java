package org.coalitionatlas.partnership;

/** How a partnership is agreed; both count as partner (PRODUCT §7). */
public enum Agreement {
    INFORMAL,
    /** A signed memorandum of understanding. */
    MOU
}
