package org.coalitionatlas.exchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;
import org.coalitionatlas.common.Faults;
import org.coalitionatlas.directory.DirectoryImport;
import org.coalitionatlas.directory.DirectoryImport.Options;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.People;
import org.coalitionatlas.identity.SignedIn;
import org.coalitionatlas.identity.SystemActor;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a job from where it stands to its end, a batch at a time, with the rights of the person who
 * started it. Batch and progress are one transaction: whatever ends the process, the next run
 * begins with the first row that is not accounted for.
 */
@Component
class ImportRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

    /** Characters of a batch: rows of long texts must not fill the memory. */
    private static final long MOST_TEXT = 2_000_000;

    /** Reads the next batch while the one before it is written. */
    private static final ThreadFactory AHEAD = Thread.ofPlatform().name("import-read").factory();

    private final ImportJobStore store;
    private final ImportFiles files;
    private final DirectoryImport directory;
    private final Geography geography;
    private final Taxonomy taxonomy;
    private final People people;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportRunner(
            ImportJobStore store,
            ImportFiles files,
            DirectoryImport directory,
            Geography geography,
            Taxonomy taxonomy,
            People people,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.directory = directory;
        this.geography = geography;
        this.taxonomy = taxonomy;
        this.people = people;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Runs the job.
     *
     * @param goOn asked before every batch; when it says no, the job is left as it stands and can
     *     be run again
     */
    void run(UUID id, BooleanSupplier goOn) {
        run(id, DirectoryImport.LARGEST_BATCH, goOn);
    }

    /** The same with at most so many rows in a batch. */
    void run(UUID id, int mostRows, BooleanSupplier goOn) {
        ImportJob job = store.find(id).orElseThrow();
        ImportJobStore.Details details = store.details(id);
        try {
            SignedIn person = people.loadUserByUsername(details.startedByEmail());
            if (!person.isEnabled()) {
                throw new AccessDeniedException("the account is closed");
            }
            SystemActor.callAs(
                    person,
                    () -> {
                        process(job, details, mostRows, goOn);
                        return null;
                    });
        } catch (AccessDeniedException | UsernameNotFoundException e) {
            end(job, details, ImportJob.State.FAILED, "exchange.job.failed.rights");
        } catch (UnusableFile e) {
            end(job, details, ImportJob.State.FAILED, e.messageKey());
        } catch (java.io.UncheckedIOException e) {
            LOG.warn("Import {} cannot read its file: {}", id, e.getMessage());
            end(job, details, ImportJob.State.FAILED, "exchange.job.failed.file");
        } catch (RuntimeException e) {
            LOG.error("Import {} stopped", id, Faults.loggable(e));
            end(job, details, ImportJob.State.FAILED, "exchange.job.failed.inside");
        }
    }

    private void process(
            ImportJob job, ImportJobStore.Details details, int mostRows, BooleanSupplier goOn) {
        CsvFile file = CsvFile.of(files.path(details.storedAs()));
        ImportMapping mapping = details.mapping();
        var reader =
                new RowReader(
                        mapping,
                        new RowMapper(mapping, file.columns()),
                        new RowDrafts(geography, taxonomy, mapping));
        var batch = new ImportBatch(mapping.kind());
        var options =
                new Options(
                        mapping.source(),
                        details.publish(),
                        details.addMissing(),
                        mapping.defaults().getOrDefault(ImportField.KIND, "other"),
                        details.whenAlike());
        store.begin(job.id(), job.rowsTotal() == null ? count(file) : job.rowsTotal());
        try (CsvFile.Rows rows = file.rows();
                ExecutorService ahead = Executors.newSingleThreadExecutor(AHEAD)) {
            for (long done = 0; done < job.rowsDone(); done++) {
                CsvRecord before = rows.next();
                if (before != null) {
                    reader.skip(before);
                }
            }
            Future<List<ReadRow>> coming = ahead.submit(() -> next(rows, reader, mostRows));
            while (goOn.getAsBoolean()) {
                if (store.isCancelAsked(job.id())) {
                    end(job, details, ImportJob.State.CANCELLED, null);
                    return;
                }
                List<ReadRow> next = read(coming);
                if (next.isEmpty()) {
                    finish(job, details);
                    return;
                }
                coming = ahead.submit(() -> next(rows, reader, mostRows));
                commit(job, batch, next, options);
            }
        }
    }

    private static List<ReadRow> next(CsvFile.Rows rows, RowReader reader, int mostRows) {
        var next = new ArrayList<ReadRow>(mostRows);
        long text = 0;
        while (next.size() < mostRows && text < MOST_TEXT) {
            CsvRecord record = rows.next();
            if (record == null) {
                break;
            }
            for (String cell : record.cells()) {
                text += cell.length();
            }
            next.add(reader.read(record));
        }
        return next;
    }

    private static List<ReadRow> read(Future<List<ReadRow>> coming) {
        try {
            return coming.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading the file", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    // A row the database refuses must not cost the hundreds around it: the batch is halved until
    // the row stands alone.
    private void commit(ImportJob job, ImportBatch batch, List<ReadRow> rows, Options options) {
        try {
            attempt(job, batch, rows, options);
        } catch (AccessDeniedException e) {
            throw e;
        } catch (RuntimeException e) {
            long line = rows.getFirst().record().line();
            if (rows.size() == 1) {
                LOG.info("Import {}: line {} failed", job.id(), line, Faults.loggable(e));
                save(job, batch.rejected(rows.getFirst()));
                return;
            }
            LOG.debug("Import {}: {} rows from line {} failed", job.id(), rows.size(), line);
            int half = rows.size() / 2;
            commit(job, batch, rows.subList(0, half), options);
            commit(job, batch, rows.subList(half, rows.size()), options);
        }
    }

    private void attempt(ImportJob job, ImportBatch batch, List<ReadRow> rows, Options options) {
        if (job.dryRun()) {
            ImportBatch.Report report =
                    Objects.requireNonNull(
                            transaction.execute(
                                    status -> {
                                        status.setRollbackOnly();
                                        return batch.take(rows, options, directory, store);
                                    }));
            save(job, report);
            return;
        }
        transaction.executeWithoutResult(
                status -> save(job, batch.take(rows, options, directory, store)));
    }

    private void save(ImportJob job, ImportBatch.Report report) {
        transaction.executeWithoutResult(
                status -> store.progress(job.id(), report.counts(), report.problems()));
    }

    private static long count(CsvFile file) {
        long count = 0;
        try (CsvFile.Rows rows = file.rows()) {
            while (rows.next() != null) {
                count++;
            }
        }
        return count;
    }

    private void finish(ImportJob job, ImportJobStore.Details details) {
        ImportJob done = store.find(job.id()).orElseThrow();
        long accounted = done.created() + done.updated() + done.unchanged() + done.rejected();
        if (!Long.valueOf(accounted).equals(done.rowsTotal()) || accounted != done.rowsDone()) {
            throw new IllegalStateException(
                    accounted + " rows accounted for, " + done.rowsTotal() + " in the file");
        }
        end(job, details, ImportJob.State.DONE, null);
    }

    private void end(
            ImportJob job,
            ImportJobStore.Details details,
            ImportJob.State state,
            @org.jspecify.annotations.Nullable String failure) {
        store.finish(job.id(), state, failure, clock.instant());
        // After a dry run the same file is imported for good.
        if (!job.dryRun()) {
            files.delete(details.storedAs());
        }
    }
}
