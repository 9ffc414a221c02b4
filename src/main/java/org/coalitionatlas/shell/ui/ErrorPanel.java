package org.coalitionatlas.shell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;

/** Says what happened, what was kept and where to go on; the same for every error of the portal. */
final class ErrorPanel extends Composite<Div> {

    void say(String title, String... sentences) {
        Div panel = getContent();
        panel.removeAll();
        panel.addClassName("error-panel");
        panel.add(new H1(title));
        for (String sentence : sentences) {
            panel.add(new Paragraph(sentence));
        }
        panel.add(
                new UnorderedList(
                        link("", "shell.error.home"),
                        link("directory", "shell.error.search"),
                        publishedHotline()));
    }

    private ListItem link(String path, String key) {
        return item(new Anchor(path.isEmpty() ? "." : path, getTranslation(key)));
    }

    private ListItem publishedHotline() {
        boolean spanish = getLocale().getLanguage().equals("es");
        var help = new Anchor(spanish ? "/es/help" : "/help", getTranslation("shell.error.help"));
        help.setRouterIgnore(true);
        return item(help);
    }

    private static ListItem item(Component content) {
        return new ListItem(content);
    }
}
