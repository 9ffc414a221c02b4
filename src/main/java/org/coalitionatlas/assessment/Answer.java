package org.coalitionatlas.assessment;

/** What somebody says to one of the three questions. A blank is no answer at all. */
public enum Answer {
    YES,
    NO,
    /** Asked, and not known: never counted as "no" (PRODUCT §7). */
    UNKNOWN
}
