package org.coalitionatlas.capacity;

/**
 * How much of a response somebody may read. An organization reads all of its own; what it has not
 * handed in is told to nobody else, and what its answers come to only when it shares that.
 */
public enum Sight {
    /** How far it is, and nothing of what it says: a coordinator, while it is open. */
    PROGRESS,
    /** The answers, to review them: a coordinator, of a result that is not shared. */
    ANSWERS,
    /** The answers and what they come to. */
    RESULT;

    /** Whether the answers may be read. */
    public boolean hasAnswers() {
        return this != PROGRESS;
    }

    /** Whether result, comparison and files may be read. */
    public boolean hasResult() {
        return this == RESULT;
    }
}
