package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.coalitionatlas.directory.DirectoryMap;
import org.coalitionatlas.directory.DirectoryMap.CountyPlaces;
import org.coalitionatlas.directory.DirectoryMap.Pin;
import org.coalitionatlas.directory.DirectoryMap.PinnedPlace;
import org.coalitionatlas.directory.DirectoryMap.Places;
import org.coalitionatlas.directory.MapDrawing;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.geography.County;
import org.jspecify.annotations.Nullable;

/** Places on a map and, with the same numbers, in a list that says everything the map says. */
final class MapPanel extends Composite<Div> {

    private final DirectoryWords words;
    private final OwnFiles files;

    /**
     * @param title what is drawn, for those who do not see it
     * @param zoom where a county leads, or {@code null}
     * @param list leads to the same search as a list, which leaves nothing out
     */
    MapPanel(
            Places places,
            String title,
            MapDrawing drawing,
            Function<County, @Nullable String> zoom,
            Component list,
            DirectoryWords words,
            OwnFiles files) {
        this.words = words;
        this.files = files;
        List<County> counties = places.counties().stream().map(CountyPlaces::county).toList();
        var picture =
                new Svg(
                        drawing.svg(
                                counties,
                                places.pins(),
                                words.text("map.label", title, places.pins().size()),
                                zoom));
        var frame = new Div(picture);
        frame.addClassName("map-picture");
        var text = new Div();
        text.addClassName("map-words");
        text.add(new Paragraph(words.text(places.pins().isEmpty() ? "map.none" : "map.list")));
        text.add(
                new Paragraph(
                        words.text(
                                "map.stands",
                                counties.size() == 1 ? title : words.text("map.stands.counties"))));
        if (!places.pins().isEmpty()) {
            text.add(list(places.pins()));
        }
        text.add(figures(places.counties()));
        text.add(new Paragraph(words.text("map.unpinned.why")));
        if (places.left() > 0) {
            var more =
                    new Paragraph(
                            new Span(
                                    words.text(
                                            "map.more", places.left(), DirectoryMap.MOST_SERVICES)),
                            new Text(" "),
                            list);
            more.addClassName("map-more");
            text.add(more);
        }
        getContent().addClassNames("map-panel", "map-sheet");
        getContent().add(frame, text);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        files.style(event.getUI(), "/assets/map.css");
        files.script(event.getUI(), "/assets/map.js");
    }

    private Component list(List<Pin> pins) {
        var list = new OrderedList();
        list.addClassName("map-list");
        for (Pin pin : pins) {
            var number = new Anchor("#pin-" + pin.number(), String.valueOf(pin.number()));
            number.setRouterIgnore(true);
            number.addClassName("number");
            number.getElement().setAttribute("aria-label", words.text("map.show", pin.number()));
            var what = new Div();
            for (PinnedPlace at : pin.places()) {
                at.services().forEach(service -> what.add(service(service)));
                var where = new Paragraph(words.place(at.place()));
                where.addClassName("where");
                what.add(where);
            }
            var item = new ListItem(number, what);
            item.setId("place-" + pin.number());
            list.add(item);
        }
        return list;
    }

    private Component service(ServiceView service) {
        var line =
                new Paragraph(
                        new RouterLink(
                                service.name(),
                                ServiceRecordView.class,
                                new RouteParameters("id", service.id().toString())),
                        new Span(" · "),
                        new Span(service.organization().name()));
        Parts.marks(service, words).forEach(line::add);
        return line;
    }

    private Component figures(List<CountyPlaces> counties) {
        var table = new NativeTable();
        table.addClassName("map-figures");
        table.setCaptionText(words.text("map.figures"));
        var head = new NativeTableRow();
        for (String key : List.of("map.county", "map.places", "map.pinned", "map.unpinned")) {
            var cell = new NativeTableHeaderCell(words.text(key));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        var rows = new ArrayList<Component>();
        for (CountyPlaces county : counties) {
            var name = new NativeTableHeaderCell(county.county().nameWithState());
            name.getElement().setAttribute("scope", "row");
            rows.add(
                    new NativeTableRow(
                            name,
                            new NativeTableCell(String.valueOf(county.places())),
                            new NativeTableCell(String.valueOf(county.pinned())),
                            new NativeTableCell(
                                    String.valueOf(county.places() - county.pinned()))));
        }
        table.add(new NativeTableHeader(head));
        table.add(new NativeTableBody(rows.toArray(Component[]::new)));
        return table;
    }
}
