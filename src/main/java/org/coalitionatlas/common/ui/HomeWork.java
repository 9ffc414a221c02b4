package org.coalitionatlas.common.ui;

import java.util.List;

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
     * @param name what else the sentence names ({@code {1}}), such as a county; empty for nothing
     */
    record Line(String messageKey, long count, String path, boolean urgent, String name) {

        /** A sentence that names nothing but the number. */
        public Line(String messageKey, long count, String path, boolean urgent) {
            this(messageKey, count, path, urgent, "");
        }
    }
}
