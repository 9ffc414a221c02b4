package org.coalitionatlas.gaps.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.router.RouterLink;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coalitionatlas.gaps.Cell;
import org.coalitionatlas.gaps.GapCode;
import org.coalitionatlas.gaps.GapMap;
import org.coalitionatlas.gaps.ui.GapsQuery.Only;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Phase;

/**
 * Filters as links with counts, so that each choice is an address. The links stay the same
 * components from one choice to the next, which keeps the keyboard where it is.
 */
final class GapFilters extends Composite<Nav> {

    private final GapWords words = new GapWords(this);
    private final Map<String, RouterLink> phases = new LinkedHashMap<>();
    private final Map<GapCode, RouterLink> gaps = new EnumMap<>(GapCode.class);
    private final Map<Only, RouterLink> onlys = new EnumMap<>(Only.class);
    private final Map<String, RouterLink> counties = new LinkedHashMap<>();
    private final RouterLink everything = chip();

    GapFilters(List<Phase> phases, Collection<County> counties) {
        phases.forEach(phase -> this.phases.put(phase.code(), chip()));
        Arrays.stream(GapCode.values()).forEach(code -> gaps.put(code, chip()));
        Arrays.stream(Only.values())
                .filter(only -> only != Only.ALL)
                .forEach(only -> onlys.put(only, chip()));
        counties.forEach(county -> this.counties.put(county.fips(), chip()));
        getContent().getElement().setAttribute("aria-label", words.say("gaps.filters"));
        getContent().addClassNames("gap-filters", "no-print");
        var groups =
                new Div(
                        group("gaps.filter.gap", gaps.values()),
                        group("gaps.filter.only", onlys.values()),
                        group("gaps.filter.phase", this.phases.values()),
                        group("gaps.filter.county", this.counties.values()));
        groups.addClassName("gap-filter-groups");
        getContent().add(opener(), groups, everything);
    }

    // On a phone the filters would fill the screen before the map; there a button opens them.
    private Component opener() {
        var opener = new Button(words.say("gaps.filters"), new Icon("vaadin:filter"));
        opener.addClassName("gap-filters-open");
        opener.getElement().setAttribute("aria-expanded", "false");
        opener.addClickListener(
                click -> {
                    boolean open = !getContent().hasClassName("open");
                    getContent().setClassName("open", open);
                    opener.getElement().setAttribute("aria-expanded", String.valueOf(open));
                });
        return opener;
    }

    /** Each chip says how many cells it would show beside the other choices. */
    void show(GapMap map, List<Phase> phases, GapsQuery query) {
        gaps.forEach(
                (code, chip) -> {
                    boolean chosen = code == query.gap();
                    long count = count(map, query.withGap(code));
                    set(
                            chip,
                            words.say("gaps.filter.count", words.codeAndGap(code), count),
                            query.withGap(chosen ? null : code),
                            chosen);
                    chip.setVisible(chosen || count > 0);
                });
        onlys.forEach(
                (only, chip) -> {
                    boolean chosen = only == query.only();
                    set(
                            chip,
                            words.say(
                                    "gaps.filter.count",
                                    words.say("gaps.only." + only.name()),
                                    count(map, query.withOnly(only))),
                            query.withOnly(chosen ? Only.ALL : only),
                            chosen);
                });
        for (Phase phase : phases) {
            boolean chosen = phase.code().equals(query.phase());
            set(
                    chipOf(this.phases, phase.code()),
                    phase.label().in(words.locale()),
                    query.withPhase(chosen ? null : phase.code()),
                    chosen);
        }
        for (County county : map.cells().keySet()) {
            boolean chosen = county.fips().equals(query.county());
            set(
                    chipOf(counties, county.fips()),
                    words.county(county, map.cells().keySet()),
                    query.withCounty(chosen ? null : county.fips()),
                    chosen);
        }
        set(everything, words.say("gaps.filter.everything"), query.widened(), false);
        everything.setVisible(query.isNarrowed());
    }

    private static RouterLink chipOf(Map<String, RouterLink> chips, String key) {
        return chips.computeIfAbsent(key, unknown -> chip());
    }

    static long count(GapMap map, GapsQuery query) {
        return map.cells().entrySet().stream()
                .flatMap(
                        county ->
                                county.getValue().entrySet().stream()
                                        .filter(cell -> includes(query, county.getKey(), cell)))
                .count();
    }

    private static boolean includes(GapsQuery query, County county, Map.Entry<Need, Cell> cell) {
        return query.includes(county, cell.getKey(), cell.getValue());
    }

    private Component group(String key, Collection<RouterLink> chips) {
        var label = new Span(words.say(key));
        label.addClassName("gap-filter-label");
        var group = new Div(label);
        group.addClassName("gap-filter-group");
        group.getElement().setAttribute("role", "group");
        group.getElement().setAttribute("aria-label", words.say(key));
        chips.forEach(group::add);
        return group;
    }

    private static void set(RouterLink chip, String text, GapsQuery query, boolean chosen) {
        chip.setText(text);
        chip.setQueryParameters(query.parameters());
        if (chosen) {
            chip.getElement().setAttribute("aria-current", "true");
        } else {
            chip.getElement().removeAttribute("aria-current");
        }
    }

    private static RouterLink chip() {
        var chip = new RouterLink("", GapsView.class);
        chip.addClassName("gap-chip");
        return chip;
    }
}
