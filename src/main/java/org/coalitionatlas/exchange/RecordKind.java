package org.coalitionatlas.exchange;

/** What the rows of a file are. */
public enum RecordKind {
    ORGANIZATION,
    LOCATION,
    SERVICE
}
