package org.coalitionatlas.assessment;

/** Whose words a statement is. */
public enum SaidBy {
    /** Somebody with an account. */
    PERSON,
    /** A provider that was invited to speak about itself. */
    PROVIDER
}
