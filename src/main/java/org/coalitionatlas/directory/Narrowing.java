package org.coalitionatlas.directory;

import org.jspecify.annotations.Nullable;

/**
 * A condition of a search that can be dropped by itself.
 *
 * @param value the one value that stands alone: populations are asked for together, not as
 *     alternatives; {@code null} where the values of a filter are alternatives and drop together
 */
public record Narrowing(SearchFilter filter, @Nullable String value) {

    static Narrowing of(SearchFilter filter) {
        return new Narrowing(filter, null);
    }
}
