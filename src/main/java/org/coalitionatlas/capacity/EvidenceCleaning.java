package org.coalitionatlas.capacity;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes files whose row was never written, because the product was killed between the two. A file
 * younger than a day may still be on its way; one whose evidence was taken off has a row and stays.
 */
@Component
class EvidenceCleaning {

    /** How long a file may be without a row. */
    static final Duration GRACE = Duration.ofDays(1);

    /** Most files removed in one night; a crash leaves one or two. */
    static final int MOST = 500;

    private static final int BATCH = 200;
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceCleaning.class);

    private final EvidenceStore store;
    private final EvidenceFiles files;
    private final Clock clock;

    EvidenceCleaning(EvidenceStore store, EvidenceFiles files, Clock clock) {
        this.store = store;
        this.files = files;
        this.clock = clock;
    }

    @Scheduled(cron = "${atlas.evidence.clean-at:0 40 8 * * *}", zone = "UTC")
    void nightly() {
        try {
            int removed = clean();
            if (removed > 0) {
                LOG.info("{} files of evidence without a record were removed", removed);
            }
        } catch (IOException | DataAccessException e) {
            LOG.warn("Files of evidence without a record are looked for again tomorrow", e);
        }
    }

    /** Removes what belongs to nothing; how many files that were. */
    int clean() throws IOException {
        Instant before = clock.instant().minus(GRACE);
        List<UUID> old = files.olderThan(before);
        int removed = 0;
        for (int from = 0; from < old.size() && removed < MOST; from += BATCH) {
            List<UUID> batch = old.subList(from, Math.min(from + BATCH, old.size()));
            Set<UUID> orphans = new HashSet<>(batch);
            orphans.removeAll(store.known(batch));
            for (UUID orphan : orphans.stream().limit(MOST - removed).toList()) {
                files.delete(orphan);
                removed++;
            }
        }
        return removed;
    }
}
