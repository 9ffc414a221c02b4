package org.coalitionatlas.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run over a file.
 *
 * @param dryRun whether it only said what it would do
 * @param rowsTotal rows of the file, {@code null} before they are counted
 * @param rowsDone rows accounted for: created, updated, unchanged or rejected
 * @param problems number of things to be said about rows
 * @param failure key of the sentence that says why it could not go on
 */
public record ImportJob(
        UUID id,
        String fileName,
        String encoding,
        RecordKind kind,
        String source,
        boolean dryRun,
        State state,
        @Nullable Long rowsTotal,
        long rowsDone,
        long created,
        long updated,
        long unchanged,
        long rejected,
        long problems,
        @Nullable String failure,
        String startedBy,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /** Where a job stands. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    /** Whether something may still happen. */
    public boolean isOpen() {
        return state == State.WAITING || state == State.RUNNING;
    }

    /** Share done, 0 to 1. */
    public double progress() {
        if (state == State.DONE) {
            return 1;
        }
        return rowsTotal == null || rowsTotal == 0
                ? 0
                : Math.min(1.0, (double) rowsDone / rowsTotal);
    }
}
