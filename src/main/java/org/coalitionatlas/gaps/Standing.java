package org.coalitionatlas.gaps;

/**
 * How far the coalition has come with a provider for a need, weakest link first (PRODUCT §7). Its
 * level runs from 0 to 4.
 */
public enum Standing {
    /** Somebody affirmed that there is no provider. */
    NONE,
    /** The directory lists it. */
    LISTED,
    /** Somebody of the coalition has a contact there. */
    CONTACT,
    /** Contact and partner. */
    PARTNER,
    /** Contact, partner and trained on human trafficking. */
    TRAINED_PARTNER;

    /** 0 to 4. */
    public int level() {
        return ordinal();
    }
}
