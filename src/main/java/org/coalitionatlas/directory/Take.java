package org.coalitionatlas.directory;

/** From which of two records the merged one takes a field. */
public enum Take {
    /** The record that stays. */
    ONE,
    /** The record that goes. */
    OTHER,
    /** Both, united: for lists. */
    BOTH
}
