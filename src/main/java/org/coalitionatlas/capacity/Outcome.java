package org.coalitionatlas.capacity;

/** What an answer says about the organization, whichever way round the question was asked. */
public enum Outcome {
    /** In place, or nothing is needed. */
    STRENGTH,
    /** Not in place yet, and somebody is at it. */
    BEING_IMPROVED,
    /** Not in place, or something is needed. */
    TO_IMPROVE,
    /** The organization said that it does not know: neither good nor bad. */
    NOT_KNOWN,
    /** Does not concern this organization; counts nowhere. */
    NOT_APPLICABLE,
    /** Answered in words, which are never scored. */
    IN_WORDS,
    /** No answer, or put off. */
    UNANSWERED;

    /** Whether it says how things are, so that two of them can be better or worse. */
    public boolean isJudged() {
        return this == STRENGTH || this == BEING_IMPROVED || this == TO_IMPROVE;
    }
}
