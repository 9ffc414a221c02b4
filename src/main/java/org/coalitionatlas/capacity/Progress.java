package org.coalitionatlas.capacity;

/**
 * How much of an instrument is filled in: says nothing about how good the answers are. Counted in
 * places, so that each topic of an item with parts counts for itself.
 *
 * @param asked places asked now; those of hidden items are not
 * @param answered of these, answered
 * @param later of these, put off on purpose
 */
public record Progress(int asked, int answered, int later) {

    /** Places without an answer, put off or not. */
    public int missing() {
        return asked - answered;
    }

    /** Whether every place asked has its answer. */
    public boolean isComplete() {
        return asked == answered;
    }

    /** Whether nobody has answered or put off anything. */
    public boolean isUntouched() {
        return answered == 0 && later == 0;
    }
}
