package org.coalitionatlas.common.ui;

import java.util.List;
import java.util.stream.Stream;

/**
 * Work of the signed-in person that a room wants named on the home screen. Every bean of this type
 * is asked each time the screen opens, so an answer costs a count, never a list of records.
 */
public interface HomeWork {

    /** What waits for the current person in this room; nothing when there is none. */
    List<Line> waiting();

    /**
     * One line of "my work".
     *
     * @param messageKey sentence with the number as its first argument ({@code {0}})
     * @param count how many; never 0
     * @param path where the work is done, relative to the portal: {@code review}
     * @param urgent whether it comes before the rest
     * @param more further arguments of the sentence, already in the person's language
     */
    record Line(String messageKey, long count, String path, boolean urgent, List<String> more) {

        /** A sentence that needs the number alone. */
        public Line(String messageKey, long count, String path, boolean urgent) {
            this(messageKey, count, path, urgent, List.of());
        }

        /** All arguments of the sentence. */
        public Object[] arguments() {
            return Stream.concat(Stream.of((Object) count), more.stream()).toArray();
        }
    }
}
