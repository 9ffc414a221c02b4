package org.coalitionatlas.directory;

import jakarta.annotation.PreDestroy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.directory.DuplicatePairs.Found;
import org.coalitionatlas.identity.Reader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks for pairs among all records, or among those changed since it last did: {@value #PAGE}
 * records at a time, each compared with a few candidates, so that memory does not grow with the
 * directory. Page and progress are one transaction; what a stop interrupts goes on where it was.
 */
@Component
class DuplicateScan {

    /** Records of one step. */
    static final int PAGE = 200;

    private static final Logger LOG = LoggerFactory.getLogger(DuplicateScan.class);

    /** The index may follow a change by that much. */
    private static final Duration INDEX_LAG = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final LookalikeSearch search;
    private final DuplicatePairs pairs;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("duplicates").factory());
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean stopping;

    DuplicateScan(
            JdbcClient jdbc,
            LookalikeSearch search,
            DuplicatePairs pairs,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.search = search;
        this.pairs = pairs;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private record Row(
            ScanProgress.State state,
            @Nullable Instant since,
            Instant startedAt,
            @Nullable Instant finishedAt,
            RecordKind kind,
            @Nullable UUID lastId,
            long total,
            long done,
            boolean cancelAsked) {

        ScanProgress progress() {
            return new ScanProgress(state, done, total, startedAt, finishedAt);
        }
    }

    Optional<ScanProgress> progress() {
        return row().map(Row::progress);
    }

    /** Begins anew with all records, in the background, unless it is at it. */
    void startAll() {
        if (running.get()) {
            return;
        }
        transaction.executeWithoutResult(status -> begin(null));
        submit();
    }

    void cancel() {
        jdbc.sql("update duplicate_scan set cancel_asked = true where id = 1").update();
    }

    /** Goes on with what was interrupted, else looks at what changed since the last time. */
    @Scheduled(initialDelay = 60, fixedDelay = 600, timeUnit = TimeUnit.SECONDS)
    void lookAgain() {
        if (running.get()) {
            return;
        }
        Optional<Row> last = row();
        if (last.isEmpty() || last.get().state != ScanProgress.State.RUNNING) {
            Instant since = last.map(row -> row.startedAt.minus(INDEX_LAG)).orElse(null);
            transaction.executeWithoutResult(status -> begin(since));
        }
        submit();
    }

    private void submit() {
        worker.execute(
                () -> {
                    if (!running.compareAndSet(false, true)) {
                        return;
                    }
                    try {
                        run();
                    } catch (RuntimeException e) {
                        LOG.warn("The search for duplicates stopped: {}", e.toString());
                    } finally {
                        running.set(false);
                    }
                });
    }

    /** Runs from where it stands to its end. */
    void run() {
        boolean more = true;
        while (more && !stopping) {
            more = Boolean.TRUE.equals(transaction.execute(status -> step()));
        }
    }

    private boolean step() {
        Row row = row().orElseThrow();
        if (row.state != ScanProgress.State.RUNNING) {
            return false;
        }
        if (row.cancelAsked) {
            finish(ScanProgress.State.CANCELLED);
            return false;
        }
        List<UUID> ids = next(row);
        if (ids.isEmpty()) {
            if (row.kind == RecordKind.SERVICE) {
                finish(ScanProgress.State.DONE);
                return false;
            }
            jdbc.sql("update duplicate_scan set record_kind = 'SERVICE', last_id = null").update();
            return true;
        }
        var found = new ArrayList<Found>();
        for (LookalikeSearch.Known known : search.known(row.kind, ids)) {
            Lookalike one = known.record();
            if (one.publication() == Publication.ARCHIVED) {
                continue;
            }
            search.like(row.kind, known.traits(), Reader.COORDINATORS, one.id(), null).stream()
                    .map(other -> Found.of(one, other, other.likeness()))
                    .forEach(found::add);
        }
        pairs.replace(ids, found, row.startedAt, clock.instant());
        jdbc.sql(
                        "update duplicate_scan set last_id = ?, records_done = records_done + ?"
                                + " where id = 1")
                .params(Ids.bytes(ids.getLast()), ids.size())
                .update();
        return true;
    }

    private void begin(@Nullable Instant since) {
        jdbc.sql("delete from duplicate_scan").update();
        long total = count("organization", since) + count("service", since);
        jdbc.sql(
                        "insert into duplicate_scan (id, scan_state, changed_since, started_at,"
                                + " record_kind, records_total, records_done, cancel_asked) values"
                                + " (1, 'RUNNING', ?, ?, 'ORGANIZATION', ?, 0, false)")
                .param(since == null ? null : Timestamp.from(since))
                .param(Timestamp.from(clock.instant()))
                .param(total)
                .update();
    }

    private void finish(ScanProgress.State state) {
        jdbc.sql("update duplicate_scan set scan_state = ?, finished_at = ? where id = 1")
                .params(state.name(), Timestamp.from(clock.instant()))
                .update();
    }

    private long count(String table, @Nullable Instant since) {
        return jdbc.sql("select count(*) from " + table + " where updated_at > ?")
                .param(changedSince(since))
                .query(Long.class)
                .single();
    }

    private List<UUID> next(Row row) {
        String table = row.kind == RecordKind.ORGANIZATION ? "organization" : "service";
        UUID last = row.lastId == null ? new UUID(0, 0) : row.lastId;
        return jdbc.sql(
                        "select id from "
                                + table
                                + " where id > ? and updated_at > ? order by id limit ?")
                .params(Ids.bytes(last), changedSince(row.since), PAGE)
                .query((found, n) -> Ids.of(found.getBytes(1)))
                .list();
    }

    // The records' own columns hold UTC whatever the machine's clock says.
    private static LocalDateTime changedSince(@Nullable Instant since) {
        return LocalDateTime.ofInstant(since == null ? Instant.EPOCH : since, ZoneOffset.UTC);
    }

    private Optional<Row> row() {
        return jdbc.sql("select * from duplicate_scan where id = 1")
                .query(DuplicateScan::read)
                .optional();
    }

    private static Row read(ResultSet row, int n) throws SQLException {
        Timestamp since = row.getTimestamp("changed_since");
        Timestamp finished = row.getTimestamp("finished_at");
        byte @Nullable [] last = row.getBytes("last_id");
        return new Row(
                ScanProgress.State.valueOf(row.getString("scan_state")),
                since == null ? null : since.toInstant(),
                row.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                RecordKind.valueOf(row.getString("record_kind")),
                last == null ? null : Ids.of(last),
                row.getLong("records_total"),
                row.getLong("records_done"),
                row.getBoolean("cancel_asked"));
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        worker.shutdown();
        worker.awaitTermination(10, TimeUnit.SECONDS);
    }
}
