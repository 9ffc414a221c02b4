package org.coalitionatlas.directory;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody searched. Says nothing about who, from where, when or in which words: free text is
 * reduced to the needs it names, and what is not a need or a county is left out here, before
 * anybody hears of it.
 *
 * @param needs codes of the needs asked for, by filter or by their own words; possibly none
 * @param countyFips the county asked for, or {@code null}
 * @param found whether there was anything
 */
public record Searched(Set<String> needs, @Nullable String countyFips, boolean found) {

    public Searched {
        needs = Set.copyOf(needs);
    }
}
