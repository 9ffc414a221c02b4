package org.coalitionatlas.verification.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;

/** How far a check is, what was saved last, and its end once everything is answered. */
final class CheckEnd extends Composite<Div> {

    private static final String HINT = "verify-finish-hint";

    private final Span progress = new Span();
    private final Span said = new Span();
    private final Button finish = new Button();

    CheckEnd(SerializableRunnable onFinish) {
        progress.addClassName("verify-progress");
        said.addClassName("verify-said");
        said.getElement().setAttribute("role", "status");
        finish.setText(getTranslation("verification.finish"));
        finish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        finish.addClickListener(click -> onFinish.run());
        var hint = new Span(getTranslation("verification.finish.hint"));
        hint.setId(HINT);
        finish.getElement().setAttribute("aria-describedby", HINT);
        getContent().addClassName("verify-end");
        getContent().add(progress, finish, hint, said);
    }

    void show(int answered, int all, boolean complete) {
        progress.setText(getTranslation("verification.sheet.progress", answered, all));
        finish.setEnabled(complete);
    }

    /** Announces what was just saved. */
    void say(String what) {
        said.setText(what);
    }

    void focus() {
        finish.focus();
    }
}
