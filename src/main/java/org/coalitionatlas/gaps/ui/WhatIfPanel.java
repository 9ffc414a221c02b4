package org.coalitionatlas.gaps.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.coalitionatlas.gaps.Assumption;
import org.coalitionatlas.gaps.Cell;
import org.coalitionatlas.gaps.CellDetail;
import org.coalitionatlas.gaps.CellDetail.ProviderState;
import org.coalitionatlas.gaps.GapCode;
import org.coalitionatlas.gaps.Gaps;

/** "What if": tick what could be true, and see which gaps would close and which would stay. */
final class WhatIfPanel extends Composite<Section> {

    private final GapWords words = new GapWords(this);
    private final transient Gaps gaps;
    private final transient CellDetail detail;
    private final transient Consumer<Set<Assumption>> chosen;
    private final Map<Assumption, Checkbox> boxes = new LinkedHashMap<>();
    private final Div result = new Div();

    /**
     * @param chosen hears every change of what is ticked
     */
    WhatIfPanel(Gaps gaps, CellDetail detail, Consumer<Set<Assumption>> chosen) {
        this.gaps = gaps;
        this.detail = detail;
        this.chosen = chosen;
        result.addClassName("gap-result");
        result.getElement().setAttribute("role", "status");
        var choices = new Div();
        choices.addClassName("gap-choices");
        detail.providers().stream()
                .filter(state -> !of(state).isEmpty())
                .map(this::choices)
                .forEach(choices::add);
        getContent().addClassNames("gap-what-if", "card");
        getContent()
                .add(
                        new H2(words.say("gaps.whatIf")),
                        new Paragraph(words.say("gaps.whatIf.lead")),
                        choices,
                        result);
    }

    /** Ticks these and shows what they would change. */
    void assume(Collection<Assumption> assumptions) {
        boxes.forEach((assumption, box) -> box.setValue(assumptions.contains(assumption)));
        showResult();
    }

    private List<Assumption> of(ProviderState state) {
        return detail.assumptions().stream()
                .filter(assumption -> assumption.providerId().equals(state.provider().id()))
                .toList();
    }

    private Component choices(ProviderState state) {
        var group = new Section(new H3(state.provider().name()));
        group.getElement().setAttribute("role", "group");
        group.getElement().setAttribute("aria-label", state.provider().name());
        for (Assumption assumption : of(state)) {
            var box = new Checkbox(words.say("gaps.whatIf." + assumption.change()));
            box.setHelperText(alone(assumption));
            box.addValueChangeListener(
                    change -> {
                        if (change.isFromClient()) {
                            chosen.accept(ticked());
                            showResult();
                        }
                    });
            boxes.put(assumption, box);
            group.add(box);
        }
        return group;
    }

    private String alone(Assumption assumption) {
        Set<GapCode> closed = minus(detail.cell(), gaps.whatIf(detail, List.of(assumption)));
        return closed.isEmpty()
                ? words.say("gaps.whatIf.aloneNothing")
                : words.say("gaps.whatIf.alone", list(closed));
    }

    private Set<Assumption> ticked() {
        var ticked = new LinkedHashSet<Assumption>();
        boxes.forEach(
                (assumption, box) -> {
                    if (box.getValue()) {
                        ticked.add(assumption);
                    }
                });
        return ticked;
    }

    private void showResult() {
        result.removeAll();
        if (ticked().isEmpty()) {
            result.add(new Paragraph(words.say("gaps.whatIf.nothing")));
            return;
        }
        Cell now = detail.cell();
        Cell then = gaps.whatIf(detail, ticked());
        result.add(table(now, then));
        result.add(line("gaps.whatIf.closed", minus(now, then)));
        Set<GapCode> stay = EnumSet.noneOf(GapCode.class);
        stay.addAll(then.gaps());
        stay.retainAll(now.gaps());
        result.add(line("gaps.whatIf.remain", stay));
        Set<GapCode> appear = minus(then, now);
        if (!appear.isEmpty()) {
            result.add(line("gaps.whatIf.appear", appear));
        }
        if (then.isCovered()) {
            result.add(new Paragraph(words.say("gaps.whatIf.covered")));
        }
        String left =
                PeopleGroup.of(then.profiles()).stream()
                        .filter(group -> group.providers() == 0)
                        .map(words::people)
                        .collect(Collectors.joining("; "));
        if (then.isAssessed() && !then.usable().isEmpty() && !left.isEmpty()) {
            result.add(new Paragraph(words.say("gaps.whatIf.left", left)));
        }
    }

    private Component table(Cell now, Cell then) {
        var table = new NativeTable();
        table.addClassName("gap-table");
        NativeTableRow head = table.getHead().addRow();
        head.add(heading(words.say("gaps.whatIf.figure"), "col"));
        head.add(heading(words.say("gaps.whatIf.now"), "col"));
        head.add(heading(words.say("gaps.whatIf.then"), "col"));
        NativeTableBody body = table.addBody();
        row(body, "gaps.fact.level", words.level(now), words.level(then));
        row(
                body,
                "gaps.fact.organizations",
                String.valueOf(now.redundancy()),
                String.valueOf(then.redundancy()));
        row(body, "gaps.fact.profiles", profiles(now), profiles(then));
        return table;
    }

    private String profiles(Cell cell) {
        return words.say(
                "gaps.fact.profiles.of",
                cell.profilesReached(),
                Math.max(cell.profiles().size(), detail.cell().profiles().size()));
    }

    private void row(NativeTableBody body, String key, String now, String then) {
        NativeTableRow row = body.addRow();
        row.add(heading(words.say(key), "row"));
        row.add(new NativeTableCell(now), new NativeTableCell(then));
    }

    private Component line(String key, Set<GapCode> codes) {
        return new Paragraph(
                new Span(
                        words.say(
                                key,
                                codes.isEmpty() ? words.say("gaps.whatIf.none") : list(codes))));
    }

    private String list(Set<GapCode> codes) {
        return codes.stream().map(words::codeAndGap).collect(Collectors.joining(", "));
    }

    private static Set<GapCode> minus(Cell one, Cell other) {
        Set<GapCode> left = EnumSet.noneOf(GapCode.class);
        left.addAll(one.gaps());
        left.removeAll(other.gaps());
        return left;
    }

    private static NativeTableHeaderCell heading(String text, String scope) {
        var heading = new NativeTableHeaderCell(text);
        heading.getElement().setAttribute("scope", scope);
        return heading;
    }
}
