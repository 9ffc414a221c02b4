package org.coalitionatlas.bench;

import java.util.Arrays;

/** Times of the same work, in nanoseconds. */
final class Timings {

    private final long[] nanos;
    private int taken;

    Timings(int most) {
        nanos = new long[most];
    }

    void add(long time) {
        nanos[taken++] = time;
    }

    /** The time that this share of the runs did not exceed, in milliseconds. */
    double millis(double share) {
        long[] sorted = Arrays.copyOf(nanos, taken);
        Arrays.sort(sorted);
        int at = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.clamp(at, 0, sorted.length - 1)] / 1e6;
    }
}
