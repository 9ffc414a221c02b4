package org.coalitionatlas.directory;

/** What an import does with a new row that looks like a record of another source. */
public enum WhenAlike {
    /** It is added, with a remark. */
    ADD,
    /** It is not added, only reported. */
    REPORT,
    /**
     * When name and phone agree it is taken for that record, which keeps what it says and takes
     * over what it lacks; else it is added, with a remark.
     */
    MATCH
}
