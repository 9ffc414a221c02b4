package org.coalitionatlas.gaps.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.coalitionatlas.gaps.Cell;
import org.coalitionatlas.gaps.GapMap;
import org.coalitionatlas.gaps.GapsNavigation;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Phase;

/**
 * Needs × counties as a table. A cell says its level in words, by colour and by the bars of its
 * pattern, so that it reads in grey, in forced colours and aloud.
 */
final class HeatMap extends Composite<Div> {

    private final GapWords words = new GapWords(this);
    private transient Optional<DemandFigures.OfCells> demand = Optional.empty();

    HeatMap() {
        getContent().addClassName("gap-map-scroll");
        getContent().getElement().setAttribute("role", "region");
        getContent().getElement().setAttribute("tabindex", "0");
        getContent().getElement().setAttribute("aria-label", words.say("gaps.map.label"));
    }

    /**
     * Draws the cells the query asks for; others keep their place but step back.
     *
     * @param searched how often each need was looked for, for those who may know
     */
    void show(
            GapMap map,
            List<Phase> phases,
            GapsQuery query,
            Optional<DemandFigures.OfCells> searched) {
        demand = searched;
        List<County> counties =
                map.cells().keySet().stream()
                        .filter(county -> query.county() == null || isAskedFor(query, county))
                        .toList();
        var table = new NativeTable();
        table.addClassName("gap-map");
        table.setCaptionText(words.say("gaps.map.caption"));
        table.getCaption().addClassName("visually-hidden");
        NativeTableRow head = table.getHead().addRow();
        head.add(heading(words.say("gaps.map.need"), "col"));
        counties.forEach(county -> head.add(heading(words.county(county, counties), "col")));
        for (Phase phase : phases) {
            addPhase(table, phase, map, counties, query);
        }
        getContent().removeAll();
        getContent().add(table);
    }

    private static boolean isAskedFor(GapsQuery query, County county) {
        return county.fips().equals(query.county());
    }

    private void addPhase(
            NativeTable table, Phase phase, GapMap map, List<County> counties, GapsQuery query) {
        List<Need> needs =
                map.cells().values().stream().findFirst().map(Map::keySet).orElse(Set.of()).stream()
                        .filter(need -> need.phase().equals(phase))
                        .filter(
                                need ->
                                        counties.stream()
                                                .anyMatch(
                                                        county ->
                                                                query.includes(
                                                                        county,
                                                                        need,
                                                                        cell(map, county, need))))
                        .toList();
        if (needs.isEmpty()) {
            return;
        }
        NativeTableBody body = table.addBody();
        var title = heading("", "rowgroup");
        title.getElement().setAttribute("colspan", String.valueOf(counties.size() + 1));
        title.add(new Span(phase.label().in(words.locale())));
        title.addClassName("gap-phase");
        body.addRow().add(title);
        for (Need need : needs) {
            NativeTableRow row = body.addRow();
            row.add(heading(words.need(need), "row"));
            for (County county : counties) {
                Cell cell = cell(map, county, need);
                row.add(
                        cell(
                                need,
                                county,
                                words.county(county, counties),
                                cell,
                                query.includes(county, need, cell)));
            }
        }
    }

    private static Cell cell(GapMap map, County county, Need need) {
        return Objects.requireNonNull(Objects.requireNonNull(map.cells().get(county)).get(need));
    }

    private NativeTableCell cell(
            Need need, County county, String countyName, Cell cell, boolean askedFor) {
        var link = new Anchor(GapsNavigation.cell(county.fips(), need.code()), "");
        Optional<String> searched = demand.flatMap(all -> all.mark(county, need));
        String said = words.cell(need, countyName, cell);
        link.getElement()
                .setAttribute("aria-label", searched.map(mark -> said + ". " + mark).orElse(said));
        link.add(LevelStyle.bars());
        var level = new Span(words.level(cell));
        level.addClassName("gap-level");
        link.add(level);
        if (cell.isCovered()) {
            link.add(line(words.say("gaps.covered.mark"), "gap-covered"));
        } else if (cell.isAssessed()) {
            link.add(
                    line(
                            String.join(" ", cell.gaps().stream().map(Enum::name).toList()),
                            "gap-codes"));
        }
        searched.ifPresent(mark -> link.add(line(mark, "gap-demand")));
        var data = new NativeTableCell(link);
        data.addClassNames("gap-cell", LevelStyle.of(cell));
        data.setClassName("gap-aside", !askedFor);
        return data;
    }

    private static Span line(String text, String style) {
        var line = new Span(text);
        line.addClassName(style);
        return line;
    }

    private static NativeTableHeaderCell heading(String text, String scope) {
        var heading = new NativeTableHeaderCell(text);
        heading.getElement().setAttribute("scope", scope);
        return heading;
    }
}
