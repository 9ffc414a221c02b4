package org.coalitionatlas.bench;

import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coalitionatlas.directory.Duplicates;
import org.coalitionatlas.directory.ScanProgress;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.SystemActor;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.hibernate.search.mapper.orm.Search;

/**
 * Looks for duplicates among all organizations, in a directory of 5,000 and of 20,000, beside a
 * loop that only reads the same rows: what one record costs must not grow with the directory.
 */
final class DuplicateBench {

    private static final int FEW = 5_000;
    private static final int MANY = 20_000;
    private static final double MOST_GROWTH = 1.5;
    private static final long PAUSE_MILLIS = 50;
    private static final long PATIENCE_SECONDS = 1_200;

    private final Path home;
    private final long seed;

    DuplicateBench(Path home, long seed) {
        this.home = home;
        this.seed = seed;
    }

    private record Run(int organizations, double seconds, double reading, long statements) {

        double perRecordMillis() {
            return seconds * 1e3 / organizations;
        }

        List<String> row() {
            return List.of(
                    "%,d organizations".formatted(organizations),
                    "%.1f".formatted(seconds),
                    "%.2f".formatted(perRecordMillis()),
                    "%.2f".formatted((double) statements / organizations),
                    "%.2f".formatted(reading),
                    "%.0f".formatted(seconds / reading));
        }
    }

    void run(Report report) throws Exception {
        try (var product = new BenchProduct(home, true)) {
            // Once before, so that what is measured is not the compiler.
            add(product, 0, FEW);
            scan(product);
            Run few = measure(product, FEW);
            add(product, FEW, MANY);
            Run many;
            var heap = new HeapWatch();
            try (heap) {
                many = measure(product, MANY);
            }
            long kept = heap.mostKeptMegabytes();
            report.title("Duplicates among organizations, each compared with at most 25");
            report.table(
                    List.of(
                            "directory",
                            "seconds",
                            "ms each",
                            "SQL each",
                            "only read, s",
                            "times reading"),
                    List.of(few.row(), many.row()));
            report.line("Heap: at most %d MB left by a collection".formatted(kept));
            double growth = many.perRecordMillis() / few.perRecordMillis();
            report.verdict(
                    growth <= MOST_GROWTH,
                    "a record costs the same in a directory four times as large",
                    "%.2f times as much".formatted(growth));
        }
    }

    private Run measure(BenchProduct product, int organizations) throws Exception {
        double reading = Double.MAX_VALUE;
        for (int run = 0; run < 3; run++) {
            reading = Math.min(reading, read(product));
        }
        long sent = product.sql().sent();
        double seconds = scan(product);
        return new Run(organizations, seconds, reading, product.sql().sent() - sent);
    }

    private static double scan(BenchProduct product) throws InterruptedException {
        var duplicates = product.get(Duplicates.class);
        long start = System.nanoTime();
        SystemActor.call(
                "Bench",
                () -> {
                    duplicates.lookForAll();
                    return true;
                });
        Optional<ScanProgress> progress = Optional.empty();
        while (progress.filter(one -> one.state() == ScanProgress.State.DONE).isEmpty()) {
            if (System.nanoTime() - start > PATIENCE_SECONDS * 1_000_000_000L) {
                throw new IllegalStateException("the search did not end: " + progress);
            }
            Thread.sleep(PAUSE_MILLIS);
            progress = SystemActor.call("Bench", duplicates::progress);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    // Without their services, of which every organization has some: they are another question.
    private void add(BenchProduct product, int from, int to) throws Exception {
        var generator =
                new DirectoryGenerator(
                        seed,
                        LocalDate.now(),
                        product.get(Geography.class),
                        product.get(Taxonomy.class));
        var organizations = new ArrayList<GeneratedOrganization>();
        for (int number = from; number < to; number++) {
            GeneratedOrganization made = generator.organization(number);
            organizations.add(
                    new GeneratedOrganization(
                            made.id(),
                            made.draft(),
                            made.publication(),
                            made.assuredOn(),
                            made.places(),
                            made.people(),
                            List.of()));
        }
        new DirectoryWriter(product.database()).write(organizations.iterator());
        Search.mapping(product.get(EntityManagerFactory.class))
                .scope(Object.class)
                .massIndexer()
                .threadsToLoadObjects(2)
                .batchSizeToLoadObjects(100)
                .startAndWait();
    }

    private static double read(BenchProduct product) throws SQLException {
        long start = System.nanoTime();
        long seen = 0;
        try (Connection connection = product.database().getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select o.*, p.phone_number, l.* from organization o left join"
                                        + " organization_phone p on p.organization_id = o.id left"
                                        + " join location l on l.organization_id = o.id")) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    seen += rows.getObject(column) == null ? 0 : 1;
                }
            }
        }
        if (seen == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
