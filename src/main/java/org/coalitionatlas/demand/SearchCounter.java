package org.coalitionatlas.demand;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.coalitionatlas.directory.Searched;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts searches in memory and writes the counts each minute and at the end: a search costs no
 * statement. What a process that is killed had counted since is lost, and nothing else.
 */
@Component
class SearchCounter {

    private static final Logger LOG = LoggerFactory.getLogger(SearchCounter.class);

    /** Counties × needs × outcomes that can wait; far more than there are. */
    private static final int MOST_WAITING = 50_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Map<Key, Long> waiting = new HashMap<>();

    SearchCounter(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private record Key(LocalDate week, String county, String need, boolean found) {}

    @EventListener
    void count(Searched searched) {
        LocalDate week = Demand.week(LocalDate.now(clock));
        String county = searched.countyFips() == null ? "" : searched.countyFips();
        Set<String> needs = searched.needs().isEmpty() ? Set.of("") : searched.needs();
        synchronized (waiting) {
            for (String need : needs) {
                var key = new Key(week, county, need, searched.found());
                if (waiting.size() < MOST_WAITING || waiting.containsKey(key)) {
                    waiting.merge(key, 1L, Long::sum);
                }
            }
        }
    }

    /** Writes what waits. What cannot be written now waits for the next time. */
    @Scheduled(fixedDelayString = "${atlas.demand.flush:PT1M}", initialDelayString = "PT1M")
    @PreDestroy
    void flush() {
        Map<Key, Long> counts;
        synchronized (waiting) {
            counts = Map.copyOf(waiting);
            waiting.clear();
        }
        if (counts.isEmpty()) {
            return;
        }
        try {
            write(counts);
        } catch (DuplicateKeyException another) {
            // Another node began the same row at this moment; now it is there to be added to.
            retry(counts);
        } catch (DataAccessException | TransactionException e) {
            keep(counts, e);
        }
    }

    private void retry(Map<Key, Long> counts) {
        try {
            write(counts);
        } catch (DataAccessException | TransactionException e) {
            keep(counts, e);
        }
    }

    private void keep(Map<Key, Long> counts, RuntimeException e) {
        synchronized (waiting) {
            counts.forEach((key, count) -> waiting.merge(key, count, Long::sum));
        }
        LOG.warn("Counted searches wait to be written: {}", e.getMessage());
    }

    private void write(Map<Key, Long> counts) {
        transactions.executeWithoutResult(status -> counts.forEach(this::add));
    }

    private void add(Key key, long count) {
        int updated =
                jdbc.sql(
                                "update search_count set searches = searches + ? where week_start ="
                                        + " ? and county_fips = ? and need_code = ? and found = ?")
                        .params(count, key.week, key.county, key.need, key.found)
                        .update();
        if (updated == 0) {
            jdbc.sql(
                            "insert into search_count (week_start, county_fips, need_code, found,"
                                    + " searches) values (?, ?, ?, ?, ?)")
                    .params(key.week, key.county, key.need, key.found, count)
                    .update();
        }
    }
}
