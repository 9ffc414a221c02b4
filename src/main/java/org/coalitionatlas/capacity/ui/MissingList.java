package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.Answered;
import org.coalitionatlas.capacity.CapacityNavigation;

/** What is missing for handing in, once somebody tried to; it shrinks with every answer. */
final class MissingList extends Composite<Div> {

    private final OnScreen screen;

    MissingList(OnScreen screen) {
        this.screen = screen;
        getContent().addClassName("response-banner");
    }

    void show(Answered answered) {
        getContent().removeAll();
        List<AnswerKey> places =
                answered.missing().stream().filter(place -> !answered.at(place).later()).toList();
        if (!places.isEmpty()) {
            var title = new H2(screen.words().text("response.submit.missing", places.size()));
            title.getElement().setAttribute("tabindex", "-1");
            getContent().add(title, links(screen, places));
        }
    }

    void focus() {
        getContent()
                .getChildren()
                .findFirst()
                .ifPresent(
                        title ->
                                title.getElement()
                                        .executeJs(
                                                "this.scrollIntoView({block: 'center'});"
                                                        + " this.focus()"));
    }

    /** The ways to those places. */
    static UnorderedList links(OnScreen screen, List<AnswerKey> places) {
        var list = new UnorderedList();
        for (AnswerKey place : places) {
            RouterLink link =
                    SectionNav.link(screen.id(), CapacityNavigation.ITEM, AnswerGiven.code(place));
            link.setText(screen.words().place(screen.instrument(), place));
            list.add(new ListItem(link));
        }
        return list;
    }
}
