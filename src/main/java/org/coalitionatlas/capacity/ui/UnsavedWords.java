package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.HashMap;
import java.util.Map;

/** What cannot be saved any more is still the person's: to copy, or to let go. */
final class UnsavedWords extends Composite<Div> {

    private final OnScreen screen;
    private final ResponseForm form;
    private final Map<String, Div> boxes = new HashMap<>();

    UnsavedWords(OnScreen screen, ResponseForm form) {
        this.screen = screen;
        this.form = form;
        getContent().addClassName("response-unsaved");
    }

    /** Shows a text with why it was not saved; the latest of a place takes the former's place. */
    void keep(AnswerGiven event, String problem) {
        if (!event.isTyped()) {
            form.forget(event.placeCode(), event.kind());
        }
        var box = new Div(new Paragraph(problem));
        box.getElement().setAttribute("role", "alert");
        box.getElement()
                .appendChild(
                        Markup.element("textarea", "")
                                .setAttribute("readonly", true)
                                .setAttribute("rows", "4")
                                .setAttribute("aria-label", label(event))
                                .setText(said(event)));
        String key = event.kind() + " " + event.placeCode();
        box.add(
                new Button(
                        screen.words().text("response.unsaved.forget"),
                        click -> {
                            form.forget(event.placeCode(), event.kind());
                            getContent().remove(box);
                            boxes.remove(key);
                        }));
        Div former = boxes.put(key, box);
        if (former != null) {
            getContent().remove(former);
        }
        getContent().add(box);
    }

    private String label(AnswerGiven event) {
        return event.placeCode().isEmpty()
                ? screen.words().text("response.comment")
                : screen.words().place(screen.instrument(), event.place());
    }

    private String said(AnswerGiven event) {
        return switch (event.kind()) {
            case AnswerGiven.CHOICE ->
                    event.choice()
                            .map(screen.words()::of)
                            .orElseGet(() -> screen.words().text("response.unanswered"));
            case AnswerGiven.LATER, AnswerGiven.CONFIRM ->
                    screen.words().text("response." + event.kind());
            default -> event.now();
        };
    }
}
