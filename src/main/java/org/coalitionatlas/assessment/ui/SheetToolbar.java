package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Arrays;
import java.util.Collection;
import org.coalitionatlas.assessment.Worksheet;

/** What is done to the sheet as a whole: which rows it shows, opening, closing and printing it. */
final class SheetToolbar extends Composite<Div> {

    private final SheetWords words;
    private final Collection<NeedSection> sections;
    private final Select<RowFilter> filter = new Select<>();
    private boolean expanding;

    /**
     * @param sections the needs, as they are and will be
     * @param said announces what the filter shows
     */
    SheetToolbar(
            SheetWords words,
            Worksheet worksheet,
            Reader reader,
            Collection<NeedSection> sections,
            SerializableConsumer<String> said) {
        this.words = words;
        this.sections = sections;
        getContent().addClassName("sheet-toolbar");
        getContent()
                .add(
                        filter(worksheet, reader, said),
                        new Button(words.text("assessment.next"), click -> openNext()),
                        new Button(words.text("assessment.expandAll"), click -> expand(true)),
                        new Button(words.text("assessment.collapseAll"), click -> expand(false)),
                        new Button(words.text("assessment.print"), click -> print()));
        if (reader.mayAnswer()) {
            getContent()
                    .add(
                            new Button(
                                    words.text("assessment.keys"),
                                    click -> new KeysDialog(words).open()));
        }
    }

    /** Adds something that is done to the sheet as a whole. */
    void offer(Component action) {
        getContent().add(action);
    }

    /** Shows only what the filter lets through. */
    void show(RowFilter chosen) {
        filter.setValue(chosen);
    }

    /** Whether needs are being opened all at once rather than by somebody who looks at one. */
    boolean isExpanding() {
        return expanding;
    }

    private Component filter(
            Worksheet worksheet, Reader reader, SerializableConsumer<String> said) {
        filter.setLabel(words.text("cycle.filter"));
        filter.setItems(
                Arrays.stream(RowFilter.values())
                        .filter(
                                one ->
                                        reader.mayAnswer()
                                                || (one != RowFilter.MINE
                                                        && one != RowFilter.ASSIGNED))
                        .filter(
                                one ->
                                        one != RowFilter.CHANGED
                                                || worksheet.cycle().carriedFrom() != null)
                        .toList());
        filter.setItemLabelGenerator(
                one ->
                        words.text(
                                one == RowFilter.ASSIGNED
                                        ? "invitation.filter.assigned"
                                        : "cycle.filter." + one.name()));
        filter.setValue(RowFilter.ALL);
        filter.addValueChangeListener(
                change -> {
                    sections.forEach(section -> section.filter(change.getValue()));
                    long shown = sections.stream().filter(Component::isVisible).count();
                    said.accept(words.text("cycle.filter.shown", shown, sections.size()));
                });
        return filter;
    }

    private void openNext() {
        sections.stream()
                .filter(Component::isVisible)
                .filter(section -> !section.line().isAssessed())
                .findFirst()
                .ifPresent(
                        section -> {
                            section.setOpen(true);
                            section.focus();
                        });
    }

    private void expand(boolean open) {
        expanding = true;
        sections.stream()
                .filter(section -> !open || section.isVisible())
                .forEach(section -> section.setOpen(open));
        expanding = false;
    }

    private void print() {
        expand(true);
        sections.forEach(NeedSection::drawAll);
        UI.getCurrent()
                .getPage()
                .executeJs(
                        "requestAnimationFrame(() => requestAnimationFrame("
                                + "() => window.print()))");
    }
}
