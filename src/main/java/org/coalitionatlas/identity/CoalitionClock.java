package org.coalitionatlas.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The clock of the coalition: its days end where the coalition is, so that what is due today is due
 * until its midnight and not until London's. Whoever wants today asks {@code LocalDate.now(clock)}.
 */
public final class CoalitionClock extends Clock {

    private final Clock moments;
    private final @Nullable ZoneId configured;
    private final Supplier<ZoneId> ofCoalition;

    /**
     * @param moments says what moment it is
     * @param configured the zone an installation sets, {@code null} for the coalition's own
     * @param ofCoalition where its first county lies, asked each time as it may change
     */
    public CoalitionClock(
            Clock moments, @Nullable ZoneId configured, Supplier<ZoneId> ofCoalition) {
        this.moments = moments;
        this.configured = configured;
        this.ofCoalition = ofCoalition;
    }

    @Override
    public ZoneId getZone() {
        return configured == null ? ofCoalition.get() : configured;
    }

    @Override
    public Instant instant() {
        return moments.instant();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new CoalitionClock(moments, zone, ofCoalition);
    }
}
