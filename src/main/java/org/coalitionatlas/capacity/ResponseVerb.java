package org.coalitionatlas.capacity;

import static org.coalitionatlas.capacity.ResponseState.ACCEPTED;
import static org.coalitionatlas.capacity.ResponseState.CLOSED;
import static org.coalitionatlas.capacity.ResponseState.IN_PROGRESS;
import static org.coalitionatlas.capacity.ResponseState.RETURNED;
import static org.coalitionatlas.capacity.ResponseState.SUBMITTED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with a response: by whom, in which states, and where it leads. This is the whole
 * table; nothing else decides.
 */
public enum ResponseVerb {
    /** Answers, notes, putting off, evidence. */
    FILL_IN(Side.ORGANIZATION, null, IN_PROGRESS, RETURNED),
    SUBMIT(Side.ORGANIZATION, SUBMITTED, IN_PROGRESS, RETURNED),
    /** Taken back by the organization before it was reviewed, with a reason. */
    TAKE_BACK(Side.ORGANIZATION, IN_PROGRESS, SUBMITTED),
    MOVE_TO_VERSION(Side.ORGANIZATION, null, IN_PROGRESS, RETURNED),
    SHARE(Side.ORGANIZATION, null, IN_PROGRESS, RETURNED, SUBMITTED, ACCEPTED, CLOSED),
    COMMENT(Side.COORDINATOR, null, SUBMITTED),
    RETURN(Side.COORDINATOR, RETURNED, SUBMITTED),
    ACCEPT(Side.COORDINATOR, ACCEPTED, SUBMITTED),
    CLOSE(Side.COORDINATOR, CLOSED, ACCEPTED),
    /** With a reason. */
    REOPEN(Side.COORDINATOR, IN_PROGRESS, ACCEPTED, CLOSED);

    /** Who does it. */
    public enum Side {
        /** People who speak for the organization. */
        ORGANIZATION,
        /** Coordinators of the organization's counties, and administrators. */
        COORDINATOR
    }

    private final Side side;
    private final @Nullable ResponseState leadsTo;
    private final Set<ResponseState> from;

    ResponseVerb(
            Side side,
            @Nullable ResponseState leadsTo,
            ResponseState first,
            ResponseState... others) {
        this.side = side;
        this.leadsTo = leadsTo;
        this.from = EnumSet.of(first, others);
    }

    /** Who may do it. */
    public Side side() {
        return side;
    }

    /** Whether it fits a response in that state. */
    public boolean fits(ResponseState state) {
        return from.contains(state);
    }

    /** The state it leads to; a verb that leads nowhere leaves the state as it is. */
    public ResponseState after(ResponseState state) {
        return leadsTo == null ? state : leadsTo;
    }

    /** What that side can do with a response in that state. */
    public static List<ResponseVerb> possible(ResponseState state, Side side) {
        return Arrays.stream(values()).filter(v -> v.side == side && v.fits(state)).toList();
    }
}
