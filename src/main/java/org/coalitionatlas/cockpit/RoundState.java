package org.coalitionatlas.cockpit;

/** Whether a round waits for answers. */
public enum RoundState {
    OPEN,
    /** Over: nothing in it is overdue and nobody is reminded. */
    CLOSED
}
