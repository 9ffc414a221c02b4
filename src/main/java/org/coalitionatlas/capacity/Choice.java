package org.coalitionatlas.capacity;

/** The answers an item offers that is not a narrative. */
public enum Choice {
    YES,
    IN_PROGRESS,
    NO,
    NOT_APPLICABLE,
    /** Said, and different from not answered. */
    DONT_KNOW
}
