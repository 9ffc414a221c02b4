package org.coalitionatlas.directory.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.coalitionatlas.common.Networks;
import org.coalitionatlas.directory.SuggestionLimits;
import org.springframework.stereotype.Component;

/** Keeps one network from filling the queue, or from hiding record after record. */
@Component
class SuggestionThrottle {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int REMEMBERED_SOURCES = 100_000;

    private final LoadingCache<String, Bucket> suggestions;
    private final LoadingCache<String, Bucket> reports;

    SuggestionThrottle(SuggestionLimits limits) {
        this.suggestions = buckets(limits.perHour());
        this.reports = buckets(limits.reportsPerHour());
    }

    /** Minutes the address must wait before it may send another suggestion; 0 when it may now. */
    long minutesToWait(String address) {
        return minutes(suggestions, address);
    }

    /** The same for reports of something unsafe. */
    long minutesToWaitToReport(String address) {
        return minutes(reports, address);
    }

    private static long minutes(LoadingCache<String, Bucket> buckets, String address) {
        ConsumptionProbe probe =
                buckets.get(Networks.source(address)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? 0
                : TimeUnit.NANOSECONDS.toMinutes(probe.getNanosToWaitForRefill()) + 1;
    }

    private static LoadingCache<String, Bucket> buckets(int most) {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED_SOURCES)
                .expireAfterAccess(WINDOW.multipliedBy(2))
                .build(
                        source ->
                                Bucket.builder()
                                        .addLimit(
                                                limit ->
                                                        limit.capacity(most)
                                                                .refillGreedy(most, WINDOW))
                                        .build());
    }
}
