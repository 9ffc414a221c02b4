package org.coalitionatlas.cockpit.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.coalitionatlas.cockpit.AnswerState;
import org.coalitionatlas.cockpit.Figures;
import org.coalitionatlas.cockpit.Picture;

/** The figures in a sentence and one by one, each leading to the list behind it. */
final class FigureList extends Composite<Div> {

    private final CockpitQuery query;
    private final CockpitWords words;
    private final UnorderedList list = new UnorderedList();

    FigureList(Picture picture, CockpitQuery query, CockpitWords words) {
        this.query = query;
        this.words = words;
        Figures figures = Figures.of(picture.asked().stream().filter(query::isThere).toList());
        var summary =
                new Paragraph(
                        words.text(
                                "cockpit.summary",
                                figures.asked(),
                                figures.answered(),
                                figures.percent(),
                                figures.overdue(),
                                figures.neverAnswered()));
        summary.addClassName("cockpit-summary");
        summary.getElement().setAttribute("role", "status");
        list.addClassName("cockpit-figures");
        figure("", figures.asked());
        for (AnswerState state : AnswerState.values()) {
            figure(state.name(), figures.in(state));
        }
        figure(CockpitQuery.OVERDUE, figures.overdue());
        figure(CockpitQuery.NEVER, figures.neverAnswered());
        getContent().add(summary, list);
    }

    private void figure(String show, int count) {
        String label = words.text(show.isEmpty() ? "cockpit.figure.asked" : "cockpit.show." + show);
        var number = new Span(String.valueOf(count));
        number.addClassName("number");
        ListItem item;
        if (count == 0) {
            item = new ListItem(new Div(number, new Span(label)));
        } else {
            var link = new Anchor(query.withShow(show).address());
            link.add(number, new Span(label));
            if (query.show().equals(show)) {
                link.getElement().setAttribute("aria-current", "true");
            }
            item = new ListItem(link);
        }
        if (show.equals(CockpitQuery.OVERDUE) && count > 0) {
            item.addClassName("cockpit-late");
        }
        list.add(item);
    }
}
