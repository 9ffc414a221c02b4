package org.coalitionatlas.capacity;

import org.jspecify.annotations.Nullable;

/**
 * A word was saved.
 *
 * @param answer what now stands at the place
 * @param overtaken what another person had said there meanwhile and this replaced; it is kept in
 *     the history
 */
public record Said(PlaceAnswer answer, @Nullable PlaceAnswer overtaken) {}
