package org.coalitionatlas.directory;

/**
 * What a service says about a population. "Not stated" is never shown, counted or searched as
 * "accepted" (PRODUCT §2).
 */
public enum Acceptance {
    ACCEPTED,
    NOT_ACCEPTED,
    NOT_STATED
}
