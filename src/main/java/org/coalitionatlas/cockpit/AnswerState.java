package org.coalitionatlas.cockpit;

import org.coalitionatlas.capacity.ResponseHead;
import org.coalitionatlas.capacity.ResponseState;
import org.jspecify.annotations.Nullable;

/** How far an organization that was asked has come. */
public enum AnswerState {
    /** No answer given yet, even if somebody has looked at the questions. */
    NOT_BEGUN,
    IN_PROGRESS,
    /** Handed in, then handed back with comments. */
    RETURNED,
    SUBMITTED,
    ACCEPTED,
    CLOSED;

    /** Whether the organization has done its part: handed in, and not handed back. */
    public boolean isAnswered() {
        return this == SUBMITTED || this == ACCEPTED || this == CLOSED;
    }

    static AnswerState of(@Nullable ResponseHead response) {
        if (response == null
                || (response.state() == ResponseState.IN_PROGRESS && response.saved() == null)) {
            return NOT_BEGUN;
        }
        return switch (response.state()) {
            case IN_PROGRESS -> IN_PROGRESS;
            case RETURNED -> RETURNED;
            case SUBMITTED -> SUBMITTED;
            case ACCEPTED -> ACCEPTED;
            case CLOSED -> CLOSED;
        };
    }
}
