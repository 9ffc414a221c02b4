package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.dom.Element;

/** Plain HTML: radio buttons in a fieldset say their question by themselves, and weigh little. */
final class Markup {

    private Markup() {}

    static Element element(String tag, String classNames) {
        var element = new Element(tag);
        if (!classNames.isEmpty()) {
            element.setAttribute("class", classNames);
        }
        return element;
    }

    static Element text(String tag, String classNames, String text) {
        return element(tag, classNames).setText(text);
    }
}
