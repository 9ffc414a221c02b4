package org.coalitionatlas.common.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;

/**
 * A mark on a record: an icon with words, never an icon or a colour alone. Looks as {@code
 * portal-directory.css} has it.
 */
public final class Badge {

    private Badge() {}

    /**
     * The mark.
     *
     * @param tone what it means: {@code open}, {@code closed}, {@code unknown}, {@code lapsed},
     *     {@code draft}, {@code members} or {@code trained}
     */
    public static Span of(VaadinIcon icon, String text, String tone) {
        Icon picture = icon.create();
        picture.getElement().setAttribute("aria-hidden", "true");
        var badge = new Span(picture, new Span(text));
        badge.addClassNames("directory-badge", tone);
        return badge;
    }
}
