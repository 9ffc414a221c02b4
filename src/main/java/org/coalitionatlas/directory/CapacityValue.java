package org.coalitionatlas.directory;

/** Whether a service has room now; the values of FHIR SDOH capacity. */
public enum CapacityValue {
    CAPACITY,
    ASK_FIRST,
    WAITLIST,
    NO_CAPACITY;

    /** Whether a person could be taken in: room, or somebody says so when asked (PRODUCT §7, U). */
    public boolean mayHaveRoom() {
        return this == CAPACITY || this == ASK_FIRST;
    }
}
