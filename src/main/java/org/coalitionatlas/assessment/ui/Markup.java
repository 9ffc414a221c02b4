package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/**
 * Plain HTML for tables, which keep their roles even when a narrow screen lays them out as cards.
 */
final class Markup {

    private Markup() {}

    static Element element(String tag, String classNames) {
        var element = new Element(tag);
        if (!classNames.isEmpty()) {
            element.setAttribute("class", classNames);
        }
        return element;
    }

    static Element withRole(String tag, String role) {
        return new Element(tag).setAttribute("role", role);
    }

    static Element header(String text) {
        return withRole("th", "columnheader").setAttribute("scope", "col").setText(text);
    }

    /** A bar that says in words what it shows. */
    static Element progress(int value, int max, String words) {
        return new Element("progress")
                .setAttribute("max", String.valueOf(max))
                .setAttribute("value", String.valueOf(value))
                .setAttribute("aria-label", words);
    }

    static Span span(String className, String text) {
        var span = new Span(text);
        span.addClassName(className);
        return span;
    }
}
