package org.coalitionatlas.exchange;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The texts a row has for each field, and what is to be said about them. */
final class RowValues {

    private final long line;
    private final Set<ImportField> mapped;
    private final Map<ImportField, List<String>> texts = new EnumMap<>(ImportField.class);
    private final List<ImportProblem> problems = new java.util.ArrayList<>();

    RowValues(long line, Set<ImportField> mapped) {
        this.line = line;
        this.mapped = mapped;
    }

    void add(ImportField field, String text) {
        if (!text.isBlank() && mapped.contains(field)) {
            texts.computeIfAbsent(field, f -> new java.util.ArrayList<>()).add(text.strip());
        }
    }

    void report(ImportProblem problem) {
        problems.add(problem);
    }

    long line() {
        return line;
    }

    /** Whether the file speaks about the field at all. */
    boolean speaksOf(ImportField field) {
        return mapped.contains(field);
    }

    List<String> texts(ImportField field) {
        return texts.getOrDefault(field, List.of());
    }

    @Nullable String first(ImportField field) {
        List<String> found = texts(field);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** All texts of the field, one below the other; {@code null} when there is none. */
    @Nullable String joined(ImportField field) {
        List<String> found = texts(field);
        return found.isEmpty() ? null : String.join("\n", found);
    }

    List<ImportProblem> problems() {
        return problems;
    }

    /** What each field got, for a look before anything is taken. */
    Map<ImportField, String> shown() {
        var shown = new LinkedHashMap<ImportField, String>();
        texts.forEach((field, found) -> shown.put(field, String.join("; ", found)));
        return shown;
    }
}
