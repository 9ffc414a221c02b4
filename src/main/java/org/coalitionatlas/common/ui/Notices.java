package org.coalitionatlas.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;

/** The one way views tell a person what happened. Texts are keys of the message bundles. */
public final class Notices {

    private static final int SHORT = 4_000;

    private Notices() {}

    /** Something was done; disappears by itself. */
    public static void done(String key, Object... arguments) {
        show(text(key, arguments), NotificationVariant.LUMO_SUCCESS, SHORT);
    }

    /** Something could not be done; stays until it is closed. */
    public static void problem(String key, Object... arguments) {
        show(text(key, arguments), NotificationVariant.LUMO_ERROR, 0);
    }

    /** Something was done that can be taken back while the notice shows. */
    public static void undoable(String key, Runnable undo, Object... arguments) {
        var notice = new Notification();
        notice.setDuration(10_000);
        notice.setPosition(Notification.Position.BOTTOM_START);
        var button =
                new Button(
                        text("common.undo"),
                        click -> {
                            undo.run();
                            notice.close();
                        });
        notice.add(row(new Span(text(key, arguments)), button));
        notice.open();
    }

    private static void show(String text, NotificationVariant variant, int duration) {
        var notice = new Notification();
        notice.addThemeVariants(variant);
        notice.setDuration(duration);
        notice.setPosition(Notification.Position.BOTTOM_START);
        var words = new Span(text);
        if (duration == 0) {
            notice.setAssertive(true);
            notice.add(row(words, new Button(text("common.close"), click -> notice.close())));
        } else {
            notice.add(words);
        }
        notice.open();
    }

    private static HorizontalLayout row(Component... parts) {
        var row = new HorizontalLayout(parts);
        row.setAlignItems(HorizontalLayout.Alignment.CENTER);
        return row;
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
