package org.coalitionatlas.verification;

/** How a try to make sure of a record ended. */
public enum AttemptOutcome {
    /** Everything was right, or was put right. */
    VERIFIED,
    /** The organization says that something has changed; that waits for a coordinator. */
    CHANGED,
    /** Nobody could be asked. */
    UNREACHED,
    /** An e-mail with a link went out. */
    ASKED
}
