package org.coalitionatlas.gaps.ui;

import com.vaadin.flow.component.html.Span;
import org.coalitionatlas.gaps.Cell;
import org.coalitionatlas.gaps.Standing;
import org.jspecify.annotations.Nullable;

/** Style classes of the levels: colour, hatch and the number of filled bars come from these. */
final class LevelStyle {

    private LevelStyle() {}

    static String of(Cell cell) {
        return cell.isNotApplicable() ? "gap-not-applicable" : of(cell.level());
    }

    static String of(@Nullable Standing standing) {
        return standing == null ? "gap-not-assessed" : "gap-level-" + standing.level();
    }

    /** Four bars, as many filled as the level is high, whatever the colours. */
    static Span bars() {
        var bars = new Span();
        bars.addClassName("gap-bars");
        bars.getElement().setAttribute("aria-hidden", "true");
        return bars;
    }
}
