package org.coalitionatlas.directory;

import org.coalitionatlas.identity.Reader;

/** Whom a record, a phone or a contact is meant for. */
public enum Audience {
    /** Anybody. */
    PUBLIC(Reader.PUBLIC),
    /** Signed-in members of the coalition's organizations. */
    MEMBERS(Reader.MEMBERS),
    /** Coordinators and administrators only. */
    COORDINATORS(Reader.COORDINATORS);

    private final Reader least;

    Audience(Reader least) {
        this.least = least;
    }

    /** Whether that reader belongs to the audience. */
    public boolean includes(Reader reader) {
        return reader.maySee(least);
    }

    /** The narrower of the two. */
    public Audience and(Audience other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
