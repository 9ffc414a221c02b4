package org.coalitionatlas.assessment;

/** What is said about a need as a whole rather than about one provider. */
public enum Finding {
    /** Somebody affirmed that no provider meets the need in the county. */
    NOBODY,
    /** The need does not arise in the county; a reason is given. */
    NOT_APPLICABLE
}
