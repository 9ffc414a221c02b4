package org.coalitionatlas.cockpit;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * Counts of organizations asked. Each asked organization is in exactly one state; overdue and never
 * answered are counted beside.
 *
 * @param asked how many
 * @param byState how many of them in each state; states nobody is in are absent
 */
public record Figures(
        int asked, Map<AnswerState, Integer> byState, int overdue, int neverAnswered) {

    /** Counts them. */
    public static Figures of(Collection<Asked> lines) {
        var byState = new EnumMap<AnswerState, Integer>(AnswerState.class);
        lines.forEach(line -> byState.merge(line.state(), 1, Integer::sum));
        return new Figures(
                lines.size(),
                byState,
                Math.toIntExact(lines.stream().filter(Asked::isOverdue).count()),
                Math.toIntExact(lines.stream().filter(Asked::hasNeverAnswered).count()));
    }

    /** How many are in the state. */
    public int in(AnswerState state) {
        return byState.getOrDefault(state, 0);
    }

    /** How many have answered. */
    public int answered() {
        return byState.entrySet().stream()
                .filter(entry -> entry.getKey().isAnswered())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Answered of a hundred asked, rounded down, so that 100 means all; 0 when nobody is asked. */
    public int percent() {
        return asked == 0 ? 0 : answered() * 100 / asked;
    }
}
