package org.coalitionatlas.identity;

/**
 * How much of the directory somebody may see; each level sees what the levels before it see. Every
 * outward surface asks for one of these, never for a role.
 */
public enum Reader {
    /** Anybody, not signed in. */
    PUBLIC,
    /** A signed-in member of an organization. */
    MEMBERS,
    /** A coordinator or administrator. */
    COORDINATORS;

    /** Whether something meant for that audience may be shown to this reader. */
    public boolean maySee(Reader audience) {
        return compareTo(audience) >= 0;
    }
}
