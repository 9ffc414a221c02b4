package org.coalitionatlas.identity;

/** What a person does in the coalition. */
public enum Role {
    /** Keeps people, counties and reference data; sees everything. */
    ADMINISTRATOR,
    /** Coordinates one or more counties. */
    COORDINATOR,
    /** Speaks for one organization. */
    MEMBER;

    /** The Spring Security authority: {@code ROLE_COORDINATOR}. */
    public String authority() {
        return "ROLE_" + name();
    }
}
