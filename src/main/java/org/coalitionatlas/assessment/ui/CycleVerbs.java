package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.function.Supplier;
import org.coalitionatlas.assessment.CycleVerb;
import org.coalitionatlas.assessment.CycleView;
import org.coalitionatlas.assessment.Cycles;
import org.coalitionatlas.assessment.Worksheet;
import org.coalitionatlas.assessment.Worksheet.Line;
import org.coalitionatlas.common.ui.DayField;
import org.coalitionatlas.common.ui.FreeText;
import org.jspecify.annotations.Nullable;

/** What a coordinator can do to a cycle: a button for each verb that its state allows. */
final class CycleVerbs extends Composite<Div> {

    private final SheetWords words;
    private final transient Worksheet worksheet;
    private final transient Cycles cycles;
    private final CycleView cycle;
    private final SerializableConsumer<@Nullable String> reload;

    /**
     * @param reload shows the sheet again, in that cycle or, with {@code null}, the latest
     */
    CycleVerbs(
            SheetWords words,
            Worksheet worksheet,
            Cycles cycles,
            SerializableConsumer<@Nullable String> reload) {
        this.words = words;
        this.worksheet = worksheet;
        this.cycles = cycles;
        this.cycle = worksheet.cycle();
        this.reload = reload;
        getContent().addClassName("cycle-verbs");
        verbs(getContent());
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
        if (possible.contains(CycleVerb.REOPEN)
                && worksheet.cycles().getFirst().id().equals(cycle.id())) {
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
        DayField due = words.day();
        due.setLabel(words.text("cycle.dueOn"));
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
        name.setRequired(true);
        name.setWidthFull();
        String year = cycles.thisYear();
        boolean taken = worksheet.cycles().stream().anyMatch(other -> other.name().equals(year));
        name.setValue(taken ? "" : year);
        DayField due = words.day();
        due.setLabel(words.text("cycle.dueOn"));
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
                            doing.get();
                            reload.accept(shown);
                        },
                        fields)
                .open();
    }
}
