package org.coalitionatlas.gaps.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.Locale;
import org.coalitionatlas.gaps.CountyFigures;
import org.coalitionatlas.gaps.GapMap;
import org.coalitionatlas.gaps.ui.GapsQuery.Only;
import org.coalitionatlas.geography.County;

/** The figures of each county in words; every figure opens the needs that make it. */
final class CountyCards extends Composite<Section> {

    private final GapWords words = new GapWords(this);
    private final Div cards = new Div();

    CountyCards() {
        cards.addClassNames("cards", "gap-counties");
        var meaning = new Paragraph(words.say("gaps.figure.readiness.meaning"));
        meaning.addClassName("gap-note");
        getContent().add(new H2(words.say("gaps.counties")), cards, meaning);
    }

    void show(GapMap map, GapsQuery query) {
        cards.removeAll();
        map.cells()
                .forEach(
                        (county, needs) ->
                                cards.add(
                                        card(
                                                county,
                                                words.county(county, map.cells().keySet()),
                                                map.figures(county),
                                                needs.size(),
                                                query)));
    }

    private Component card(
            County county, String name, CountyFigures figures, int needs, GapsQuery query) {
        GapsQuery ofCounty = GapsQuery.EVERYTHING.withList(query.list()).withCounty(county.fips());
        var card = new Section(new H3(name));
        card.addClassName("card");
        card.getElement().setAttribute("aria-label", name);
        card.add(completeness(figures, needs, ofCounty), bar(figures), coverage(figures, ofCounty));
        card.add(readiness(figures, ofCounty));
        return card;
    }

    private Component completeness(CountyFigures figures, int needs, GapsQuery ofCounty) {
        var line = new Paragraph();
        line.add(
                link(
                        words.say("gaps.figure.assessed", figures.assessed(), figures.applicable()),
                        ofCounty.withOnly(Only.ASSESSED)));
        int open = figures.applicable() - figures.assessed();
        if (open > 0) {
            line.add(" · ");
            line.add(
                    link(
                            words.say("gaps.figure.notAssessed", open),
                            ofCounty.withOnly(Only.NOT_ASSESSED)));
        }
        // The worksheet counts these as answered; said here so that the two figures agree.
        int elsewhere = needs - figures.applicable();
        if (elsewhere > 0) {
            line.add(" · " + words.say("gaps.figure.notApplicable", elsewhere));
        }
        return line;
    }

    private Component coverage(CountyFigures figures, GapsQuery ofCounty) {
        var line = new Paragraph();
        if (figures.assessed() == 0) {
            line.setText(words.say("gaps.figure.nothingAssessed"));
            return line;
        }
        line.add(
                link(
                        words.say("gaps.figure.covered", figures.covered(), figures.assessed()),
                        ofCounty.withOnly(Only.COVERED)));
        int uncovered = figures.assessed() - figures.covered();
        if (uncovered > 0) {
            line.add(" · ");
            line.add(
                    link(
                            words.say("gaps.figure.uncovered", uncovered),
                            ofCounty.withOnly(Only.UNCOVERED)));
        }
        var range = new Span(range(figures));
        range.addClassName("gap-range-words");
        line.add(range);
        return line;
    }

    private String range(CountyFigures figures) {
        return figures.assessed() == figures.applicable()
                ? words.say("gaps.figure.exact", figures.lowest(), figures.applicable())
                : words.say(
                        "gaps.figure.range",
                        figures.lowest(),
                        figures.highest(),
                        figures.applicable());
    }

    // The same range for the eye: covered, unknown, short.
    private static Component bar(CountyFigures figures) {
        var bar = new Div();
        bar.addClassName("gap-range");
        bar.getElement().setAttribute("aria-hidden", "true");
        bar.add(part("gap-range-covered", figures.lowest()));
        bar.add(part("gap-range-unknown", figures.highest() - figures.lowest()));
        return bar;
    }

    private static Component part(String style, double share) {
        var part = new Span();
        part.addClassName(style);
        part.getStyle().set("inline-size", String.format(Locale.ROOT, "%.1f%%", share * 100));
        return part;
    }

    private Component readiness(CountyFigures figures, GapsQuery ofCounty) {
        var line = new Paragraph();
        figures.readiness()
                .ifPresent(
                        share -> {
                            line.add(
                                    link(
                                            words.say("gaps.figure.readiness", share),
                                            ofCounty.withOnly(Only.ASSESSED)));
                        });
        if (figures.readiness().isEmpty()) {
            line.setText(words.say("gaps.figure.readiness.unknown"));
        }
        return line;
    }

    private static RouterLink link(String text, GapsQuery query) {
        var link = new RouterLink(text, GapsView.class);
        link.setQueryParameters(query.parameters());
        return link;
    }
}
