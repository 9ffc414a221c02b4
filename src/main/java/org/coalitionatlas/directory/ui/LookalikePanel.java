package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalitionatlas.directory.DirectoryNavigation;
import org.coalitionatlas.directory.Lookalike;
import org.coalitionatlas.directory.RecordKind;

/** Records that what is being written looks like; nothing to see when there are none. */
@StyleSheet("portal-duplicates.css")
final class LookalikePanel extends Composite<Div> {

    private final DirectoryWords words;

    LookalikePanel(DirectoryWords words) {
        this.words = words;
        getContent().addClassName("lookalikes");
        getContent().getElement().setAttribute("aria-live", "polite");
        show(List.of());
    }

    void show(List<Lookalike> found) {
        getContent().removeAll();
        getContent().getClassNames().set("empty", found.isEmpty());
        if (found.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        found.forEach(one -> list.add(item(one)));
        getContent().add(new H2(words.text("duplicates.entry.title")), list);
    }

    // In a tab of its own: what was typed here stays.
    private ListItem item(Lookalike one) {
        String path =
                one.kind() == RecordKind.SERVICE
                        ? DirectoryNavigation.service(one.id())
                        : DirectoryNavigation.organization(one.id());
        var open = new Anchor(path, words.text("duplicates.entry.open"), AnchorTarget.BLANK);
        open.getElement()
                .setAttribute("aria-label", words.text("duplicates.entry.openOf", one.name()));
        var name = new Span(one.name());
        name.addClassName("lookalike-name");
        String facts =
                Stream.of(one.organization(), one.phone())
                        .filter(fact -> fact != null && !fact.isEmpty())
                        .collect(Collectors.joining(" · "));
        return new ListItem(
                name,
                new Span(facts),
                new Span(
                        LikenessWords.why(
                                one.likeness().namePercent(), one.likeness().signs(), words)),
                open);
    }
}
