package org.coalitionatlas.exchange;

import java.util.List;
import org.coalitionatlas.common.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should know about a row.
 *
 * @param line line of the file on which the row starts
 * @param rejected whether the row was not taken because of it
 * @param field the field it is about, or {@code null} for the row as a whole
 * @param value the text that could not be used, shortened
 * @param messageKey key of the sentence
 * @param arguments what the sentence quotes
 */
public record ImportProblem(
        long line,
        boolean rejected,
        @Nullable ImportField field,
        @Nullable String value,
        String messageKey,
        List<String> arguments) {

    private static final int SHOWN = 200;

    static ImportProblem of(
            long line,
            boolean rejected,
            @Nullable ImportField field,
            @Nullable String value,
            InvalidValue problem) {
        return new ImportProblem(
                line,
                rejected,
                field,
                value == null ? null : shortened(value),
                problem.messageKey(),
                java.util.Arrays.stream(problem.arguments())
                        .map(argument -> shortened(String.valueOf(argument)))
                        .toList());
    }

    static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN - 1) + "…";
    }
}
