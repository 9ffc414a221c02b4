package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.capacity.Outcome;
import org.coalitionatlas.capacity.Progress;
import org.coalitionatlas.capacity.Result;
import org.jspecify.annotations.Nullable;

/** Sections × outcomes; every number leads to the places it counts. */
final class SectionTable extends Composite<Section> {

    private final transient ResultWords words = new ResultWords(this);
    private final UUID response;

    SectionTable(UUID response, Result result) {
        this.response = response;
        var table = new NativeTable();
        table.addClassName("capacity-table");
        table.setCaptionText(words.say("capacity.result.sections.caption"));
        table.getCaption().addClassName("visually-hidden");
        NativeTableRow head = table.getHead().addRow();
        head.add(heading(words.say("capacity.result.section"), "col"));
        head.add(heading(words.say("capacity.result.answered"), "col"));
        TwoFigures.OUTCOMES.forEach(outcome -> head.add(heading(words.outcomes(outcome), "col")));
        for (Result.OfSection section : result.sections()) {
            String name = section.section().number() + " " + words.in(section.section().title());
            row(
                    table.getBody().addRow(),
                    name,
                    section.section().number(),
                    section.progress(),
                    section.counts());
        }
        row(
                table.getFoot().addRow(),
                words.say("capacity.result.all"),
                null,
                result.progress(),
                result.counts());
        var scroll = new Div(table);
        scroll.addClassName("capacity-scroll");
        scroll.getElement().setAttribute("role", "region");
        scroll.getElement().setAttribute("tabindex", "0");
        scroll.getElement().setAttribute("aria-label", words.say("capacity.result.sections"));
        getContent().add(new H2(words.say("capacity.result.sections")), scroll);
    }

    private void row(
            NativeTableRow row,
            String name,
            @Nullable String section,
            Progress progress,
            Map<Outcome, Integer> counts) {
        row.add(heading(name, "row"));
        var answered =
                words.say("capacity.result.answered.of", progress.answered(), progress.asked());
        row.add(
                progress.isComplete()
                        ? new NativeTableCell(answered)
                        : cell(
                                name,
                                words.outcomes(Outcome.UNANSWERED),
                                answered,
                                new ResultQuery(false, Outcome.UNANSWERED, section)));
        for (Outcome outcome : TwoFigures.OUTCOMES) {
            int count = counts.getOrDefault(outcome, 0);
            NativeTableCell cell =
                    count == 0
                            ? new NativeTableCell("0")
                            : cell(
                                    name,
                                    words.outcomes(outcome),
                                    String.valueOf(count),
                                    new ResultQuery(false, outcome, section));
            cell.addClassName(count == 0 ? "capacity-zero" : OutcomeStyle.of(outcome));
            row.add(cell);
        }
    }

    private NativeTableCell cell(String row, String column, String text, ResultQuery query) {
        var link = new Anchor(query.address(response), text);
        link.getElement()
                .setAttribute("aria-label", words.say("capacity.result.cell", row, column, text));
        return new NativeTableCell(link);
    }

    private static NativeTableHeaderCell heading(String text, String scope) {
        var heading = new NativeTableHeaderCell(text);
        heading.getElement().setAttribute("scope", scope);
        return heading;
    }
}
