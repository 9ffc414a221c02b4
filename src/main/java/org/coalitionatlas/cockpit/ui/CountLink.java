package org.coalitionatlas.cockpit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** A number that opens the list behind it; zero opens nothing. */
final class CountLink {

    private CountLink() {}

    static Component of(int count, String address, String label) {
        if (count == 0) {
            return new Span(String.valueOf(count));
        }
        var link = new Anchor(address, String.valueOf(count));
        link.getElement().setAttribute("aria-label", label);
        return link;
    }
}
