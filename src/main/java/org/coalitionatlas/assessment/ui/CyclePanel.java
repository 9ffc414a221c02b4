package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Optional;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.assessment.CycleStep;
import org.coalitionatlas.assessment.CycleView;
import org.coalitionatlas.assessment.Cycles;
import org.coalitionatlas.assessment.Worksheet;
import org.jspecify.annotations.Nullable;

/** The cycle a sheet belongs to: when it is due, what can be done to it, and the other cycles. */
final class CyclePanel extends Composite<Div> {

    private final SheetWords words;
    private final transient Worksheet worksheet;
    private final transient Cycles cycles;
    private final CycleView cycle;

    /**
     * @param coordinates whether the person may do something to the cycle
     * @param reload shows the sheet again, in that cycle or, with {@code null}, the latest
     */
    CyclePanel(
            SheetWords words,
            Worksheet worksheet,
            Cycles cycles,
            boolean coordinates,
            SerializableConsumer<@Nullable String> reload) {
        this.words = words;
        this.worksheet = worksheet;
        this.cycles = cycles;
        this.cycle = worksheet.cycle();
        getContent().addClassName("cycle-panel");
        var state = new Paragraph(state());
        state.addClassName("cycle-state");
        getContent().add(state);
        getContent().add(others());
        if (coordinates) {
            getContent().add(new CycleVerbs(words, worksheet, cycles, reload));
        }
        getContent().add(new Button(words.text("cycle.steps"), click -> showSteps()));
    }

    private String state() {
        String name = words.text("assessment.cycle", cycle.name());
        if (!cycle.isOpen()) {
            String closed =
                    cycle.closedAt() == null
                            ? words.text("cycle.closed")
                            : words.text("cycle.closedOn", words.ago(cycle.closedAt()));
            return name + " · " + closed;
        }
        String open = name + " · " + words.text("cycle.openSince", words.ago(cycle.openedAt()));
        if (cycle.dueOn() == null) {
            return open;
        }
        return open
                + " · "
                + words.text(
                        words.isPast(cycle.dueOn()) ? "cycle.overdue" : "cycle.due",
                        words.until(cycle.dueOn()));
    }

    private Component others() {
        var links = new Div();
        links.addClassName("cycle-links");
        for (CycleView other : worksheet.cycles()) {
            if (!other.id().equals(cycle.id())) {
                links.add(
                        new Anchor(
                                AssessmentNavigation.worksheetOf(other.countyFips(), other.name()),
                                words.text("cycle.other", other.name())));
            }
            if (!other.isOpen() && (!other.id().equals(cycle.id()) || !isLatest())) {
                links.add(
                        new Anchor(
                                AssessmentNavigation.comparison(other.countyFips(), other.name()),
                                words.text("cycle.compare", other.name())));
            }
        }
        links.setVisible(links.getComponentCount() > 0);
        return links;
    }

    private boolean isLatest() {
        return worksheet.cycles().getFirst().id().equals(cycle.id());
    }

    private void showSteps() {
        var dialog = new Dialog(words.text("cycle.steps.title", cycle.name()));
        var list = new UnorderedList();
        for (CycleStep step : cycles.steps(cycle.id())) {
            var item =
                    new ListItem(
                            words.text(
                                    "cycle.step." + step.verb().name(),
                                    step.by(),
                                    words.exact(step.at())));
            Optional.ofNullable(step.reason())
                    .ifPresent(
                            reason ->
                                    item.add(
                                            new Span(
                                                    " "
                                                            + words.text(
                                                                    "cycle.step.reason", reason))));
            list.add(item);
        }
        if (list.getComponentCount() == 0) {
            dialog.add(new Paragraph(words.text("cycle.steps.none")));
        }
        dialog.add(list);
        dialog.getFooter().add(new Button(words.text("common.close"), click -> dialog.close()));
        dialog.setWidth("min(36rem, 96vw)");
        dialog.open();
    }
}
