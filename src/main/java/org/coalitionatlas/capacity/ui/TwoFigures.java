package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.capacity.Outcome;
import org.coalitionatlas.capacity.Progress;
import org.coalitionatlas.capacity.Result;

/** Progress and result side by side, each in its own words and each opening to its items. */
final class TwoFigures extends Composite<Div> {

    /** The order in which people ask. */
    static final List<Outcome> OUTCOMES =
            List.of(
                    Outcome.TO_IMPROVE,
                    Outcome.BEING_IMPROVED,
                    Outcome.NOT_KNOWN,
                    Outcome.STRENGTH,
                    Outcome.IN_WORDS,
                    Outcome.NOT_APPLICABLE);

    private final transient ResultWords words = new ResultWords(this);

    TwoFigures(UUID response, Result result) {
        getContent().addClassName("capacity-figures");
        getContent().add(progress(response, result.progress()), says(response, result));
    }

    private Section progress(UUID response, Progress progress) {
        var figure =
                new Paragraph(
                        words.say(
                                "capacity.result.progress.figure",
                                progress.answered(),
                                progress.asked()));
        figure.addClassName("capacity-figure");
        var meter = new Div();
        meter.addClassName("capacity-meter");
        meter.getElement().setAttribute("aria-hidden", "true");
        meter.getStyle()
                .set(
                        "--answered",
                        progress.asked() == 0
                                ? "0"
                                : String.valueOf(100 * progress.answered() / progress.asked()));
        var card =
                new Section(
                        new H2(words.say("capacity.result.progress")),
                        figure,
                        meter,
                        new Paragraph(
                                words.say("capacity.result.progress.later", progress.later())));
        if (progress.isComplete()) {
            card.add(new Paragraph(words.say("capacity.result.progress.complete")));
        } else {
            card.add(
                    new Anchor(
                            new ResultQuery(false, Outcome.UNANSWERED, null).address(response),
                            words.say("capacity.result.progress.missing", progress.missing())));
        }
        card.addClassName("card");
        return card;
    }

    private Section says(UUID response, Result result) {
        Map<Outcome, Integer> counts = result.counts();
        var list = new UnorderedList();
        list.addClassName("capacity-outcomes");
        for (Outcome outcome : OUTCOMES) {
            int count = counts.getOrDefault(outcome, 0);
            if (count > 0) {
                list.add(new ListItem(link(response, outcome, count)));
            }
        }
        var card = new Section(new H2(words.say("capacity.result.says")));
        if (result.places().stream().noneMatch(place -> place.outcome().isJudged())) {
            card.add(new Paragraph(words.say("capacity.result.says.none")));
        }
        card.add(list);
        card.addClassName("card");
        return card;
    }

    private Anchor link(UUID response, Outcome outcome, int count) {
        var number = new Span(String.valueOf(count));
        number.addClassName("capacity-count");
        var link = new Anchor(new ResultQuery(false, outcome, null).address(response), "");
        link.addClassNames("capacity-outcome", OutcomeStyle.of(outcome));
        link.add(number, new Span(words.outcomes(outcome)));
        return link;
    }
}
