package org.coalitionatlas.directory;

import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.TimeZone;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Published pages show what the index holds, and the index follows a commit by a quarter of a
 * second or so. Whoever takes something out of the directory is answered when the index has
 * followed: what they were told is gone is gone for everybody.
 */
@Component
class TakenOutAtOnce {

    /** A busy index is not waited for any longer; it still follows. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private static final Duration LOOK = Duration.ofMillis(20);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate look;

    TakenOutAtOnce(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.look = new TransactionTemplate(transactions);
        // Each look has a transaction of its own: the one that has just ended would show MySQL's
        // readers the same rows for ever.
        look.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        look.setReadOnly(true);
    }

    /** Makes the running transaction end for its caller only when the index has followed it. */
    void afterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()
                || TransactionSynchronizationManager.hasResource(this)) {
            return;
        }
        TransactionSynchronizationManager.bindResource(this, Boolean.TRUE);
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void suspend() {
                        TransactionSynchronizationManager.unbindResource(TakenOutAtOnce.this);
                    }

                    @Override
                    public void resume() {
                        TransactionSynchronizationManager.bindResource(
                                TakenOutAtOnce.this, Boolean.TRUE);
                    }

                    @Override
                    public void afterCompletion(int status) {
                        TransactionSynchronizationManager.unbindResourceIfPossible(
                                TakenOutAtOnce.this);
                        if (status == STATUS_COMMITTED) {
                            await();
                        }
                    }
                });
    }

    private void await() {
        Instant latest = Instant.now().plus(LONGEST);
        while (isFollowing() && Instant.now().isBefore(latest)) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    // What an import leaves for later, and what has failed for good, is not waited for.
    private boolean isFollowing() {
        return Boolean.TRUE.equals(
                look.execute(
                        status ->
                                jdbc.query(
                                        "select 1 from hsearch_outbox_event where process_after <="
                                                + " ? and status = 'PENDING' limit 1",
                                        statement ->
                                                statement.setTimestamp(
                                                        1, Timestamp.from(Instant.now()), utc()),
                                        ResultSet::next)));
    }

    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone(ZoneOffset.UTC));
    }
}
