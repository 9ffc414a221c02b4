package org.coalitionatlas.gaps.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.coalitionatlas.common.ui.EmptyState;
import org.coalitionatlas.gaps.GapMap;
import org.coalitionatlas.gaps.Gaps;
import org.coalitionatlas.gaps.GapsNavigation;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.taxonomy.Phase;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Where the coalition's counties stand, need by need. The address holds the whole state. */
@Route(GapsNavigation.MAP)
@Menu(title = "gaps.menu", order = 3, icon = "vaadin:chart-grid")
@PermitAll
@StyleSheet("portal-gaps.css")
final class GapsView extends Composite<Div> implements AfterNavigationObserver, HasDynamicTitle {

    private final transient Gaps gaps;
    private final transient CoalitionProfile coalition;
    private final transient DemandFigures demand;
    private final transient ResourceUrlProvider resources;
    private final List<Phase> phases;

    private final GapWords words = new GapWords(this);
    private final CountyCards cards = new CountyCards();
    private final GapFilters filters;
    private final Paragraph summary = new Paragraph();
    private final RouterLink asMap = new RouterLink("", GapsView.class);
    private final RouterLink asList = new RouterLink("", GapsView.class);
    private final Div shown = new Div();
    private final HeatMap map = new HeatMap();
    private final GapList list = new GapList();

    GapsView(
            Gaps gaps,
            CoalitionProfile coalition,
            Taxonomy taxonomy,
            DemandFigures demand,
            ResourceUrlProvider mvcResourceUrlProvider) {
        this.gaps = gaps;
        this.coalition = coalition;
        this.demand = demand;
        this.resources = mvcResourceUrlProvider;
        this.phases = taxonomy.phases();
        this.filters = new GapFilters(phases, coalition.counties());
        summary.getElement().setAttribute("role", "status");
        getContent().addClassName("gaps");
        getContent().add(new H1(getPageTitle()));
        if (coalition.counties().isEmpty()) {
            getContent().add(nothing());
            return;
        }
        var lead = new Paragraph(words.say("gaps.lead"));
        lead.addClassName("gap-lead");
        getContent().add(lead, cards, needs(), new Legend());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("gaps.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (coalition.counties().isEmpty()) {
            return;
        }
        GapsQuery query = GapsQuery.of(event.getLocation().getQueryParameters());
        GapMap judged = gaps.ofCoalition();
        cards.show(judged, query);
        filters.show(judged, phases, query);
        tab(asMap, "gaps.view.map", query.withList(false), !query.list());
        tab(asList, "gaps.view.list", query.withList(true), query.list());
        summary.setText(
                words.say(
                        "gaps.summary",
                        GapFilters.count(judged, query),
                        GapFilters.count(judged, GapsQuery.EVERYTHING)));
        shown.removeAll();
        if (GapFilters.count(judged, query) == 0) {
            shown.add(noneLeft(query));
        } else if (query.list()) {
            list.show(judged, query, demand.ofCells());
            shown.add(list);
        } else {
            map.show(judged, phases, query, demand.ofCells());
            shown.add(map);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        GapKeys.load(event.getUI(), resources);
    }

    private Component needs() {
        var tabs = new Nav(asMap, asList);
        tabs.addClassNames("gap-tabs", "no-print");
        tabs.getElement().setAttribute("aria-label", words.say("gaps.views"));
        return new Section(new H2(words.say("gaps.needs")), tabs, filters, summary, shown);
    }

    private void tab(RouterLink tab, String key, GapsQuery query, boolean chosen) {
        tab.setText(words.say(key));
        tab.setQueryParameters(query.parameters());
        if (chosen) {
            tab.getElement().setAttribute("aria-current", "page");
        } else {
            tab.getElement().removeAttribute("aria-current");
        }
    }

    private Component noneLeft(GapsQuery query) {
        var everything = new RouterLink(words.say("gaps.filter.everything"), GapsView.class);
        everything.setQueryParameters(query.widened().parameters());
        return new EmptyState(
                words.say("gaps.none.title"), words.say("gaps.none.hint"), everything);
    }

    private Component nothing() {
        return new EmptyState(
                words.say("gaps.empty.title"),
                words.say("gaps.empty.hint"),
                new Anchor(".", words.say("gaps.empty.link")));
    }
}
