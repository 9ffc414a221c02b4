package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.assessment.CycleStep;
import org.coalitionatlas.assessment.CycleVerb;
import org.coalitionatlas.assessment.CycleView;
import org.coalitionatlas.assessment.Cycles;
import org.coalitionatlas.assessment.Worksheet;
import org.coalitionatlas.assessment.Worksheet.Line;
import org.coalitionatlas.common.ui.FreeText;
import org.jspecify.annotations.Nullable;

/** The cycle a sheet belongs to: when it is due, what can be done to it, and the other cycles. */
final class CyclePanel extends Composite<Div> {

    private final SheetWords words;
    private final transient Worksheet worksheet;
    private final transient Cycles cycles;
    private final CycleView cycle;
    private final SerializableConsumer<@Nullable String> reload;

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
        this.reload = reload;
        getContent().addClassName("cycle-panel");
        var state = new Paragraph(state());
        state.addClassName("cycle-state");
        getContent().add(state);
        getContent().add(others());
        var buttons = new Div();
        buttons.addClassName("cycle-verbs");
        if (coordinates) {
            verbs(buttons);
        }
        buttons.add(button("cycle.steps", this::showSteps));
        getContent().add(buttons);
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

    private void verbs(Div buttons) {
        List<CycleVerb> possible = CycleVerb.possible(cycle.state());
        boolean former = worksheet.cycles().stream().anyMatch(other -> !other.isOpen());
        if (possible.contains(CycleVerb.RESCHEDULE)) {
            buttons.add(button("cycle.reschedule", this::reschedule));
        }
        if (possible.contains(CycleVerb.CARRY_FORWARD) && former && cycle.carriedFrom() == null) {
            buttons.add(button("cycle.carry", this::carryForward));
        }
        if (possible.contains(CycleVerb.CLOSE)) {
            buttons.add(button("cycle.close", this::close));
        }
        if (possible.contains(CycleVerb.REOPEN) && isLatest()) {
            buttons.add(button("cycle.reopen", this::reopen));
        }
        if (worksheet.cycles().stream().noneMatch(CycleView::isOpen)) {
            buttons.add(button("cycle.openNext", this::openNext));
        }
    }

    private Button button(String key, Runnable work) {
        return new Button(words.text(key), click -> work.run());
    }

    private void reschedule() {
        var due = new DatePicker(words.text("cycle.dueOn"));
        due.setLocale(getLocale());
        due.setValue(cycle.dueOn());
        due.setClearButtonVisible(true);
        ask(
                "cycle.reschedule",
                words.text("cycle.reschedule.text"),
                () -> cycles.reschedule(cycle.id(), cycle.version(), due.getValue()),
                cycle.name(),
                due);
    }

    private void carryForward() {
        ask(
                "cycle.carry",
                words.text("cycle.carry.text"),
                () -> cycles.carryForward(cycle.id(), cycle.version()),
                cycle.name());
    }

    private void close() {
        long open = worksheet.lines().stream().filter(line -> !line.isAssessed()).count();
        long disputed = worksheet.lines().stream().filter(Line::isDisputed).count();
        ask(
                "cycle.close",
                words.text("cycle.close.text", open, disputed),
                () -> cycles.close(cycle.id(), cycle.version()),
                cycle.name());
    }

    private void reopen() {
        var reason = new TextArea(words.text("cycle.reopen.reason"));
        FreeText.watched(reason);
        reason.setMaxLength(Cycles.LONGEST_REASON);
        reason.setRequired(true);
        reason.setWidthFull();
        ask(
                "cycle.reopen",
                words.text("cycle.reopen.text"),
                () -> cycles.reopen(cycle.id(), cycle.version(), reason.getValue()),
                cycle.name(),
                reason);
    }

    private void openNext() {
        var name = new TextField(words.text("cycle.name"));
        name.setMaxLength(Cycles.LONGEST_NAME);
        name.setRequired(true);
        name.setWidthFull();
        String year = cycles.thisYear();
        boolean taken = worksheet.cycles().stream().anyMatch(other -> other.name().equals(year));
        name.setValue(taken ? "" : year);
        var due = new DatePicker(words.text("cycle.dueOn"));
        due.setLocale(getLocale());
        var carry = new Checkbox(words.text("cycle.openNext.carry"), true);
        ask(
                "cycle.openNext",
                words.text("cycle.openNext.text"),
                () ->
                        cycles.open(
                                cycle.countyFips(),
                                name.getValue(),
                                due.getValue(),
                                carry.getValue()),
                null,
                name,
                due,
                carry);
    }

    /**
     * @param shown the cycle to show afterwards; {@code null} for the latest
     */
    private void ask(
            String key,
            String text,
            Supplier<?> doing,
            @Nullable String shown,
            Component... fields) {
        new CycleDialog(
                        words,
                        words.text(key + ".title", cycle.name()),
                        text,
                        words.text(key + ".do"),
                        () -> {
                            try {
                                doing.get();
                            } catch (RuntimeException e) {
                                return SheetKeeper.inWords(e);
                            }
                            reload.accept(shown);
                            return null;
                        },
                        fields)
                .open();
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
