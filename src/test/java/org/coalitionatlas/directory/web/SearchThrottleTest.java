package org.coalitionatlas.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchThrottleTest {

    @Test
    void lets_an_address_search_so_many_times_and_then_says_how_long_to_wait() {
        var throttle = new SearchThrottle(new PublishedProperties(3, true, 0));
        assertThat(IntStream.range(0, 3).mapToLong(i -> throttle.secondsToWait("192.0.2.1")))
                .containsOnly(0L);
        assertThat(throttle.secondsToWait("192.0.2.1")).isBetween(1L, 21L);
        assertThat(throttle.secondsToWait("192.0.2.2")).isZero();
    }

    @Test
    void takes_the_addresses_of_one_line_for_one() {
        var throttle = new SearchThrottle(new PublishedProperties(1, true, 0));
        assertThat(throttle.secondsToWait("2001:db8:0:1::1")).isZero();
        assertThat(throttle.secondsToWait("2001:db8:0:1:ffff::9")).isPositive();
        assertThat(throttle.secondsToWait("2001:db8:0:2::1")).isZero();
    }

    @Test
    void is_switched_off_by_zero() {
        var throttle = new SearchThrottle(new PublishedProperties(0, true, 0));
        assertThat(IntStream.range(0, 1000).mapToLong(i -> throttle.secondsToWait("192.0.2.1")))
                .containsOnly(0L);
    }
}
