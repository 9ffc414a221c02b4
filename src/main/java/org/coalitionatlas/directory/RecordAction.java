package org.coalitionatlas.directory;

/** What was done to a record, as its history tells it. */
public enum RecordAction {
    ADDED,
    REVISED,
    /** Changed as somebody had proposed; the note names them. */
    ACCEPTED,
    SUBMITTED,
    RETURNED,
    PUBLISHED,
    WITHHELD,
    ARCHIVED,
    VERIFIED,
    RESTORED,
    IMPORTED,
    MERGED,
    SEPARATED
}
