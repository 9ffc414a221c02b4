package org.coalitionatlas.capacity;

import org.coalitionatlas.common.SaidInWords;

/**
 * A verb does not fit the state of the response, usually because a colleague was faster or the tab
 * is old. Says how the response stands.
 */
public final class NotInState extends RuntimeException implements SaidInWords {

    private final ResponseVerb verb;
    private final ResponseState state;

    NotInState(ResponseVerb verb, ResponseState state) {
        super(verb + " does not fit " + state);
        this.verb = verb;
        this.state = state;
    }

    /** How the response stands. */
    public ResponseState state() {
        return state;
    }

    @Override
    public String messageKey() {
        return (verb == ResponseVerb.FILL_IN ? "response.notSaved." : "response.notDone.")
                + state.name();
    }
}
