package org.coalitionatlas.capacity;

/** How far a response has come. */
public enum ResponseState {
    /** The organization fills it in. */
    IN_PROGRESS,
    /** Handed to the coordinator. */
    SUBMITTED,
    /** Handed back with comments; the organization goes on. */
    RETURNED,
    /** Reviewed, and right. */
    ACCEPTED,
    /** Its cycle is over; it stays as it is. */
    CLOSED;

    /** Whether the organization writes in it. */
    public boolean isOpen() {
        return this == IN_PROGRESS || this == RETURNED;
    }
}
