package org.coalitionatlas.cockpit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.coalitionatlas.cockpit.AnswerState;
import org.coalitionatlas.cockpit.Figures;
import org.coalitionatlas.cockpit.Picture;
import org.coalitionatlas.common.ui.StackingTable;

/** Response rates by county; every figure leads to the organizations it counts. */
final class CountyRates extends Composite<Div> {

    private final Picture picture;
    private final CockpitQuery query;
    private final CockpitWords words;

    CountyRates(Picture picture, CockpitQuery query, CockpitWords words) {
        this.picture = picture;
        this.query = query;
        this.words = words;
        var heads = new ArrayList<String>();
        heads.add(words.text("cockpit.county"));
        heads.add(words.text("cockpit.figure.asked"));
        for (AnswerState state : AnswerState.values()) {
            heads.add(words.text("cockpit.show." + state));
        }
        heads.add(words.text("cockpit.show.overdue"));
        heads.add(words.text("cockpit.rate"));
        String title = words.text("cockpit.byCounty");
        var table = new StackingTable(title, heads.toArray(String[]::new));
        picture.counties()
                .forEach(c -> row(table, c.county().fips(), c.county().nameWithState(), true));
        row(table, CockpitQuery.WIDER, words.text("cockpit.where.wider"), false);
        row(table, CockpitQuery.NOWHERE, words.text("cockpit.where.nowhere"), false);
        getContent().add(new H2(title), new Paragraph(words.text("cockpit.byCounty.text")), table);
    }

    private void row(StackingTable table, String county, String name, boolean always) {
        CockpitQuery there = query.withCounty(county).withShow("");
        Figures figures = Figures.of(picture.asked().stream().filter(there::isThere).toList());
        if (figures.asked() == 0 && !always) {
            return;
        }
        List<Component> cells = new ArrayList<>();
        cells.add(new Span(name));
        cells.add(figure(figures.asked(), there, name, "cockpit.figure.asked"));
        for (AnswerState state : AnswerState.values()) {
            cells.add(
                    figure(
                            figures.in(state),
                            there.withShow(state.name()),
                            name,
                            "cockpit.show." + state));
        }
        cells.add(
                figure(
                        figures.overdue(),
                        there.withShow(CockpitQuery.OVERDUE),
                        name,
                        "cockpit.show.overdue"));
        cells.add(
                new Span(
                        figures.asked() == 0
                                ? words.text("cockpit.rate.none")
                                : words.text("cockpit.rate.percent", figures.percent())));
        table.row(null, cells.toArray(Component[]::new));
    }

    private Component figure(int count, CockpitQuery to, String county, String key) {
        return CountLink.of(
                count,
                to.address(),
                words.text("cockpit.figure.named", count, words.text(key), county));
    }
}
