package org.coalitionatlas.verification;

/** What came of asking about one thing. */
public enum CheckAnswer {
    /** It is still as the record says. */
    RIGHT,
    /** It has changed; the record does not say so yet. */
    CHANGED,
    /** It had changed, and the record says so now. */
    CORRECTED,
    /** Nobody could be asked. */
    UNREACHED;

    /** Whether the record is right in this. */
    public boolean settles() {
        return this == RIGHT || this == CORRECTED;
    }
}
