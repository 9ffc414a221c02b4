package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.Given;
import org.coalitionatlas.capacity.Item;
import org.coalitionatlas.capacity.Moved;

/** What differs between two versions of a checklist, with what becomes of the answers. */
final class VersionChanges extends Composite<Div> {

    private final OnScreen screen;
    private final transient Moved moved;
    private final ResponseWords words;
    private final boolean linked;

    /**
     * @param linked whether the new version is on the screen, so that its items can be gone to
     */
    VersionChanges(OnScreen screen, Moved moved, boolean linked) {
        this.screen = screen;
        this.moved = moved;
        this.words = screen.words();
        this.linked = linked;
        getContent().addClassName("version-changes");
        group("response.version.added", moved.added().stream().map(this::added).toList());
        group("response.version.reworded", moved.reworded().stream().map(this::reworded).toList());
        group("response.version.removed", moved.removed().stream().map(this::removed).toList());
        if (getContent().getComponentCount() == 0) {
            getContent().add(new Paragraph(words.text("response.version.same")));
        }
        getContent().add(new Paragraph(words.text("response.version.others")));
    }

    private void group(String key, List<ListItem> lines) {
        if (!lines.isEmpty()) {
            var list = new UnorderedList();
            lines.forEach(list::add);
            getContent().add(new H3(words.text(key, lines.size())), list);
        }
    }

    private ListItem added(AnswerKey place) {
        return new ListItem(name(words.place(moved.to(), place), place));
    }

    private ListItem reworded(Item item) {
        var line = new ListItem(name(words.question(item), wholeOrFirst(item)));
        moved.from()
                .item(item.key())
                .ifPresent(then -> line.add(small("response.version.was", words.question(then))));
        item.places()
                .filter(moved.changed()::contains)
                .forEach(place -> line.add(answer("response.version.look", place)));
        return line;
    }

    private ListItem removed(AnswerKey place) {
        var line = new ListItem(new Span(words.place(moved.from(), place)));
        if (moved.aside().contains(place)) {
            line.add(answer("response.version.aside", place));
        }
        return line;
    }

    private static AnswerKey wholeOrFirst(Item item) {
        return item.places().findFirst().orElseThrow();
    }

    private Component name(String text, AnswerKey place) {
        if (!linked) {
            return new Span(text);
        }
        var link = SectionNav.link(screen.id(), CapacityNavigation.ITEM, AnswerGiven.code(place));
        link.setText(text);
        return link;
    }

    private Component answer(String key, AnswerKey place) {
        Given given = moved.answers().getOrDefault(place, Given.NOTHING);
        var named = new ArrayList<String>();
        moved.from()
                .item(place.item())
                .flatMap(item -> item.part(place))
                .ifPresent(part -> named.add(words.of(part.label())));
        named.add(words.given(given));
        return small(key, String.join(": ", named));
    }

    private Component small(String key, String argument) {
        var line = new Paragraph(words.text(key, argument));
        line.addClassName("version-detail");
        line.getElement().setAttribute("dir", "auto");
        return line;
    }
}
