package org.coalitionatlas.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Stands where nothing is yet, and says what to do next. */
public final class EmptyState extends Composite<Div> {

    /**
     * @param title what is empty, already in the person's language
     * @param hint what to do next
     * @param actions buttons or links that do it
     */
    public EmptyState(String title, String hint, Component... actions) {
        getContent().addClassName("empty-state");
        getContent().add(new H2(title), new Paragraph(hint));
        getContent().add(actions);
    }
}
