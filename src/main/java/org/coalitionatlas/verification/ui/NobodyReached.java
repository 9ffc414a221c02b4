package org.coalitionatlas.verification.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;

/** The end of a check in which nobody could be reached, with a note on it. */
final class NobodyReached extends Composite<Div> {

    private static final int LONGEST_NOTE = 300;

    NobodyReached(SerializableConsumer<String> onNobody) {
        var note = new TextField();
        note.setLabel(getTranslation("verification.nobody.note"));
        note.setHelperText(getTranslation("verification.nobody.noSurvivors"));
        note.setMaxLength(LONGEST_NOTE);
        note.setWidthFull();
        var button =
                new Button(
                        getTranslation("verification.nobody"),
                        click -> onNobody.accept(note.getValue()));
        getContent().addClassName("verify-nobody");
        getContent().add(note, button);
    }
}
