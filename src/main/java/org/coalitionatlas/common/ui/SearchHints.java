package org.coalitionatlas.common.ui;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody may mean while typing into the search of the portal's frame. */
public interface SearchHints {

    /**
     * Suggestions, best first, in the words of that language; from memory, as this is asked while
     * somebody types.
     */
    List<Hint> hints(String typed, Locale locale);

    /**
     * A suggestion.
     *
     * @param kind what it is, in words
     * @param detail what makes it plainer, or {@code null}
     * @param path where it leads, relative to the portal
     */
    record Hint(String kind, String label, @Nullable String detail, String path) {}
}
