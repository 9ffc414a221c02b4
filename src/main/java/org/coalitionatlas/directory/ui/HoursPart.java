package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;

/** A part of {@link HoursField} that tells it whenever the person touched it. */
abstract class HoursPart extends Div {

    static final String LEAVES = "document.hasFocus() && !element.contains(event.relatedTarget)";

    private final DirectoryWords words;
    private final Runnable touched;

    HoursPart(DirectoryWords words, Runnable touched) {
        this.words = words;
        this.touched = touched;
    }

    final DirectoryWords words() {
        return words;
    }

    final void touched() {
        touched.run();
    }

    /** Tells when the person changes the field. */
    final <F extends HasValue<?, ?>> F watched(F field) {
        field.addValueChangeListener(
                e -> {
                    if (e.isFromClient()) {
                        touched.run();
                    }
                });
        return field;
    }

    /** Runs when the person leaves the row for something else, not for another window. */
    static void onLeave(Div row, Runnable left) {
        row.getElement().addEventListener("focusout", e -> left.run()).setFilter(LEAVES);
    }

    /** An icon button whose name is read and shown. */
    final Button icon(VaadinIcon icon, String name, Runnable click) {
        var button = new Button(icon.create(), e -> click.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        name(button, name);
        return button;
    }

    static void name(Button button, String name) {
        button.setAriaLabel(name);
        button.setTooltipText(name);
    }

    /** A named group for readers of the screen. */
    static void group(Div row, String name) {
        row.getElement().setAttribute("role", "group");
        row.getElement().setAttribute("aria-label", name);
    }
}
