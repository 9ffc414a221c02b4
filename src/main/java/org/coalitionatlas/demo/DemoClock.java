package org.coalitionatlas.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The real clock, except for the thread that loads the demo: it may go back some days, so that the
 * demo's answers and records carry the dates its story gives them.
 */
@Component
@Primary
@Profile("demo")
class DemoClock extends Clock {

    private final ThreadLocal<Duration> back = ThreadLocal.withInitial(() -> Duration.ZERO);
    private final Clock real;

    DemoClock(@Qualifier("clock") Clock real) {
        this.real = real;
    }

    /** Does the work as if it were that many days ago. */
    void daysAgo(int days, Runnable work) {
        back.set(Duration.ofDays(days));
        try {
            work.run();
        } finally {
            back.remove();
        }
    }

    @Override
    public Instant instant() {
        return real.instant().minus(back.get());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(real.withZone(zone), back.get().negated());
    }
}
