package org.coalitionatlas.capacity;

import org.jspecify.annotations.Nullable;

/**
 * A word was taken.
 *
 * @param answer what now stands at the place
 * @param overtaken what had been said there meanwhile, by another person or on another screen, and
 *     this replaced; it is kept in the history
 * @param late what was said now but earlier than what stands, of which the person did not know; it
 *     is kept in the history and replaced nothing
 */
public record Said(PlaceAnswer answer, @Nullable PlaceAnswer overtaken, @Nullable Given late) {

    Said(PlaceAnswer answer, @Nullable PlaceAnswer overtaken) {
        this(answer, overtaken, null);
    }
}
