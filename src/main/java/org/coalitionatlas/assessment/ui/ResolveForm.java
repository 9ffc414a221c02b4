package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.io.Serializable;
import java.util.List;
import org.coalitionatlas.common.ui.FreeText;
import org.jspecify.annotations.Nullable;

/** A coordinator's decision where people disagree: an answer and a reason everybody reads. */
final class ResolveForm extends Composite<Div> {

    /** An answer to choose. */
    record Choice(String code, String label) implements Serializable {}

    /** Saves the decision; returns why it could not be saved, or {@code null}. */
    interface Deciding extends Serializable {
        @Nullable String decide(Choice choice, String reason);
    }

    /**
     * @param about what is decided, for the names of the fields
     */
    ResolveForm(SheetWords words, String about, List<Choice> choices, Deciding deciding) {
        var answer = new RadioButtonGroup<Choice>(words.text("cycle.resolve.answer", about));
        answer.setItems(choices);
        answer.setItemLabelGenerator(Choice::label);
        answer.setRequired(true);
        var reason = new TextArea(words.text("cycle.resolve.reason", about));
        FreeText.watched(reason);
        reason.setWidthFull();
        reason.setRequired(true);
        var save = new Button(words.text("cycle.resolve.save"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickListener(
                click -> {
                    answer.setErrorMessage(words.text("invalid.missing"));
                    answer.setInvalid(answer.isEmpty());
                    boolean unsaid = reason.getValue().isBlank();
                    reason.setErrorMessage(words.text("invalid.missing"));
                    reason.setInvalid(unsaid);
                    if (!answer.isEmpty() && !unsaid) {
                        String problem = deciding.decide(answer.getValue(), reason.getValue());
                        if (problem != null) {
                            reason.setErrorMessage(problem);
                            reason.setInvalid(true);
                        }
                    }
                });
        getContent().addClassName("resolve");
        getContent().add(answer, reason, save);
    }
}
