package org.coalitionatlas.exchange;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.coalitionatlas.common.CsvCells;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;

/**
 * Imports from a file: taking it in, looking at it, trying it, doing it. Jobs run one after the
 * other in the background, with the rights of the person who started each; a job that a stop of the
 * product interrupted goes on by itself. For coordinators and administrators.
 */
@Component
public class Imports {

    private final ImportFiles files;
    private final ImportJobStore store;
    private final ImportRunner runner;
    private final CurrentPerson currentPerson;
    private final Geography geography;
    private final Taxonomy taxonomy;
    private final MessageSource messages;
    private final Clock clock;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("import").factory());
    private volatile boolean stopping;

    Imports(
            ImportFiles files,
            ImportJobStore store,
            ImportRunner runner,
            CurrentPerson currentPerson,
            Geography geography,
            Taxonomy taxonomy,
            MessageSource messages,
            Clock clock) {
        this.files = files;
        this.store = store;
        this.runner = runner;
        this.currentPerson = currentPerson;
        this.geography = geography;
        this.taxonomy = taxonomy;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A row as it would be taken.
     *
     * @param values what each field gets, as text
     * @param problems what is to be said about it
     */
    public record Preview(
            long line, Map<ImportField, String> values, List<ImportProblem> problems) {

        /** Whether the row would be rejected, as far as the file alone tells. */
        public boolean isRejected() {
            return problems.stream().anyMatch(ImportProblem::rejected);
        }
    }

    /**
     * Keeps an uploaded file; returns the name by which the other methods know it.
     *
     * @throws UnusableFile when it is too large
     */
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public String store(InputStream in) throws IOException {
        return files.store(in);
    }

    /**
     * Looks at a kept file.
     *
     * @throws UnusableFile when it is no CSV file; it is then kept no longer
     */
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public CsvFile look(String storedAs) {
        try {
            return CsvFile.of(files.path(storedAs));
        } catch (UnusableFile e) {
            files.delete(storedAs);
            throw e;
        }
    }

    /** How the first rows would be taken. Touches no record. */
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public List<Preview> preview(CsvFile file, ImportMapping mapping, int rows) {
        var reader =
                new RowReader(
                        mapping,
                        new RowMapper(mapping, file.columns()),
                        new RowDrafts(geography, taxonomy, mapping));
        var previews = new ArrayList<Preview>();
        for (CsvRecord record : file.head(rows)) {
            ReadRow row = reader.read(record);
            var problems = new ArrayList<ImportProblem>();
            ReadRow.Prepared prepared = row.prepared();
            if (row.refusal() != null) {
                problems.add(row.refusal());
            } else if (prepared != null) {
                try {
                    prepared.tryOut();
                } catch (InvalidValue problem) {
                    problems.add(
                            ImportProblem.of(record.line(), true, ImportField.NAME, null, problem));
                }
                problems.addAll(row.problems());
            }
            RowValues values = row.values();
            previews.add(
                    new Preview(
                            record.line(), values == null ? Map.of() : values.shown(), problems));
        }
        return previews;
    }

    /**
     * Starts a job; returns its id.
     *
     * @throws InvalidValue {@code invalid.import.unmapped} when the mapping lacks a field without
     *     which no row can be taken
     */
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public UUID start(ImportOrder order) {
        if (!order.mapping().missing().isEmpty()) {
            throw new InvalidValue("invalid.import.unmapped");
        }
        CsvFile file = CsvFile.of(files.path(order.storedAs()));
        UUID id = store.add(order, file.text().displayName(), currentPerson.get(), clock.instant());
        submit(id);
        return id;
    }

    /** The job as it stands. */
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public Optional<ImportJob> job(UUID id) {
        return store.find(id);
    }

    /** Jobs, newest first. */
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public List<ImportJob> jobs(int offset, int limit) {
        return store.recent(offset, limit);
    }

    /** Number of jobs. */
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public long jobCount() {
        return store.count();
    }

    /**
     * Ends the job after the batch it is at; what is imported stays. For whoever started it, as
     * long as they may import, and for administrators: other coordinators answer for other
     * counties.
     */
    @PreAuthorize("@importAccess.mayCancel(#id)")
    public void cancel(UUID id) {
        store.askToCancel(id);
    }

    /** What is to be said about the job's rows, in the order of the file. */
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public List<ImportProblem> problems(UUID id, boolean rejectedOnly, long offset, int limit) {
        return store.problems(id, rejectedOnly, offset, limit);
    }

    /** How much is to be said about the job's rows. */
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public long problemCount(UUID id, boolean rejectedOnly) {
        return store.countProblems(id, rejectedOnly);
    }

    /** The sentence of a problem in a language. */
    @PreAuthorize("permitAll()")
    public String words(ImportProblem problem, Locale language) {
        return messages.getMessage(problem.messageKey(), problem.arguments().toArray(), language);
    }

    /** All problems of a job as CSV, page by page; cells no spreadsheet takes for a formula. */
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public void writeReport(UUID id, java.io.OutputStream to, Locale language) throws IOException {
        Writer out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        out.write('\uFEFF');
        writeRow(
                out,
                List.of("row", "result", "field", "value", "reason").stream()
                        .map(column -> say("exchange.report." + column, language))
                        .toList());
        int page = 1_000;
        long offset = 0;
        List<ImportProblem> problems = store.problems(id, false, offset, page);
        while (!problems.isEmpty()) {
            for (ImportProblem problem : problems) {
                ImportField field = problem.field();
                String value = problem.value();
                writeRow(
                        out,
                        List.of(
                                String.valueOf(problem.line()),
                                say(
                                        problem.rejected()
                                                ? "exchange.problem.rejected"
                                                : "exchange.problem.warning",
                                        language),
                                field == null ? "" : say("exchange.field." + field, language),
                                value == null ? "" : value,
                                words(problem, language)));
            }
            offset += problems.size();
            problems = store.problems(id, false, offset, page);
        }
        out.flush();
    }

    private String say(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }

    private static void writeRow(Writer out, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write('"');
            out.write(CsvCells.safe(cells.get(i)).replace("\"", "\"\""));
            out.write('"');
        }
        out.write("\r\n");
    }

    private void submit(UUID id) {
        worker.execute(() -> runner.run(id, () -> !stopping));
    }

    @EventListener(ApplicationReadyEvent.class)
    void goOn() {
        store.open().forEach(this::submit);
    }

    @Scheduled(fixedDelay = 6, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void tidy() {
        files.tidy(store.neededFiles(), clock.instant());
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        worker.shutdown();
        worker.awaitTermination(20, TimeUnit.SECONDS);
    }
}
