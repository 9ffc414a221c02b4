package org.coalitionatlas.gaps;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.coalitionatlas.taxonomy.Need;

/**
 * The figures of a county (PRODUCT §7). Needs that do not apply are in none of them; a need nobody
 * has assessed is never counted as a bad one.
 *
 * @param applicable needs that arise in the county
 * @param assessed of these, how many somebody has looked at
 * @param covered of these, how many fall short in nothing
 * @param readiness mean over the phases of the mean of level ÷ 4 of their assessed needs, 0–1;
 *     empty when nothing is assessed
 */
public record CountyFigures(int applicable, int assessed, int covered, OptionalDouble readiness) {

    static CountyFigures of(Map<Need, Cell> cells) {
        Collection<Cell> applicable =
                cells.values().stream().filter(cell -> !cell.isNotApplicable()).toList();
        int assessed = (int) applicable.stream().filter(Cell::isAssessed).count();
        int covered = (int) applicable.stream().filter(Cell::isCovered).count();
        List<String> phases =
                cells.keySet().stream().map(need -> need.phase().code()).distinct().toList();
        OptionalDouble readiness =
                phases.stream()
                        .map(phase -> readinessOf(cells, phase))
                        .filter(OptionalDouble::isPresent)
                        .mapToDouble(OptionalDouble::getAsDouble)
                        .average();
        return new CountyFigures(applicable.size(), assessed, covered, readiness);
    }

    private static OptionalDouble readinessOf(Map<Need, Cell> cells, String phase) {
        return cells.entrySet().stream()
                .filter(entry -> entry.getKey().phase().code().equals(phase))
                .map(entry -> entry.getValue().level())
                .filter(Objects::nonNull)
                .mapToDouble(level -> level.level() / 4.0)
                .average();
    }

    /** Assessed ÷ applicable, 0–1. */
    public double completeness() {
        return share(assessed, applicable);
    }

    /** Covered ÷ assessed, 0–1; empty when nothing is assessed. */
    public OptionalDouble coverage() {
        return assessed == 0 ? OptionalDouble.empty() : OptionalDouble.of(share(covered, assessed));
    }

    /** Coverage if every need nobody has assessed turned out uncovered. */
    public double lowest() {
        return share(covered, applicable);
    }

    /** Coverage if every need nobody has assessed turned out covered. */
    public double highest() {
        return share(covered + applicable - assessed, applicable);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
