package org.coalitionatlas.capacity;

import org.jspecify.annotations.Nullable;

/**
 * A step of a response through its states.
 *
 * @param verb {@code OPEN}, or the name of a {@link ResponseVerb}
 * @param reason why, where a reason is asked; the versions when it was moved
 */
public record ResponseEvent(String verb, Stamp happened, @Nullable String reason) {

    /** The first of every response. */
    public static final String OPEN = "OPEN";
}
