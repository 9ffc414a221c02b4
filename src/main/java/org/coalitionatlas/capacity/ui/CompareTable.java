package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.coalitionatlas.capacity.Change;
import org.coalitionatlas.capacity.Comparison;
import org.coalitionatlas.capacity.Judged;
import org.coalitionatlas.capacity.Outcome;
import org.coalitionatlas.capacity.ResultSheet;
import org.jspecify.annotations.Nullable;

/** Item by item: the answer then, the answer now, and what changed. */
final class CompareTable extends Composite<Div> {

    private final transient ResultWords words = new ResultWords(this);
    private final transient ResultSheet before;
    private final transient ResultSheet now;

    CompareTable(
            Comparison comparison, ResultSheet before, ResultSheet now, @Nullable Change only) {
        this.before = before;
        this.now = now;
        List<Comparison.Line> shown = only == null ? comparison.lines() : comparison.lines(only);
        var summary = new Paragraph(words.say("capacity.compare.shown", shown.size()));
        summary.getElement().setAttribute("role", "status");
        var table = new NativeTable();
        table.addClassNames("capacity-table", "capacity-compare");
        table.setCaptionText(
                words.say("capacity.compare.caption", before.head().cycle(), now.head().cycle()));
        table.getCaption().addClassName("visually-hidden");
        NativeTableRow head = table.getHead().addRow();
        for (String text :
                List.of(
                        words.say("capacity.compare.item"),
                        before.head().cycle(),
                        now.head().cycle(),
                        words.say("capacity.compare.change"))) {
            var heading = new NativeTableHeaderCell(text);
            heading.getElement().setAttribute("scope", "col");
            head.add(heading);
        }
        shown.forEach(line -> row(table.getBody().addRow(), line));
        var scroll = new Div(table);
        scroll.addClassName("capacity-scroll");
        scroll.getElement().setAttribute("role", "region");
        scroll.getElement().setAttribute("tabindex", "0");
        scroll.getElement().setAttribute("aria-label", table.getCaptionText());
        getContent().add(summary, scroll);
    }

    private void row(NativeTableRow row, Comparison.Line line) {
        Judged shown = line.shown();
        var item = new NativeTableHeaderCell();
        item.getElement().setAttribute("scope", "row");
        item.add(new Span(words.numbered(shown)));
        Judged former = line.before();
        if (former != null && !former.item().number().equals(shown.item().number())) {
            item.add(mark(words.say("capacity.compare.formerNumber", former.item().number())));
        }
        if (line.reworded()) {
            item.add(mark(words.say("capacity.compare.reworded")));
        }
        row.add(item, answer(former, before), answer(line.now(), now), change(line.change()));
    }

    private NativeTableCell answer(@Nullable Judged place, ResultSheet sheet) {
        var cell = new NativeTableCell();
        if (place == null) {
            cell.add(new Span("–"));
            return cell;
        }
        cell.addClassName(OutcomeStyle.of(place.outcome()));
        boolean withheld = sheet.withheld().contains(place.place());
        String text = place.given().text();
        if (place.outcome() == Outcome.IN_WORDS && !withheld && text != null) {
            var quote = new Paragraph(text);
            quote.addClassName("capacity-text");
            cell.add(quote);
            return cell;
        }
        cell.add(
                new Span(
                        place.outcome() == Outcome.IN_WORDS
                                ? words.say("capacity.answer.withheld")
                                : words.answer(place.given())));
        if (place.outcome().isJudged()) {
            cell.add(mark(words.outcome(place.outcome())));
        }
        return cell;
    }

    private NativeTableCell change(Change change) {
        var word = new Span(words.say("capacity.change." + change));
        word.addClassNames("capacity-change", OutcomeStyle.of(change));
        return new NativeTableCell(word);
    }

    private static Span mark(String text) {
        var mark = new Span(text);
        mark.addClassName("capacity-mark");
        return mark;
    }
}
