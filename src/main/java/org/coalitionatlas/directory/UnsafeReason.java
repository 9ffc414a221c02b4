package org.coalitionatlas.directory;

/** Why somebody says that showing a record endangers people. */
public enum UnsafeReason {
    /** It tells where a place is that must stay confidential. */
    PLACE,
    /** It tells the name or number of somebody who can be harmed by it. */
    PERSON,
    /** Somebody who harms or exploits people is behind it or answers there. */
    CONTROL,
    OTHER
}
