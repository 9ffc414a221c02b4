package org.coalitionatlas.common;

/**
 * The product does not start, for a reason somebody at the console can do something about: the
 * message is shown there alone, without a stack trace.
 */
public final class StartRefused extends RuntimeException {

    /**
     * @param reason what is wrong and what to do, in one line
     */
    public StartRefused(String reason) {
        super(reason);
    }
}
