package org.coalitionatlas.directory;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

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
