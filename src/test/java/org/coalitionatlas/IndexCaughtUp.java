package org.coalitionatlas;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Waits until everything committed so far has reached the index. */
@TestComponent
public class IndexCaughtUp {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JdbcTemplate jdbc;

    IndexCaughtUp(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void await() {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (pending() > 0) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError(pending() + " changes have not reached the index");
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private int pending() {
        Integer count =
                jdbc.queryForObject("select count(*) from hsearch_outbox_event", Integer.class);
        return count == null ? 0 : count;
    }
}
