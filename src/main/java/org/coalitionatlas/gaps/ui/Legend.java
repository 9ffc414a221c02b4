package org.coalitionatlas.gaps.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.coalitionatlas.gaps.GapCode;
import org.coalitionatlas.gaps.Standing;

/** What the colours, bars, marks and codes mean, in words. */
final class Legend extends Composite<Div> {

    private final GapWords words = new GapWords(this);

    Legend() {
        var levels = new UnorderedList();
        levels.addClassName("gap-legend-levels");
        for (Standing standing : Standing.values()) {
            levels.add(level(LevelStyle.of(standing), "gaps.standing." + standing.name()));
        }
        levels.add(level(LevelStyle.of((Standing) null), "gaps.standing.NOT_ASSESSED"));
        levels.add(level("gap-not-applicable", "gaps.notApplicable"));
        var codes = new UnorderedList();
        codes.addClassName("gap-legend-codes");
        for (GapCode code : GapCode.values()) {
            if (code != GapCode.G0) {
                codes.add(new ListItem(words.codeAndGap(code)));
            }
        }
        getContent().addClassNames("card", "gap-legend");
        getContent()
                .add(
                        new H2(words.say("gaps.legend")),
                        levels,
                        new Paragraph(words.say("gaps.legend.covered")),
                        codes);
    }

    private ListItem level(String style, String key) {
        var sample = new Span(LevelStyle.bars());
        sample.addClassNames("gap-sample", style);
        sample.getElement().setAttribute("aria-hidden", "true");
        return new ListItem(
                sample, new Span(words.say(key)), new Span(words.say(key + ".meaning")));
    }
}
