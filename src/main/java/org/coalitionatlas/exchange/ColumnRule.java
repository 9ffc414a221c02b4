package org.coalitionatlas.exchange;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one column of a file means.
 *
 * @param column its name in the header
 * @param field the field its text goes to, or {@code null} when only {@code set} and {@code words}
 *     speak
 * @param label words put before the text where several columns share a field: "Level of service"
 * @param ignore texts that mean nothing: "no phone"
 * @param set for a text (or one item of a list in the cell): fields and what they get
 * @param alone the same, only when the text is the whole cell
 * @param words for a field: codes and the words in the cell by which each is recognised
 */
public record ColumnRule(
        String column,
        @Nullable ImportField field,
        @Nullable String label,
        List<String> ignore,
        Map<String, Map<ImportField, String>> set,
        Map<String, Map<ImportField, String>> alone,
        Map<ImportField, Map<String, List<String>>> words) {

    /** The column's text goes to the field as it is. */
    public static ColumnRule plain(String column, ImportField field) {
        return new ColumnRule(column, field, null, List.of(), Map.of(), Map.of(), Map.of());
    }
}
