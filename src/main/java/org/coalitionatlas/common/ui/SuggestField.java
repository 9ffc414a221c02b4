package org.coalitionatlas.common.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A text field that proposes what may be meant, as the combobox pattern of ARIA describes it: arrow
 * keys walk through the list, Enter takes the one marked, Escape closes it, and how many there are
 * is announced. Moving costs no round trip: {@code suggest.js}, which every portal page has, does
 * it.
 */
@StyleSheet("portal-seeking.css")
public final class SuggestField extends Composite<Div> {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TextField field;
    private final Function<String, List<Choice>> source;
    private final UnorderedList list = new UnorderedList();
    private final Span said = new Span();
    private final String id = "suggest-" + COUNT.incrementAndGet();

    /**
     * Something to choose.
     *
     * @param kind what it is, in words
     * @param detail what makes it plainer, or {@code null}
     * @param chosen what then happens
     */
    public record Choice(String kind, String label, @Nullable String detail, Runnable chosen) {}

    /**
     * @param field already labelled; its own value goes on to mean the words as typed
     * @param source asked for every pause in typing; empty when there is nothing to propose
     */
    public SuggestField(TextField field, Function<String, List<Choice>> source) {
        this.field = field;
        this.source = source;
        list.setId(id);
        list.getElement().setAttribute("role", "listbox");
        list.getElement().setAttribute("aria-label", getTranslation("seeking.suggest.label"));
        said.getElement().setAttribute("role", "status");
        said.addClassName("seeking-said");
        getContent().addClassName("suggest-field");
        getContent().add(field, list, said);
        getElement()
                .addEventListener(
                        "atlas-type",
                        e -> type(e.getEventData().get("event.detail.text").asString()))
                .addEventData("event.detail.text");
    }

    /** Proposes nothing until somebody types again. */
    public void close() {
        list.removeAll();
        said.setText("");
    }

    /** Shows what the source says to the text. */
    public void type(String text) {
        List<Choice> choices = source.apply(text);
        list.removeAll();
        int number = 0;
        for (Choice choice : choices) {
            number++;
            list.add(option(choice, id + "-" + number));
        }
        said.setText(text.isBlank() ? "" : getTranslation("seeking.suggest.count", number));
    }

    private ListItem option(Choice choice, String optionId) {
        var kind = new Span(choice.kind());
        kind.addClassName("kind");
        var label = new Span(choice.label());
        label.addClassName("label");
        var option = new ListItem(label);
        if (choice.detail() != null) {
            var detail = new Span(choice.detail());
            detail.addClassName("detail");
            option.add(detail);
        }
        option.add(kind);
        option.setId(optionId);
        option.getElement().setAttribute("role", "option");
        option.getElement().setAttribute("aria-selected", "false");
        option.addClickListener(
                click -> {
                    close();
                    // What was typed stood for the choice and is not searched for as well.
                    field.getElement().executeJs("this.value = ''");
                    field.clear();
                    choice.chosen().run();
                });
        return option;
    }
}
