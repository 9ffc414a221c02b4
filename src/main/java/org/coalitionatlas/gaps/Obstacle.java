package org.coalitionatlas.gaps;

/** What keeps a service from being used today (PRODUCT §7, U). */
public enum Obstacle {
    /** Not in operation, or not published. */
    CLOSED,
    /** Full, only a waitlist, or nobody has said whether there is room. */
    NO_ROOM,
    /** Not verified within the time the coalition asks for. */
    STALE
}
