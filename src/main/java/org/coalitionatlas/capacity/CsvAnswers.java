package org.coalitionatlas.capacity;

import java.util.List;
import java.util.Map;

/**
 * What a filled-in CSV file says.
 *
 * @param given the answers that can be taken, by place in the order of the file; a place without an
 *     answer, a note or a mark is not there, and what stands there stays
 * @param olderVersions the version of the form, for places filled in on an older one
 * @param problems rows and cells that cannot
 * @param rows rows after the header
 */
public record CsvAnswers(
        Map<AnswerKey, Given> given,
        Map<AnswerKey, Integer> olderVersions,
        List<Problem> problems,
        int rows) {

    /**
     * Something in the file that cannot be taken.
     *
     * @param line 1-based line of the file, 0 for the file as a whole
     * @param column key of the column's name in the message bundles, or of the row as a whole
     * @param messageKey key of the sentence that says why
     * @param arguments what that sentence quotes
     */
    public record Problem(long line, String column, String messageKey, List<Object> arguments) {}
}
