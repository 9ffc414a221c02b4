package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.capacity.Answered;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.Progress;
import org.coalitionatlas.capacity.Section;

/** The sections, how far each is filled in, and the switch to all on one page. */
final class SectionNav extends Composite<Nav> {

    /** Value of the query parameter that shows everything. */
    static final String ALL = "all";

    private final ResponseWords words;
    private final Instrument instrument;
    private final List<Span> figures = new ArrayList<>();
    private final List<ListItem> items = new ArrayList<>();

    /**
     * @param current number of the section shown, or {@link #ALL}
     */
    SectionNav(UUID response, Instrument instrument, String current, ResponseWords words) {
        this.words = words;
        this.instrument = instrument;
        getContent().addClassName("section-nav");
        getContent().getElement().setAttribute("aria-label", words.text("response.sections"));
        var list = new OrderedList();
        for (Section section : instrument.sections()) {
            var number = new Span(section.number());
            number.addClassName("nav-number");
            var title = new Span(words.of(section.title()));
            title.addClassName("nav-title");
            var figure = new Span();
            figure.addClassName("nav-figure");
            figures.add(figure);
            RouterLink link = link(response, section.number());
            link.add(number, title, figure);
            mark(link, section.number().equals(current));
            var item = new ListItem(link);
            items.add(item);
            list.add(item);
        }
        RouterLink all = link(response, ALL);
        all.setText(words.text("response.sections.all"));
        all.addClassName("nav-all");
        mark(all, ALL.equals(current));
        getContent().add(list, all);
    }

    void show(Answered answered) {
        for (int i = 0; i < figures.size(); i++) {
            Progress progress = answered.progress(instrument.sections().get(i));
            figures.get(i)
                    .setText(
                            words.text("response.progress", progress.answered(), progress.asked()));
            items.get(i).setClassName("is-complete", progress.isComplete());
        }
    }

    static RouterLink link(UUID response, String section) {
        return link(response, CapacityNavigation.SECTION, section);
    }

    static RouterLink link(UUID response, String parameter, String value) {
        var link = new RouterLink();
        link.setRoute(ResponseView.class, new RouteParameters("response", response.toString()));
        link.setQueryParameters(new QueryParameters(Map.of(parameter, List.of(value))));
        return link;
    }

    private static void mark(RouterLink link, boolean current) {
        if (current) {
            link.getElement().setAttribute("aria-current", "page");
        }
    }
}
