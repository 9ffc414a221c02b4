package org.coalitionatlas.gaps.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.coalitionatlas.gaps.Cell;
import org.coalitionatlas.gaps.GapCode;
import org.coalitionatlas.gaps.GapMap;
import org.coalitionatlas.gaps.GapsNavigation;
import org.coalitionatlas.gaps.ui.GapsQuery.Sort;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.taxonomy.Need;

/** Every gap of the coalition on a line of its own with what to do next; acute needs first. */
final class GapList extends Composite<Div> {

    static final int PAGE = 100;

    private final GapWords words = new GapWords(this);

    GapList() {
        getContent().addClassName("gap-list");
    }

    /** A gap of a cell. */
    record Line(County county, Need need, Cell cell, GapCode code) {}

    /**
     * @param demand how often each need was looked for, for those who may know
     */
    void show(GapMap map, GapsQuery query, Optional<DemandFigures.OfCells> demand) {
        List<Line> lines = lines(map, query);
        int pages = Math.max(1, (lines.size() + PAGE - 1) / PAGE);
        int page = Math.min(query.page(), pages - 1);
        var table = new NativeTable();
        table.addClassName("gap-table");
        table.setCaptionText(words.say("gaps.list.caption", lines.size()));
        NativeTableRow head = table.getHead().addRow();
        head.add(sortable("gaps.list.need", Sort.NEED, query));
        head.add(sortable("gaps.list.county", Sort.COUNTY, query));
        head.add(sortable("gaps.list.gap", Sort.GAP, query));
        head.add(sortable("gaps.list.phase", Sort.PHASE, query));
        if (demand.isPresent()) {
            head.add(heading(words.say("seeking.demand.column")));
        }
        head.add(heading(words.say("gaps.list.next")));
        NativeTableBody body = table.addBody();
        role(table, "table");
        role(table.getHead(), "rowgroup");
        role(head, "row");
        head.getChildren().forEach(heading -> role(heading, "columnheader"));
        role(body, "rowgroup");
        Collection<County> among = map.cells().keySet();
        lines.stream()
                .skip((long) page * PAGE)
                .limit(PAGE)
                .forEach(line -> addLine(body.addRow(), line, among, demand));
        var scroll = new Div(table);
        scroll.addClassName("gap-map-scroll");
        scroll.getElement().setAttribute("role", "region");
        scroll.getElement().setAttribute("tabindex", "0");
        scroll.getElement().setAttribute("aria-label", words.say("gaps.list.label"));
        getContent().removeAll();
        getContent().add(scroll);
        if (pages > 1) {
            getContent().add(pager(query, page, pages));
        }
    }

    private static List<Line> lines(GapMap map, GapsQuery query) {
        var lines = new ArrayList<Line>();
        map.cells()
                .forEach(
                        (county, cells) ->
                                cells.forEach(
                                        (need, cell) -> {
                                            if (query.includes(county, need, cell)) {
                                                cell.gaps().stream()
                                                        .filter(code -> isAskedFor(query, code))
                                                        .map(c -> new Line(county, need, cell, c))
                                                        .forEach(lines::add);
                                            }
                                        }));
        lines.sort(order(query.sort()));
        return lines;
    }

    private static boolean isAskedFor(GapsQuery query, GapCode code) {
        return query.gap() == null || query.gap() == code;
    }

    private static Comparator<Line> order(Sort sort) {
        Comparator<Line> acuteFirst =
                Comparator.comparingInt((Line line) -> line.need().phase().order())
                        .thenComparingInt(line -> line.need().order())
                        .thenComparing(line -> line.county().name())
                        .thenComparing(Line::code);
        return switch (sort) {
            case PHASE -> acuteFirst;
            case COUNTY ->
                    Comparator.comparing((Line line) -> line.county().name())
                            .thenComparing(acuteFirst);
            case NEED ->
                    Comparator.comparing((Line line) -> line.need().label().en())
                            .thenComparing(acuteFirst);
            case GAP -> Comparator.comparing(Line::code).thenComparing(acuteFirst);
        };
    }

    private void addLine(
            NativeTableRow row,
            Line line,
            Collection<County> among,
            Optional<DemandFigures.OfCells> demand) {
        String cellAddress = GapsNavigation.cell(line.county().fips(), line.need().code());
        var need = heading("");
        need.getElement().setAttribute("scope", "row");
        need.add(new Anchor(cellAddress, words.need(line.need())));
        row.add(need);
        row.add(labelled("gaps.list.county", new Span(words.county(line.county(), among))));
        var code = new Span(line.code().name());
        code.addClassName("gap-code");
        row.add(labelled("gaps.list.gap", code, new Span(" " + words.gap(line.code()))));
        row.add(
                labelled(
                        "gaps.list.phase",
                        new Span(line.need().phase().label().in(words.locale()))));
        demand.ifPresent(
                figures ->
                        row.add(
                                labelled(
                                        "seeking.demand.column",
                                        new Span(figures.searches(line.county(), line.need())))));
        row.add(labelled("gaps.list.next", next(line, cellAddress)));
        row.getChildren().forEach(cell -> role(cell, cell == need ? "rowheader" : "cell"));
        role(row, "row");
    }

    // On a phone rows are blocks, whose cells say what they are; roles keep it a table all the
    // same.
    private NativeTableCell labelled(String key, Component... parts) {
        var cell = new NativeTableCell(parts);
        cell.getElement().setAttribute("data-label", words.say(key));
        return cell;
    }

    private static void role(Component of, String role) {
        of.getElement().setAttribute("role", role);
    }

    // Asking happens on the worksheet; everything else begins with what stands behind the cell.
    private Component next(Line line, String cellAddress) {
        String address =
                line.code() == GapCode.G0
                        ? GapsNavigation.ask(line.county().fips(), line.need().code())
                        : cellAddress;
        return new Anchor(address, words.say("gaps.next." + line.code()));
    }

    private NativeTableHeaderCell sortable(String key, Sort sort, GapsQuery query) {
        var heading = heading("");
        heading.getElement().setAttribute("aria-sort", query.sort() == sort ? "ascending" : "none");
        var link = new RouterLink(words.say(key), GapsView.class);
        link.setQueryParameters(query.withSort(sort).parameters());
        heading.add(link);
        return heading;
    }

    private Component pager(GapsQuery query, int page, int pages) {
        var pager = new Nav();
        pager.addClassNames("gap-pager", "no-print");
        pager.getElement().setAttribute("aria-label", words.say("gaps.list.pages"));
        if (page > 0) {
            pager.add(to("gaps.list.previous", query.withPage(page - 1)));
        }
        pager.add(new Span(words.say("gaps.list.page", page + 1, pages)));
        if (page + 1 < pages) {
            pager.add(to("gaps.list.more", query.withPage(page + 1)));
        }
        return pager;
    }

    private RouterLink to(String key, GapsQuery query) {
        var link = new RouterLink(words.say(key), GapsView.class);
        link.setQueryParameters(query.parameters());
        return link;
    }

    private static NativeTableHeaderCell heading(String text) {
        var heading = new NativeTableHeaderCell(text);
        heading.getElement().setAttribute("scope", "col");
        return heading;
    }
}
