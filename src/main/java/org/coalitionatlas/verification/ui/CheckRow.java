package org.coalitionatlas.verification.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.coalitionatlas.directory.ui.RecordEditing.Fact;
import org.coalitionatlas.verification.CheckAnswer;
import org.jspecify.annotations.Nullable;

/**
 * One thing of a call with its three answers. Keys 1, 2 and 3 answer while the focus is inside, so
 * that one hand can hold the phone.
 */
final class CheckRow extends Composite<Section> {

    private static final Map<CheckAnswer, Key> KEYS =
            Map.of(
                    CheckAnswer.RIGHT,
                    Key.DIGIT_1,
                    CheckAnswer.CHANGED,
                    Key.DIGIT_2,
                    CheckAnswer.UNREACHED,
                    Key.DIGIT_3);
    private static final List<CheckAnswer> OFFERED =
            List.of(CheckAnswer.RIGHT, CheckAnswer.CHANGED, CheckAnswer.UNREACHED);

    private final Map<CheckAnswer, Button> buttons = new EnumMap<>(CheckAnswer.class);
    private final Span state = new Span();

    CheckRow(String title, List<Fact> facts, Consumer<CheckAnswer> answer) {
        getContent().addClassName("verify-row");
        getContent().setAriaLabel(title);
        getContent().add(new H2(title));
        var said = new Div();
        said.addClassName("verify-facts");
        if (facts.isEmpty()) {
            said.add(new Span(getTranslation("verification.item.nothing")));
        }
        for (Fact fact : facts) {
            var label = new Span(fact.label());
            label.addClassName("verify-label");
            said.add(new Div(label, new Span(fact.text())));
        }
        var answers = new Div();
        answers.addClassName("verify-answers");
        for (CheckAnswer each : OFFERED) {
            String words = getTranslation("verification.answer." + each);
            var button = new Button(words, click -> answer.accept(each));
            button.setAriaLabel(getTranslation("verification.answer.label", words, title));
            Shortcuts.addShortcutListener(
                            getContent(),
                            () -> answer.accept(each),
                            KEYS.getOrDefault(each, Key.DIGIT_1))
                    .listenOn(getContent());
            buttons.put(each, button);
            answers.add(button);
        }
        state.addClassName("verify-state");
        answers.add(state);
        getContent().add(said, answers);
    }

    /** Shows what was answered; nothing yet for {@code null}. */
    void show(@Nullable CheckAnswer given) {
        buttons.forEach(
                (each, button) -> {
                    boolean chosen =
                            each == given
                                    || (each == CheckAnswer.CHANGED
                                            && given == CheckAnswer.CORRECTED);
                    button.getElement().setAttribute("aria-pressed", Boolean.toString(chosen));
                    button.setThemeVariant(ButtonVariant.LUMO_PRIMARY, chosen);
                });
        state.setText(
                given == CheckAnswer.CORRECTED
                        ? getTranslation("verification.answer.CORRECTED")
                        : "");
    }

    void focus() {
        Button first = buttons.get(CheckAnswer.RIGHT);
        if (first != null) {
            first.focus();
        }
    }
}
