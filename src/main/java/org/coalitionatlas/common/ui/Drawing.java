package org.coalitionatlas.common.ui;

import com.vaadin.flow.dom.Element;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What stands in an element, written as one text. Where hundreds of small elements only show
 * something, one text costs the server and the line a tenth of what they cost one by one.
 *
 * <p>The browser ({@code assets/drawing.js}) takes a later drawing over piece by piece: what stays
 * the same keeps the focus. A piece marked with {@link #own} is the browser's from its first
 * drawing on. Elements that come and go are better left in place and hidden.
 */
public final class Drawing {

    /** The script that must be there before anything is drawn; below the root of the site. */
    public static final String SCRIPT = "/assets/drawing.js";

    /** The property of an element that a drawing is sent in. */
    public static final String PROPERTY = "atlasHtml";

    private final StringBuilder html = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;

    /** Begins an element; its attributes follow, then its content, then {@link #close}. */
    public Drawing open(String tag) {
        endTag();
        html.append('<').append(tag);
        open.push(tag);
        inTag = true;
        return this;
    }

    /** Begins an element with a class. */
    public Drawing open(String tag, String classNames) {
        return open(tag).with("class", classNames);
    }

    /** An attribute of the element that was just begun; {@code null} leaves it out. */
    public Drawing with(String attribute, @Nullable String value) {
        if (!inTag) {
            throw new IllegalStateException(attribute + " after the content");
        }
        if (value != null) {
            html.append(' ').append(attribute);
            if (!value.isEmpty()) {
                // Between single quotes: a double one would have to be escaped on the line.
                html.append("='");
                escape(value);
                html.append('\'');
            }
        }
        return this;
    }

    /** An attribute that is there or not. */
    public Drawing with(String attribute, boolean there) {
        return with(attribute, there ? "" : null);
    }

    /** Fields and what people open themselves: later drawings leave the element as it is. */
    public Drawing own() {
        return with("data-own", "");
    }

    /** A text, whatever characters are in it. */
    public Drawing text(String text) {
        endTag();
        escape(text);
        return this;
    }

    /** Ends the element that was begun last. */
    public Drawing close() {
        endTag();
        String tag = open.pop();
        if (!tag.equals("input")) {
            html.append("</").append(tag).append('>');
        }
        return this;
    }

    /** An element with a class and nothing but a text in it. */
    public Drawing element(String tag, String classNames, String text) {
        open(tag);
        if (!classNames.isEmpty()) {
            with("class", classNames);
        }
        return text(text).close();
    }

    /** Shows it in an element that has nothing else in it. */
    public void into(Element element) {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not ended: " + open);
        }
        element.setProperty(PROPERTY, html.toString());
    }

    private void endTag() {
        if (inTag) {
            html.append('>');
            inTag = false;
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            switch (one) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '\'' -> html.append("&#39;");
                default -> html.append(one);
            }
        }
    }
}
