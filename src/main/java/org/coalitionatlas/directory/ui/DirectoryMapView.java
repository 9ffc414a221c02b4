package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coalitionatlas.directory.DirectoryMap;
import org.coalitionatlas.directory.DirectoryNavigation;
import org.coalitionatlas.directory.MapDrawing;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.identity.CoalitionProfile;

/** The same search as the list, on a map. The address holds the whole state, as there. */
@Route(DirectoryMapView.ADDRESS)
@PermitAll
@StyleSheet("portal-directory.css")
@StyleSheet("portal-map.css")
class DirectoryMapView extends Composite<Div> implements AfterNavigationObserver, HasDynamicTitle {

    static final String ADDRESS = DirectoryNavigation.SEARCH + "/map";

    private static final String COUNTY = "county";
    private static final String WORDS = "q";
    private static final String PAGE = "page";

    private final DirectoryMap map;
    private final MapDrawing drawing;
    private final DirectoryWords words;
    private final OwnFiles files;
    private final List<County> coalition;
    private final String coalitionName;

    private final TextField text = new TextField();
    private final Select<County> area = new Select<>();
    private final Nav ways = new Nav();
    private final Div body = new Div();

    private QueryParameters parameters = QueryParameters.empty();

    DirectoryMapView(
            DirectoryMap map,
            MapDrawing drawing,
            DirectoryWords words,
            OwnFiles files,
            CoalitionProfile profile) {
        this.map = map;
        this.drawing = drawing;
        this.words = words;
        this.files = files;
        this.coalition = profile.counties();
        this.coalitionName = profile.name();
        getContent().addClassName("directory-map");
        var search = new Div(text, area);
        search.addClassNames("map-search", "no-print");
        var summary = new Paragraph(words.text("map.summary"));
        summary.addClassName("no-print");
        getContent().add(new H1(words.text("map.menu")), ways, search, summary, body);

        text.setLabel(words.text("map.words"));
        text.setClearButtonVisible(true);
        text.setMaxLength(200);
        text.getElement().setAttribute("data-search", true);
        text.addValueChangeListener(
                event -> {
                    if (event.isFromClient()) {
                        go(WORDS, event.getValue().strip());
                    }
                });
        area.setLabel(words.text("map.area"));
        area.setItems(coalition);
        area.setItemLabelGenerator(
                county -> county == null ? words.text("map.area.all") : county.nameWithState());
        area.setEmptySelectionAllowed(true);
        area.setEmptySelectionCaption(words.text("map.area.all"));
        area.setPlaceholder(words.text("map.area.all"));
        area.addValueChangeListener(
                event -> {
                    if (event.isFromClient()) {
                        go(COUNTY, event.getValue() == null ? "" : event.getValue().fips());
                    }
                });
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        parameters = event.getLocation().getQueryParameters();
        DirectoryQuery query = DirectoryQuery.of(parameters);
        Optional<County> county =
                Optional.ofNullable(query.county())
                        .flatMap(words.geography()::county)
                        .filter(known -> known.valid().until() == null);
        text.setValue(query.text());
        area.setValue(county.filter(coalition::contains).orElse(null));
        showWays();
        List<County> counties = county.map(List::of).orElse(coalition);
        body.removeAll();
        if (counties.isEmpty()) {
            body.add(new Paragraph(words.text("map.counties.none")));
            return;
        }
        body.add(
                new MapPanel(
                        map.of(query.request(words.geography()), counties),
                        county.map(County::nameWithState).orElse(coalitionName),
                        drawing,
                        shown ->
                                county.filter(shown::equals).isPresent()
                                        ? null
                                        : new Location(ADDRESS, with(COUNTY, shown.fips()))
                                                .getPathWithQueryParameters(),
                        list("map.more.list"),
                        words,
                        files));
    }

    @Override
    public String getPageTitle() {
        return words.text("map.menu");
    }

    private void showWays() {
        ways.removeAll();
        ways.addClassName("map-ways");
        ways.getElement().setAttribute("aria-label", words.text("map.switch"));
        RouterLink list = list("map.switch.list");
        var here = new Span(words.text("map.switch.map"));
        here.getElement().setAttribute("aria-current", "page");
        ways.add(list, here);
    }

    private RouterLink list(String key) {
        var list = new RouterLink(words.text(key), DirectoryView.class);
        list.setQueryParameters(parameters);
        return list;
    }

    private QueryParameters with(String name, String value) {
        Map<String, List<String>> all = new HashMap<>(parameters.getParameters());
        all.remove(name);
        all.remove(PAGE);
        if (!value.isEmpty()) {
            all.put(name, List.of(value));
        }
        return new QueryParameters(all);
    }

    private void go(String name, String value) {
        UI.getCurrent().navigate(DirectoryMapView.class, with(name, value));
    }

    /** The way from the list to the map of the same search. */
    static Component linkFrom(QueryParameters parameters, DirectoryWords words) {
        var link = new RouterLink(words.text("map.switch.map"), DirectoryMapView.class);
        link.setQueryParameters(parameters);
        return link;
    }
}
