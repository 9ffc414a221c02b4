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
    /** A location or contact is no longer there. */
    RETIRED,
    /** A retired location or contact is there after all. */
    PUT_BACK,
    VERIFIED,
    RESTORED,
    IMPORTED,
    MERGED,
    SEPARATED
}
