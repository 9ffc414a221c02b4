package org.coalitionatlas.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the search for duplicates is.
 *
 * @param done records looked at
 * @param total records there were when it began
 */
public record ScanProgress(
        State state, long done, long total, Instant startedAt, @Nullable Instant finishedAt) {

    /** Where a search stands. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED
    }
}
