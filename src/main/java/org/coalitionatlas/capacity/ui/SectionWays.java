package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.coalitionatlas.capacity.Section;

/** The ways from a section to the one before it and the one after it. */
final class SectionWays extends Composite<Div> {

    SectionWays(OnScreen screen) {
        getContent().addClassName("response-ways");
        List<Section> all = screen.instrument().sections();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).number().equals(screen.section())) {
                if (i > 0) {
                    way(screen, all.get(i - 1), "response.section.previous");
                }
                if (i + 1 < all.size()) {
                    way(screen, all.get(i + 1), "response.section.next");
                }
            }
        }
    }

    private void way(OnScreen screen, Section to, String key) {
        RouterLink link = SectionNav.link(screen.id(), to.number());
        link.setText(screen.words().text(key, screen.words().title(to)));
        getContent().add(link);
    }
}
