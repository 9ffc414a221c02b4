package org.coalitionatlas.assessment;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What coordinators do to a cycle: the state table. A verb that is not possible in a state is
 * refused in words, never ignored.
 */
public enum CycleVerb {
    /** Begins a cycle; a county has one open at a time. */
    OPEN(null, CycleState.OPEN),
    /** Sets or moves the day by which answers are wanted. */
    RESCHEDULE(CycleState.OPEN, CycleState.OPEN),
    /** Lays the answers of the last closed cycle beside the questions, to be confirmed. */
    CARRY_FORWARD(CycleState.OPEN, CycleState.OPEN),
    /** Freezes the answers and the figures. */
    CLOSE(CycleState.OPEN, CycleState.CLOSED),
    /** Takes answers again, for a reason; only the county's latest cycle. */
    REOPEN(CycleState.CLOSED, CycleState.OPEN);

    private final @Nullable CycleState from;
    private final CycleState to;

    CycleVerb(@Nullable CycleState from, CycleState to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Whether it can be done then.
     *
     * @param state {@code null} before the cycle exists
     */
    public boolean isPossible(@Nullable CycleState state) {
        return state == from;
    }

    /** Where it leads. */
    public CycleState to() {
        return to;
    }

    /** What can be done in that state. */
    public static List<CycleVerb> possible(CycleState state) {
        return Arrays.stream(values()).filter(verb -> verb.isPossible(state)).toList();
    }
}
