package org.coalitionatlas.directory;

/** HSDS 3.1 {@code status} of an organization or service. */
public enum Status {
    ACTIVE,
    INACTIVE,
    DEFUNCT,
    TEMPORARILY_CLOSED
}
