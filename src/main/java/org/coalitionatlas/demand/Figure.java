package org.coalitionatlas.demand;

/**
 * How many searches, as it may be shown: a small number could point at one person who searched, so
 * below {@link #SMALLEST} only that there were some leaves this room.
 *
 * @param number the number itself; for few, 0
 * @param few whether there were some, but fewer than {@link #SMALLEST}
 */
public record Figure(long number, boolean few) {

    /** Smallest number that is shown as it is. */
    public static final int SMALLEST = 5;

    static Figure of(long searches) {
        return searches > 0 && searches < SMALLEST
                ? new Figure(0, true)
                : new Figure(searches, false);
    }

    /** Whether nobody searched. */
    public boolean none() {
        return number == 0 && !few;
    }
}
