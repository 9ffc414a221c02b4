package org.coalitionatlas.shell.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.stream.Collectors;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Phase;
import org.coalitionatlas.taxonomy.Taxonomy;

/** One press from home to a list of numbers: who is open now, who is trained, and the phases. */
final class QuickWays extends Composite<Nav> {

    QuickWays(Taxonomy taxonomy) {
        getContent().addClassName("quick-ways");
        getContent().getElement().setAttribute("aria-label", getTranslation("shell.home.ways"));
        var list = new UnorderedList();
        list.add(way("directory?open=1", VaadinIcon.CLOCK, getTranslation("shell.home.ways.open")));
        list.add(
                way(
                        "directory?trained=1",
                        VaadinIcon.DIPLOMA,
                        getTranslation("shell.home.ways.trained")));
        for (Phase phase : taxonomy.phases()) {
            String needs =
                    taxonomy.needs().stream()
                            .filter(need -> need.phase().equals(phase))
                            .map(Need::code)
                            .collect(Collectors.joining("&need=", "need=", ""));
            list.add(way("directory?" + needs, VaadinIcon.LIST_UL, phase.label().in(getLocale())));
        }
        getContent().add(list);
    }

    private static ListItem way(String path, VaadinIcon icon, String label) {
        var link = new Anchor(path);
        link.add(icon.create());
        link.add(label);
        return new ListItem(link);
    }
}
