package org.coalitionatlas.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.exchange.ImportJob;
import org.coalitionatlas.exchange.ImportMapping;
import org.coalitionatlas.exchange.ImportOrder;
import org.coalitionatlas.exchange.Imports;
import org.coalitionatlas.exchange.RecordKind;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.People;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.coalitionatlas.identity.SystemActor;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Imports three files as an administrator does, then copies the very rows that came of it into an
 * empty database of the same settings by plain JDBC batches.
 */
final class ImportBench {

    private static final double LEAST_SHARE = 0.25;
    private static final int BATCH = 500;

    /** Services of the import that is not measured. */
    private static final long WARM_UP = 10_000;

    private static final List<RecordKind> ORDER =
            List.of(RecordKind.ORGANIZATION, RecordKind.LOCATION, RecordKind.SERVICE);

    /** Parents first. */
    private static final List<String> TABLES =
            List.of(
                    "organization",
                    "organization_phone",
                    "location",
                    "location_phone",
                    "service",
                    "service_area",
                    "service_phone",
                    "service_at_location");

    /** Each record that an import publishes has an entry there. */
    private static final String HISTORY = "record_change";

    private final Path scratch;
    private final long seed;
    private final long services;

    ImportBench(Path scratch, long seed, long services) {
        this.scratch = scratch;
        this.seed = seed;
        this.services = services;
    }

    void run(Report report) throws Exception {
        warmUp();
        Path files = scratch.resolve("files");
        try (var product = new BenchProduct(scratch.resolve("import"), false)) {
            DirectoryCsv.Written written = write(product, files, services);
            long bytes = 0;
            for (RecordKind kind : RecordKind.values()) {
                bytes += Files.size(DirectoryCsv.file(files, kind));
            }
            SignedIn person = administrator(product);
            var problems = new long[2];
            long start;
            long committed;
            long indexed;
            long importing;
            long indexing;
            HeapWatch heap = new HeapWatch();
            try (heap) {
                importing = processor("import");
                indexing = processor("Hibernate Search");
                start = System.nanoTime();
                for (RecordKind kind : ORDER) {
                    ImportJob job = imported(product, person, files, kind);
                    problems[0] += job.rejected();
                    problems[1] += job.problems();
                }
                committed = System.nanoTime();
                importing = processor("import") - importing;
                awaitIndex(product);
                indexed = System.nanoTime();
                indexing = processor("Hibernate Search") - indexing;
            }
            var copied = copy(product);
            double importRate = written.rows() / ((committed - start) / 1e9);
            double plainRate = written.rows() / (copied.nanos / 1e9);
            double indexedRate = written.rows() / ((indexed - start) / 1e9);
            report.title(
                    "Import: %,d organizations, %,d locations, %,d services from CSV files of %.0f MB (%,d rows in %d tables; %,d rejected, %,d remarks)"
                            .formatted(
                                    written.organizations(),
                                    written.locations(),
                                    written.services(),
                                    bytes / 1e6,
                                    copied.rows,
                                    TABLES.size() + 1,
                                    problems[0],
                                    problems[1]));
            report.table(
                    List.of("way", "seconds", "file rows/s", "share of plain"),
                    List.of(
                            row(
                                    "import, to the last commit",
                                    committed - start,
                                    importRate,
                                    plainRate),
                            row(
                                    "import, until all is found by search",
                                    indexed - start,
                                    indexedRate,
                                    plainRate),
                            row("plain JDBC batches of 500", copied.nanos, plainRate, plainRate)));
            report.line(
                    "Measured in a process that had imported up to %,d services elsewhere before"
                            .formatted(WARM_UP));
            report.line(
                    "Plain JDBC without the history of what was published: %.1f s, which is %.0f%% of the import's time"
                            .formatted(
                                    copied.nanosWithoutHistory / 1e9,
                                    100.0 * copied.nanosWithoutHistory / (committed - start)));
            report.line(
                    "Processor time: import %.1f s, index (without merges) %.1f s, plain JDBC %.1f s"
                            .formatted(importing / 1e9, indexing / 1e9, copied.processor / 1e9));
            report.line(
                    "Heap during the import: at most %d MB in use, at most %d MB left by a collection"
                            .formatted(heap.mostUsedMegabytes(), heap.mostKeptMegabytes()));
            report.verdict(
                    importRate >= LEAST_SHARE * plainRate,
                    "import at least a quarter as fast as plain JDBC batches of the same rows",
                    "%.0f%% of it at the last commit, %.0f%% with the index caught up"
                            .formatted(
                                    100 * importRate / plainRate, 100 * indexedRate / plainRate));
        }
    }

    // The copy runs last, on code that is compiled by then; the import is to begin as it does in a
    // product that has been running for a while.
    private void warmUp() throws Exception {
        Path files = scratch.resolve("files-before");
        try (var product = new BenchProduct(scratch.resolve("import-before"), false)) {
            write(product, files, Math.min(services, WARM_UP));
            SignedIn person = administrator(product);
            for (RecordKind kind : ORDER) {
                imported(product, person, files, kind);
            }
            awaitIndex(product);
        }
    }

    private DirectoryCsv.Written write(BenchProduct product, Path files, long services)
            throws IOException {
        var generator =
                new DirectoryGenerator(
                        seed,
                        LocalDate.now(),
                        product.get(Geography.class),
                        product.get(Taxonomy.class));
        return DirectoryCsv.write(files, generator.organizations(services).iterator());
    }

    private static List<String> row(String way, long nanos, double rate, double plain) {
        return List.of(
                way,
                "%.1f".formatted(nanos / 1e9),
                "%,.0f".formatted(rate),
                "%.0f%%".formatted(100 * rate / plain));
    }

    static SignedIn administrator(BenchProduct product) {
        var people = product.get(People.class);
        String email = "bench@example.org";
        SystemActor.call(
                "Bench",
                () ->
                        people.add(
                                "Bench",
                                Email.parse(email),
                                UUID.randomUUID().toString(),
                                Role.ADMINISTRATOR,
                                null,
                                Set.of()));
        return people.loadUserByUsername(email);
    }

    private static ImportJob imported(
            BenchProduct product, SignedIn person, Path files, RecordKind kind) {
        return imported(
                product, person, DirectoryCsv.file(files, kind), DirectoryCsv.mapping(kind), false);
    }

    /** Imports a file to its end; organizations that it only refers to are added. */
    static ImportJob imported(
            BenchProduct product,
            SignedIn person,
            Path file,
            ImportMapping mapping,
            boolean dryRun) {
        var imports = product.get(Imports.class);
        return SystemActor.callAs(
                person,
                () -> {
                    UUID id;
                    try (var in = Files.newInputStream(file)) {
                        id =
                                imports.start(
                                        new ImportOrder(
                                                file.getFileName().toString(),
                                                imports.store(in),
                                                mapping,
                                                true,
                                                true,
                                                dryRun));
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                    ImportJob job = imports.job(id).orElseThrow();
                    while (job.isOpen()) {
                        LockSupport.parkNanos(20_000_000);
                        job = imports.job(id).orElseThrow();
                    }
                    if (job.state() != ImportJob.State.DONE) {
                        throw new IllegalStateException(job.toString());
                    }
                    return job;
                });
    }

    private static void awaitIndex(BenchProduct product) {
        var jdbc = product.get(JdbcTemplate.class);
        while (Boolean.TRUE.equals(
                jdbc.queryForObject(
                        "select exists (select 1 from hsearch_outbox_event)", Boolean.class))) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    // What a busy machine does to the clock it does not do to this.
    private static long processor(String threads) {
        var bean = ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (long id : bean.getAllThreadIds()) {
            var info = bean.getThreadInfo(id);
            if (info != null
                    && info.getThreadName().startsWith(threads)
                    && !info.getThreadName().contains("Merge")) {
                nanos += Math.max(0, bean.getThreadCpuTime(id));
            }
        }
        return nanos;
    }

    private static final class Copied {
        private long rows;
        private long nanos;
        private long nanosWithoutHistory;
        private long processor;
    }

    // Only writing is timed; the rows are read before, one batch at a time.
    private Copied copy(BenchProduct product) throws Exception {
        Path home = scratch.resolve("plain").toAbsolutePath();
        BenchProduct.delete(home);
        Files.createDirectories(home);
        DataSource plain =
                new DriverManagerDataSource(
                        product.property("spring.datasource.url")
                                .replace(product.home().toString(), home.toString()),
                        "atlas",
                        "");
        // Kept open so that the database is not closed and opened between migration and rows.
        try (Connection into = plain.getConnection();
                Connection from = product.database().getConnection()) {
            Flyway.configure().dataSource(plain).load().migrate();
            into.setAutoCommit(false);
            from.setAutoCommit(false);
            var copied = new Copied();
            for (String table : TABLES) {
                copy(table, from, into, copied);
            }
            copied.nanosWithoutHistory = copied.nanos;
            copy(HISTORY, from, into, copied);
            return copied;
        }
    }

    private static void copy(String table, Connection from, Connection into, Copied copied)
            throws SQLException {
        var threads = ManagementFactory.getThreadMXBean();
        try (var select = from.createStatement()) {
            select.setFetchSize(BATCH);
            ResultSet rows = select.executeQuery("select * from " + table);
            int columns = rows.getMetaData().getColumnCount();
            var names = new ArrayList<String>();
            for (int i = 1; i <= columns; i++) {
                names.add(rows.getMetaData().getColumnName(i));
            }
            String sql =
                    "insert into "
                            + table
                            + " ("
                            + String.join(", ", names)
                            + ") values (?"
                            + ", ?".repeat(columns - 1)
                            + ")";
            try (var insert = into.prepareStatement(sql)) {
                var batch = new ArrayList<Object[]>(BATCH);
                boolean more = rows.next();
                while (more) {
                    var row = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        row[i] = rows.getObject(i + 1);
                    }
                    batch.add(row);
                    more = rows.next();
                    if (batch.size() == BATCH || !more) {
                        long start = System.nanoTime();
                        long busy = threads.getCurrentThreadCpuTime();
                        for (Object[] values : batch) {
                            for (int i = 0; i < columns; i++) {
                                insert.setObject(i + 1, values[i]);
                            }
                            insert.addBatch();
                        }
                        insert.executeBatch();
                        into.commit();
                        copied.nanos += System.nanoTime() - start;
                        copied.processor += threads.getCurrentThreadCpuTime() - busy;
                        copied.rows += batch.size();
                        batch.clear();
                    }
                }
            }
        }
    }
}
