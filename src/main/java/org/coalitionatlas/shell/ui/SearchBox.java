package org.coalitionatlas.shell.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;

/** Search of the directory from anywhere; the key {@code /} focuses it. */
final class SearchBox extends Composite<Div> {

    private final TextField words = new TextField();

    SearchBox() {
        words.setAriaLabel(getTranslation("shell.search.label"));
        words.setPlaceholder(getTranslation("shell.search.example"));
        words.setClearButtonVisible(true);
        words.getElement().setAttribute("data-search", true);
        words.addKeyPressListener(Key.ENTER, press -> search());
        var go = new Button(getTranslation("shell.search"), click -> search());
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getContent().addClassName("search-box");
        getContent().getElement().setAttribute("role", "search");
        getContent().add(words, go);
    }

    private void search() {
        UI.getCurrent().navigate("directory", QueryParameters.of("q", words.getValue().strip()));
    }
}
