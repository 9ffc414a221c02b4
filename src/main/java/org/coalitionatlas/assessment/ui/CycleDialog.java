package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks before something is done to a cycle; what could not be done is said in the dialog. */
final class CycleDialog extends Dialog {

    private final Span problem = Markup.span("dialog-problem", "");

    /**
     * @param text what it means
     * @param confirm the words of the button
     * @param doing does it; returns why it could not be done, in words, or {@code null}
     */
    CycleDialog(
            SheetWords words,
            String title,
            String text,
            String confirm,
            Supplier<@Nullable String> doing,
            Component... fields) {
        setHeaderTitle(title);
        addClassName("cycle-dialog");
        problem.getElement().setAttribute("role", "alert");
        add(new Paragraph(text));
        add(fields);
        add(problem);
        var act = new Button(confirm);
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        act.addClickListener(
                click -> {
                    String why = doing.get();
                    problem.setText(why == null ? "" : why);
                    if (why == null) {
                        close();
                    }
                });
        getFooter().add(new Button(words.text("common.cancel"), click -> close()), act);
        setWidth("min(34rem, 96vw)");
        addOpenedChangeListener(
                change -> {
                    if (change.isOpened()
                            && fields.length > 0
                            && fields[0] instanceof Focusable<?> first) {
                        first.focus();
                    }
                });
    }
}
