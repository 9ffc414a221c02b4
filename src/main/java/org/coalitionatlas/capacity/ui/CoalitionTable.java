package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.coalitionatlas.capacity.Outcome;
import org.coalitionatlas.capacity.Result;
import org.coalitionatlas.capacity.Section;
import org.coalitionatlas.capacity.SectionLevel;
import org.coalitionatlas.capacity.SharedResults;
import org.coalitionatlas.capacity.SharedResults.Member;
import org.coalitionatlas.capacity.SharedResults.Standing;

/**
 * Members × sections. A cell says its level in words, by the bars of its pattern and by its colour,
 * so that it reads in grey and aloud; who has not begun is hatched from end to end.
 */
final class CoalitionTable extends Composite<Div> {

    private final transient ResultWords words = new ResultWords(this);
    private final transient SharedResults.Table shown;
    private final transient Consumer<Member> openFor;

    /**
     * @param openFor asked to open the checklist for a member that has not begun
     */
    CoalitionTable(SharedResults.Table shown, Consumer<Member> openFor) {
        this.shown = shown;
        this.openFor = openFor;
        var table = new NativeTable();
        table.addClassNames("capacity-table", "capacity-heat");
        table.setCaptionText(words.say("capacity.coalition.caption"));
        table.getCaption().addClassName("visually-hidden");
        NativeTableRow head = table.getHead().addRow();
        head.add(heading(words.say("capacity.coalition.member"), "col"));
        shown.instrument().sections().forEach(section -> head.add(heading(name(section), "col")));
        shown.members().forEach(member -> row(table.getBody().addRow(), member));
        if (shown.count(Standing.SHARED) > 1) {
            totals(table.getFoot().addRow());
        }
        getContent().addClassName("capacity-scroll");
        getContent().getElement().setAttribute("role", "region");
        getContent().getElement().setAttribute("tabindex", "0");
        getContent().getElement().setAttribute("aria-label", words.say("capacity.coalition.table"));
        getContent().add(table);
    }

    private String name(Section section) {
        return section.number() + " " + words.in(section.title());
    }

    private void row(NativeTableRow row, Member member) {
        var name = heading("", "row");
        name.add(new Span(member.name()));
        if (member.version() > 0 && member.version() != shown.instrument().version()) {
            var version = new Span(words.say("capacity.coalition.version", member.version()));
            version.addClassName("capacity-mark");
            name.add(version);
        }
        row.add(name);
        UUID response = member.response();
        if (member.standing() == Standing.SHARED && response != null) {
            member.sections().forEach(section -> row.add(cell(member, response, section)));
        } else {
            row.add(apart(member));
        }
    }

    private NativeTableCell cell(Member member, UUID response, Result.OfSection section) {
        SectionLevel level = section.level();
        String said = words.say("capacity.level." + level);
        int improve = section.places(Outcome.TO_IMPROVE).size();
        var link =
                new Anchor(
                        new ResultQuery(false, null, section.section().number()).address(response),
                        "");
        var word = new Span(said);
        word.addClassName("capacity-level");
        link.add(bars(), word);
        String more = "";
        if (improve > 0) {
            more = words.say("capacity.coalition.counts", improve);
        } else if (!section.progress().isComplete() && level != SectionLevel.NOT_BEGUN) {
            more =
                    words.say(
                            "capacity.coalition.of",
                            section.progress().answered(),
                            section.progress().asked());
        }
        if (!more.isEmpty()) {
            var line = new Span(more);
            line.addClassName("capacity-more");
            link.add(line);
        }
        link.getElement()
                .setAttribute(
                        "aria-label",
                        words.say(
                                "capacity.coalition.cell",
                                member.name(),
                                name(section.section()),
                                more.isEmpty() ? said : said + ", " + more));
        var cell = new NativeTableCell(link);
        cell.addClassNames("capacity-cell", OutcomeStyle.of(level));
        return cell;
    }

    /** One cell for the whole row of a member whose result is not judged here. */
    private NativeTableCell apart(Member member) {
        var word = new Span(words.say("capacity.coalition.standing." + member.standing()));
        word.addClassName("capacity-level");
        var cell = new NativeTableCell(word);
        if (member.progress() != null) {
            var line =
                    new Span(
                            words.say(
                                    "capacity.coalition.of",
                                    member.progress().answered(),
                                    member.progress().asked()));
            line.addClassName("capacity-more");
            cell.add(line);
        }
        if (member.standing() == Standing.NOT_BEGUN) {
            var open = new Button(words.say("response.openFor"), click -> openFor.accept(member));
            open.addThemeVariants(ButtonVariant.LUMO_SMALL);
            open.addClassName("no-print");
            open.setAriaLabel(words.say("response.openFor.named", member.name()));
            cell.add(open);
        }
        cell.getElement()
                .setAttribute("colspan", String.valueOf(shown.instrument().sections().size()));
        cell.addClassNames(
                "capacity-apart",
                member.standing() == Standing.NOT_SHARED ? "level-not-shared" : "level-not-begun");
        return cell;
    }

    private void totals(NativeTableRow row) {
        row.add(heading(words.say("capacity.coalition.totals"), "row"));
        for (Section section : shown.instrument().sections()) {
            long toImprove =
                    shown.members().stream()
                            .flatMap(member -> member.sections().stream())
                            .filter(of -> Objects.equals(of.section(), section))
                            .filter(of -> !of.places(Outcome.TO_IMPROVE).isEmpty())
                            .count();
            row.add(new NativeTableCell(words.say("capacity.coalition.totals.cell", toImprove)));
        }
    }

    /** Four bars, as many filled as the level is high, whatever the colours. */
    static Span bars() {
        var bars = new Span();
        bars.addClassName("capacity-bars");
        bars.getElement().setAttribute("aria-hidden", "true");
        return bars;
    }

    private static NativeTableHeaderCell heading(String text, String scope) {
        var heading = new NativeTableHeaderCell(text);
        heading.getElement().setAttribute("scope", scope);
        return heading;
    }
}
