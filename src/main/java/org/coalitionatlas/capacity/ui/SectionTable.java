package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalitionatlas.capacity.Outcome;
import org.coalitionatlas.capacity.Progress;
import org.coalitionatlas.capacity.Result;
import org.coalitionatlas.common.ui.StackingTable;
import org.jspecify.annotations.Nullable;

/**
 * Sections × outcomes; every number leads to the places it counts. On a phone one block for each
 * section, without the outcomes it has none of.
 */
final class SectionTable extends Composite<Section> {

    private final transient ResultWords words = new ResultWords(this);
    private final UUID response;
    private final StackingTable table;

    SectionTable(UUID response, Result result) {
        this.response = response;
        Stream<String> outcomes = TwoFigures.OUTCOMES.stream().map(words::outcomes);
        table =
                new StackingTable(
                        words.say("capacity.result.sections.caption"),
                        Stream.concat(
                                        Stream.of(
                                                words.say("capacity.result.section"),
                                                words.say("capacity.result.answered")),
                                        outcomes)
                                .toArray(String[]::new));
        for (Result.OfSection section : result.sections()) {
            String name = section.section().number() + " " + words.in(section.section().title());
            row(name, section.section().number(), section.progress(), section.counts());
        }
        row(words.say("capacity.result.all"), null, result.progress(), result.counts());
        getContent().addClassName("capacity-sections");
        getContent().add(new H2(words.say("capacity.result.sections")), table);
    }

    private void row(
            String name,
            @Nullable String section,
            Progress progress,
            Map<Outcome, Integer> counts) {
        var cells = new ArrayList<Component>();
        cells.add(new Span(name));
        String answered =
                words.say("capacity.result.answered.of", progress.answered(), progress.asked());
        cells.add(
                progress.isComplete()
                        ? new Span(answered)
                        : link(name, Outcome.UNANSWERED, answered, section));
        for (Outcome outcome : TwoFigures.OUTCOMES) {
            int count = counts.getOrDefault(outcome, 0);
            cells.add(count == 0 ? zero() : link(name, outcome, String.valueOf(count), section));
        }
        table.row(section == null ? "capacity-all" : null, cells.toArray(Component[]::new));
    }

    private static Span zero() {
        var zero = new Span("0");
        zero.addClassName("capacity-zero");
        return zero;
    }

    private Anchor link(String row, Outcome outcome, String text, @Nullable String section) {
        var link = new Anchor(new ResultQuery(false, outcome, section).address(response), text);
        link.getElement()
                .setAttribute(
                        "aria-label",
                        words.say("capacity.result.cell", row, words.outcomes(outcome), text));
        return link;
    }
}
