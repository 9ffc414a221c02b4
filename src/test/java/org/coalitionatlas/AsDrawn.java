package org.coalitionatlas;

import com.vaadin.flow.dom.Element;
import org.coalitionatlas.common.ui.Drawing;
import org.jsoup.nodes.TextNode;

/** What a browser makes of the server's elements and of the drawings in them. */
public final class AsDrawn {

    private AsDrawn() {}

    /** The element with all that stands in it. */
    public static org.jsoup.nodes.Element of(Element element) {
        var made = new org.jsoup.nodes.Element(element.getTag());
        element.getAttributeNames()
                .forEach(name -> made.attr(name, String.valueOf(element.getAttribute(name))));
        String drawing = element.getProperty(Drawing.PROPERTY);
        if (drawing != null) {
            made.html(drawing);
        }
        element.getChildren()
                .forEach(
                        child ->
                                made.appendChild(
                                        child.isTextNode()
                                                ? new TextNode(child.getText())
                                                : of(child)));
        return made;
    }
}
