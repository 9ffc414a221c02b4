package org.coalitionatlas.directory;

/** HSDS 3.1 {@code status} of an organization or service. */
public enum Status {
    ACTIVE,
    INACTIVE,
    DEFUNCT,
    TEMPORARILY_CLOSED;

    /**
     * What holds for a service whose organization stands there: a closed house gives no service,
     * whatever is still written at the service.
     */
    Status within(Status organization) {
        if (this == ACTIVE || organization == DEFUNCT) {
            return organization;
        }
        return this == TEMPORARILY_CLOSED && organization == INACTIVE ? INACTIVE : this;
    }
}
