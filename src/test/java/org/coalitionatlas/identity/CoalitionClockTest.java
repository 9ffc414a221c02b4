package org.coalitionatlas.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CoalitionClockTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    // 11:30 in the evening of November 30 in Chicago, when London has December 1.
    private static final Instant LATE = Instant.parse("2026-12-01T05:30:00Z");
    private static final Clock MOMENT = Clock.fixed(LATE, ZoneOffset.UTC);

    @Test
    void today_ends_at_the_midnight_of_the_coalition() {
        var clock = new CoalitionClock(MOMENT, null, () -> CHICAGO);

        assertThat(LocalDate.now(clock)).isEqualTo("2026-11-30");
        assertThat(clock.instant()).isEqualTo(LATE);
    }

    @Test
    void a_zone_that_is_set_stands_above_the_coalitions_own() {
        var clock = new CoalitionClock(MOMENT, ZoneId.of("America/New_York"), () -> CHICAGO);

        assertThat(LocalDate.now(clock)).isEqualTo("2026-12-01");
    }

    @Test
    void a_coalition_that_names_other_counties_has_their_days_at_once() {
        var zone = new AtomicReference<>(ZoneId.of("America/New_York"));
        var clock = new CoalitionClock(MOMENT, null, zone::get);
        assertThat(LocalDate.now(clock)).isEqualTo("2026-12-01");

        zone.set(CHICAGO);

        assertThat(LocalDate.now(clock)).isEqualTo("2026-11-30");
    }
}
