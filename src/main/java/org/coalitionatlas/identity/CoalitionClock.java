package org.coalitionatlas.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The one clock, which is the coalition's: its days end where the coalition is, so that what is due
 * today is due until its midnight and not until London's. Whoever wants today asks {@code
 * LocalDate.now(clock)}.
 */
@Component("clock")
final class CoalitionClock extends Clock {

    private final Clock moments;
    private final @Nullable ZoneId configured;
    private final Supplier<ZoneId> ofCoalition;

    @Autowired
    CoalitionClock(
            ObjectProvider<CoalitionProfile> coalition, @Value("${atlas.zone}") String zone) {
        this(
                Clock.systemUTC(),
                zone.isBlank() ? null : ZoneId.of(zone.strip()),
                () -> coalition.getObject().zone());
    }

    /**
     * @param moments says what moment it is
     * @param configured the zone an installation sets, {@code null} for the coalition's own
     * @param ofCoalition where its first county lies, asked each time as it may change
     */
    CoalitionClock(Clock moments, @Nullable ZoneId configured, Supplier<ZoneId> ofCoalition) {
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
