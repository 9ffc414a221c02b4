package org.coalitionatlas.bench;

import com.opencsv.CSVWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.coalitionatlas.exchange.ColumnRule;
import org.coalitionatlas.exchange.ImportField;
import org.coalitionatlas.exchange.ImportJob;
import org.coalitionatlas.exchange.ImportMapping;
import org.coalitionatlas.exchange.RecordKind;
import org.coalitionatlas.identity.SignedIn;

/** Imports one file of more than 200 MB, for trial and then for good, and follows the heap. */
final class LargeImportBench {

    private static final long BYTES = 205_000_000;
    private static final int DESCRIPTION = 6_500;
    private static final int ORGANIZATIONS = 500;

    /** Of the process, not of the file: what a small machine gives the product. */
    private static final long MOST_HEAP_MEGABYTES = 512;

    private static final List<ImportField> FIELDS =
            List.of(
                    ImportField.ID,
                    ImportField.ORGANIZATION_ID,
                    ImportField.NAME,
                    ImportField.DESCRIPTION,
                    ImportField.NEEDS,
                    ImportField.AREA_COUNTIES,
                    ImportField.HOURS,
                    ImportField.PHONE);

    private final Path scratch;
    private final long seed;

    LargeImportBench(Path scratch, long seed) {
        this.scratch = scratch;
        this.seed = seed;
    }

    void run(Report report) throws Exception {
        Path file = scratch.resolve("large").resolve("services.csv");
        long rows = write(file);
        var mapping =
                new ImportMapping(
                        "bench large",
                        "bench-large",
                        RecordKind.SERVICE,
                        "",
                        Map.of(),
                        FIELDS.stream().map(f -> ColumnRule.plain(f.name(), f)).toList());
        try (var product = new BenchProduct(scratch.resolve("import-large"), false)) {
            SignedIn person = ImportBench.administrator(product);
            HeapWatch heap = new HeapWatch();
            long start;
            long tried;
            long committed;
            ImportJob trial;
            ImportJob job;
            try (heap) {
                start = System.nanoTime();
                trial = ImportBench.imported(product, person, file, mapping, true);
                tried = System.nanoTime();
                job = ImportBench.imported(product, person, file, mapping, false);
                committed = System.nanoTime();
            }
            report.title(
                    "One file of %,d MB, %,d services".formatted(Files.size(file) >> 20, rows));
            report.table(
                    List.of("job", "seconds", "rows/s", "MB/s", "taken", "rejected"),
                    List.of(
                            row("trial run", tried - start, file, trial),
                            row("import", committed - tried, file, job)));
            report.line(
                    "Heap: at most %d MB in use, at most %d MB left by a collection, of %d MB"
                            .formatted(
                                    heap.mostUsedMegabytes(),
                                    heap.mostKeptMegabytes(),
                                    Runtime.getRuntime().maxMemory() >> 20));
            report.verdict(
                    job.created() == rows
                            && trial.created() == rows
                            && heap.mostKeptMegabytes() < MOST_HEAP_MEGABYTES,
                    "a file of 200 MB is imported whole, with less than 512 MB kept",
                    "%,d of %,d rows taken, at most %d MB kept"
                            .formatted(job.created(), rows, heap.mostKeptMegabytes()));
        }
    }

    private static List<String> row(String name, long nanos, Path file, ImportJob job)
            throws IOException {
        double seconds = nanos / 1e9;
        return List.of(
                name,
                "%.1f".formatted(seconds),
                "%,.0f".formatted(job.rowsDone() / seconds),
                "%.1f".formatted(Files.size(file) / 1e6 / seconds),
                "%,d".formatted(job.created()),
                "%,d".formatted(job.rejected()));
    }

    // Long texts instead of many rows: what is to be seen is whether memory follows the file.
    private long write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var random = new Random(seed);
        long rows = 0;
        long bytes = 0;
        try (var writer = new CSVWriter(Files.newBufferedWriter(file))) {
            writer.writeNext(FIELDS.stream().map(Enum::name).toArray(String[]::new), false);
            while (bytes < BYTES) {
                String text = text(random);
                writer.writeNext(
                        new String[] {
                            "s" + rows,
                            "o" + rows % ORGANIZATIONS,
                            "Service " + rows,
                            text,
                            "A3; L4",
                            "17201; 17031",
                            "Mon-Fri 9:00-17:00",
                            "815-555-%04d".formatted(rows % 10_000)
                        },
                        false);
                bytes += text.length() + 80;
                rows++;
            }
        }
        return rows;
    }

    private static String text(Random random) {
        var text = new StringBuilder(DESCRIPTION + 20);
        while (text.length() < DESCRIPTION) {
            int letters = 2 + random.nextInt(8);
            for (int i = 0; i < letters; i++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(random.nextInt(12) == 0 ? ". " : " ");
        }
        return text.toString().strip();
    }
}
