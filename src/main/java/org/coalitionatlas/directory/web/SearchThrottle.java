package org.coalitionatlas.directory.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.coalitionatlas.common.Networks;
import org.springframework.stereotype.Component;

/** Keeps one address from reading the whole directory out by searching. */
@Component
class SearchThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int REMEMBERED_SOURCES = 100_000;

    private final int searches;
    private final LoadingCache<String, Bucket> buckets;

    SearchThrottle(PublishedProperties properties) {
        this.searches = properties.searchesPerMinute();
        this.buckets =
                Caffeine.newBuilder()
                        .maximumSize(REMEMBERED_SOURCES)
                        .expireAfterAccess(WINDOW.multipliedBy(2))
                        .build(source -> bucket());
    }

    /** Seconds the address must wait before its next search; 0 when it may search now. */
    long secondsToWait(String address) {
        if (searches <= 0) {
            return 0;
        }
        ConsumptionProbe probe =
                buckets.get(Networks.source(address)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? 0
                : TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(searches).refillGreedy(searches, WINDOW))
                .build();
    }
}
