package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import org.coalitionatlas.common.InvalidValue;

/** Asks before something is done to a cycle; what could not be done is said in the dialog. */
final class CycleDialog extends Dialog {

    private final Span problem = Markup.span("dialog-problem", "");

    /**
     * @param text what it means
     * @param confirm the words of the button
     * @param doing does it, or throws what is then said in words
     * @param fields what is asked; a value that cannot be taken is the first one's
     */
    CycleDialog(
            SheetWords words,
            String title,
            String text,
            String confirm,
            SerializableRunnable doing,
            Component... fields) {
        setHeaderTitle(title);
        addClassName("cycle-dialog");
        problem.getElement().setAttribute("role", "alert");
        add(new Paragraph(text));
        add(fields);
        add(problem);
        var act = new Button(confirm);
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        act.addClickListener(click -> attempt(doing, fields));
        getFooter().add(new Button(words.text("common.cancel"), click -> close()), act);
        setWidth("min(34rem, 96vw)");
        addOpenedChangeListener(
                change -> {
                    if (change.isOpened() && fields.length > 0) {
                        focus(fields[0]);
                    }
                });
    }

    private void attempt(SerializableRunnable doing, Component... fields) {
        problem.setText("");
        try {
            doing.run();
        } catch (InvalidValue e) {
            if (fields.length > 0 && fields[0] instanceof HasValidation field) {
                field.setManualValidation(true);
                field.setErrorMessage(SheetKeeper.inWords(e));
                field.setInvalid(true);
                focus(field);
            } else {
                problem.setText(SheetKeeper.inWords(e));
            }
            return;
        } catch (RuntimeException e) {
            problem.setText(SheetKeeper.inWords(e));
            return;
        }
        close();
    }

    private static void focus(Object field) {
        if (field instanceof Focusable<?> first) {
            first.focus();
        }
    }
}
