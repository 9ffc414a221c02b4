package org.coalitionatlas.assessment;

/** Whether a cycle takes answers. */
public enum CycleState {
    OPEN,
    /** Frozen: its answers are what later cycles are compared with. */
    CLOSED
}
