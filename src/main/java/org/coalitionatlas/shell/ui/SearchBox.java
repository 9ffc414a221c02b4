package org.coalitionatlas.shell.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import org.coalitionatlas.common.ui.SearchHints;
import org.coalitionatlas.common.ui.SuggestField;

/** Search of the directory from anywhere; the key {@code /} focuses it. */
final class SearchBox extends Composite<Div> {

    private final TextField words = new TextField();

    /**
     * @param hints what is proposed while somebody types
     */
    SearchBox(List<SearchHints> hints) {
        words.setAriaLabel(getTranslation("shell.search.label"));
        words.setPlaceholder(getTranslation("shell.search.example"));
        words.setClearButtonVisible(true);
        words.getElement().setAttribute("data-search", true);
        words.addKeyPressListener(Key.ENTER, press -> search());
        var go = new Button(getTranslation("shell.search"), click -> search());
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getContent().addClassName("search-box");
        getContent().getElement().setAttribute("role", "search");
        getContent().add(new SuggestField(words, typed -> choices(typed, hints)), go);
    }

    private List<SuggestField.Choice> choices(String typed, List<SearchHints> hints) {
        return hints.stream()
                .flatMap(room -> room.hints(typed, getLocale()).stream())
                .map(
                        hint ->
                                new SuggestField.Choice(
                                        hint.kind(),
                                        hint.label(),
                                        hint.detail(),
                                        () -> open(hint.path())))
                .toList();
    }

    private static void open(String path) {
        int query = path.indexOf('?');
        UI.getCurrent()
                .navigate(
                        query < 0 ? path : path.substring(0, query),
                        query < 0
                                ? QueryParameters.empty()
                                : QueryParameters.fromString(path.substring(query + 1)));
    }

    private void search() {
        UI.getCurrent().navigate("directory", QueryParameters.of("q", words.getValue().strip()));
    }
}
