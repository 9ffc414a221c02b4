package org.coalitionatlas.directory;

/** What a search can be narrowed by; each can be dropped again by whoever finds too little. */
public enum SearchFilter {
    /** The words typed. */
    TEXT,
    NEED,
    PHASE,
    COUNTY,
    /** A ZIP code among the words typed. */
    ZIP,
    SERVES,
    LANGUAGE,
    KIND,
    OPEN_NOW,
    ALWAYS,
    TRAINED,
    DISTANCE
}
