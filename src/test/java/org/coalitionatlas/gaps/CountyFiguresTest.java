package org.coalitionatlas.gaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Completeness, coverage with its honest range, readiness (PRODUCT §7). */
class CountyFiguresTest {

    private static final List<Need> NEEDS = List.copyOf(new Taxonomy().needs());

    @Test
    void coverage_has_a_range_from_all_unknown_bad_to_all_unknown_good() {
        Map<Need, Cell> cells = cells(notAssessed());
        NEEDS.subList(0, 8).forEach(need -> cells.put(need, covered()));
        NEEDS.subList(8, 28).forEach(need -> cells.put(need, level(Standing.CONTACT)));

        CountyFigures figures = CountyFigures.of(cells);

        assertThat(figures.applicable()).isEqualTo(33);
        assertThat(figures.assessed()).isEqualTo(28);
        assertThat(figures.covered()).isEqualTo(8);
        assertThat(figures.coverage().orElseThrow()).isCloseTo(8.0 / 28, within(1e-9));
        assertThat(figures.lowest()).isCloseTo(8.0 / 33, within(1e-9));
        assertThat(figures.highest()).isCloseTo(13.0 / 33, within(1e-9));
        assertThat(figures.completeness()).isCloseTo(28.0 / 33, within(1e-9));
    }

    @Test
    void nothing_assessed_is_unknown_and_not_zero() {
        CountyFigures figures = CountyFigures.of(cells(notAssessed()));

        assertThat(figures.coverage()).isEmpty();
        assertThat(figures.readiness()).isEmpty();
        assertThat(figures.lowest()).isZero();
        assertThat(figures.highest()).isEqualTo(1);
        assertThat(figures.completeness()).isZero();
    }

    @Test
    void needs_that_do_not_apply_are_in_no_figure() {
        Map<Need, Cell> cells = cells(covered());
        NEEDS.subList(0, 3).forEach(need -> cells.put(need, notApplicable()));

        CountyFigures figures = CountyFigures.of(cells);

        assertThat(figures.applicable()).isEqualTo(30);
        assertThat(figures.assessed()).isEqualTo(30);
        assertThat(figures.coverage().orElseThrow()).isEqualTo(1);
        assertThat(figures.lowest()).isEqualTo(figures.highest()).isEqualTo(1);
    }

    @Test
    void nobody_is_an_answer_and_counts_as_assessed() {
        assertThat(CountyFigures.of(cells(level(Standing.NONE))).assessed()).isEqualTo(33);
    }

    @Test
    void readiness_is_the_mean_of_the_phases_and_not_of_the_needs() {
        Map<Need, Cell> cells = cells(notAssessed());
        for (Need need : NEEDS) {
            if (need.phase().code().equals("acute")) {
                cells.put(need, level(Standing.TRAINED_PARTNER));
            } else if (need.phase().code().equals("transitional")) {
                cells.put(need, level(Standing.LISTED));
            }
        }
        // Nobody assessed the long-term needs: that phase is left out instead of counted as 0.
        assertThat(CountyFigures.of(cells).readiness().orElseThrow())
                .isCloseTo((1 + 0.25) / 2, within(1e-9));
    }

    private static Map<Need, Cell> cells(Cell cell) {
        var cells = new LinkedHashMap<Need, Cell>();
        NEEDS.forEach(need -> cells.put(need, cell));
        return cells;
    }

    private static Cell covered() {
        return cell(Standing.TRAINED_PARTNER, EnumSet.noneOf(GapCode.class));
    }

    private static Cell level(Standing level) {
        return cell(level, EnumSet.of(GapCode.G2));
    }

    private static Cell notAssessed() {
        return cell(null, EnumSet.of(GapCode.G0));
    }

    private static Cell notApplicable() {
        return Cell.notApplicable(new CellFacts(false, false, "the region does it", List.of()));
    }

    private static Cell cell(@Nullable Standing level, Set<GapCode> gaps) {
        return new Cell(
                new CellFacts(false, false, null, List.of()), level, List.of(), 0, List.of(), gaps);
    }
}
