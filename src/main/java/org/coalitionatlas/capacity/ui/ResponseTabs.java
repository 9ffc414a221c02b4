package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import java.util.UUID;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.Sight;

/** The ways to look at one response: its answers, its result, on paper. */
@StyleSheet("portal-capacity.css")
final class ResponseTabs extends Composite<Nav> {

    /** One of the ways. */
    enum Tab {
        FILL,
        RESULT,
        BOARD,
        COMPARE,
        PAPER
    }

    /**
     * @param sight how much of it the person may read; ways to what they may not are left out
     */
    ResponseTabs(UUID response, Tab current, Sight sight) {
        getContent().addClassNames("capacity-tabs", "no-print");
        getContent().getElement().setAttribute("aria-label", getTranslation("capacity.view.label"));
        add(Tab.FILL, current, "capacity.view.fill", CapacityNavigation.response(response));
        if (sight.hasResult()) {
            add(Tab.RESULT, current, "capacity.view.result", CapacityNavigation.result(response));
            add(Tab.BOARD, current, "capacity.view.board", CapacityNavigation.board(response));
            add(
                    Tab.COMPARE,
                    current,
                    "capacity.view.compare",
                    CapacityNavigation.compare(response));
        }
        add(Tab.PAPER, current, "capacity.view.paper", CapacityNavigation.paper(response));
    }

    private void add(Tab tab, Tab current, String key, String address) {
        var link = new Anchor(address, getTranslation(key));
        if (tab == current) {
            link.getElement().setAttribute("aria-current", "page");
        }
        getContent().add(link);
    }
}
