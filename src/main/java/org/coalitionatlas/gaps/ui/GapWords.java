package org.coalitionatlas.gaps.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.gaps.Cell;
import org.coalitionatlas.gaps.CellFacts.Provider;
import org.coalitionatlas.gaps.GapCode;
import org.coalitionatlas.gaps.Standing;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.taxonomy.Axis;
import org.coalitionatlas.taxonomy.Need;
import org.jspecify.annotations.Nullable;

/** How gaps are said, in the language of the view. A code never stands without its words. */
final class GapWords {

    private final Component view;

    GapWords(Component view) {
        this.view = view;
    }

    String say(String key, Object... arguments) {
        return view.getTranslation(key, arguments);
    }

    Locale locale() {
        return UI.getCurrent().getLocale();
    }

    String need(Need need) {
        return need.label().in(locale());
    }

    /** The county's name, with its state only where a coalition spans several. */
    String county(County county, Collection<County> among) {
        boolean oneState =
                among.stream().map(other -> other.state().usps()).distinct().count() <= 1;
        return oneState ? county.name() : county.nameWithState();
    }

    /** "single provider". */
    String gap(GapCode code) {
        return say("gaps.code." + code);
    }

    /** "G6 single provider". */
    String codeAndGap(GapCode code) {
        return code + " " + gap(code);
    }

    String standing(@Nullable Standing standing) {
        return say("gaps.standing." + (standing == null ? "NOT_ASSESSED" : standing.name()));
    }

    /** The few words a cell shows. */
    String level(Cell cell) {
        return cell.isNotApplicable() ? say("gaps.notApplicable") : standing(cell.level());
    }

    /** Everything a cell means, for those who hear it. */
    String cell(Need need, String county, Cell cell) {
        String level = level(cell).toLowerCase(locale());
        if (cell.isCovered()) {
            return say("gaps.cell.covered", need(need), county, level);
        }
        if (!cell.isAssessed()) {
            return say("gaps.cell.plain", need(need), county, level);
        }
        return say(
                "gaps.cell.gaps",
                need(need),
                county,
                level,
                cell.gaps().size(),
                cell.gaps().stream().map(this::codeAndGap).collect(Collectors.joining(", ")));
    }

    /** The provider's name, or that only coordinators know it. */
    String provider(Provider provider) {
        return provider.name().isEmpty() ? say("gaps.provider.hidden") : provider.name();
    }

    /** "105 of 168 hours". */
    String hours(int minutes) {
        int whole = minutes / 60;
        return minutes % 60 == 0
                ? say("gaps.hours", whole)
                : say("gaps.hours.minutes", whole, minutes % 60);
    }

    /** "Adults · Males". */
    String values(List<Axis.Value> values) {
        return values.stream()
                .map(value -> value.label().in(locale()))
                .collect(Collectors.joining(" · "));
    }

    /** "Adults · Males · Foreign nationals", the last part only where it matters. */
    String people(PeopleGroup group) {
        return group.only().isEmpty()
                ? values(group.who())
                : values(group.who()) + " · " + values(group.only());
    }

    /** Hours of the week left, rounded up: "63". */
    static int hoursMissing(int minutes) {
        return (WeeklyHours.WEEK - minutes + 59) / 60;
    }
}
