package org.coalitionatlas.directory;

/** Where a record stands between being written and being retired. */
public enum Publication {
    /** Seen by its own organization and by coordinators. */
    DRAFT,
    /** Seen by its audience. */
    PUBLISHED,
    /** Kept, but found by coordinators only. */
    ARCHIVED
}
