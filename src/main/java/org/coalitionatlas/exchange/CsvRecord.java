package org.coalitionatlas.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file.
 *
 * @param line 1-based line of the file on which the row starts
 * @param cells its values; empty when the row cannot be read
 * @param problemKey key of the sentence that says why it cannot be read, or {@code null}
 * @param problemArguments what that sentence quotes
 */
public record CsvRecord(
        long line, List<String> cells, @Nullable String problemKey, List<Object> problemArguments) {

    static CsvRecord of(long line, List<String> cells) {
        return new CsvRecord(line, cells, null, List.of());
    }

    static CsvRecord broken(long line, String problemKey, Object... arguments) {
        return new CsvRecord(line, List.of(), problemKey, List.of(arguments));
    }

    /** Whether the row could be read. */
    public boolean isReadable() {
        return problemKey == null;
    }
}
