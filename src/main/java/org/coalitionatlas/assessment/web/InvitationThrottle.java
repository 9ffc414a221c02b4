package org.coalitionatlas.assessment.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.coalitionatlas.common.Networks;
import org.springframework.stereotype.Component;

/** Keeps one network from trying link after link, or from sending answer after answer. */
@Component
class InvitationThrottle {

    /** Pages one network may open or send in a minute. */
    static final int REQUESTS = 60;

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int REMEMBERED = 100_000;

    private final LoadingCache<String, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED)
                    .expireAfterAccess(WINDOW.multipliedBy(2))
                    .build(network -> bucket());

    /** Seconds the address must wait before its next request; 0 when it need not. */
    long secondsToWait(String address) {
        ConsumptionProbe probe =
                buckets.get(Networks.source(address)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? 0
                : TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
    }

    private static Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(REQUESTS).refillGreedy(REQUESTS, WINDOW))
                .build();
    }
}
