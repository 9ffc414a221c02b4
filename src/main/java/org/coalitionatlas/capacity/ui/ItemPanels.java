package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.Answered;
import org.coalitionatlas.capacity.Evidence;
import org.coalitionatlas.capacity.Item;
import org.coalitionatlas.capacity.ResponseVerb;
import org.coalitionatlas.capacity.ReviewComment;
import org.coalitionatlas.capacity.Section;
import org.jspecify.annotations.Nullable;

/** The items on the screen with their places, to be answered or to be read. */
final class ItemPanels {

    private final OnScreen screen;
    private final ResponseServices services;
    private final boolean filling;
    private final List<ItemPanel> panels = new ArrayList<>();
    private final Map<AnswerKey, PlaceRow> rows = new LinkedHashMap<>();
    private final Map<AnswerKey, Component> places = new LinkedHashMap<>();

    ItemPanels(OnScreen screen, ResponseServices services) {
        this.screen = screen;
        this.services = services;
        this.filling = screen.may(ResponseVerb.FILL_IN);
    }

    Component draw(Section section) {
        var box = new com.vaadin.flow.component.html.Section(new H2(screen.words().title(section)));
        box.addClassName("response-section");
        section.items().forEach(item -> box.add(draw(item)));
        return box;
    }

    /** The row of a place that can be answered and is on the screen. */
    @Nullable PlaceRow row(AnswerKey place) {
        return rows.get(place);
    }

    /**
     * Conditional items and parts come and go with the answers they hang on. Whoever only reads
     * sees what was answered there all the same, marked as not counted.
     */
    void showAsked(Answered answered) {
        for (ItemPanel panel : panels) {
            boolean asked = answered.isAsked(panel.item());
            panel.setVisible(asked || !filling && isAnswered(answered, panel.item()));
            panel.notCounted(!asked);
        }
        places.forEach(
                (place, row) -> {
                    boolean asked = answered.isAsked(place);
                    row.setVisible(asked || !filling && answered.at(place).isAnswer());
                    row.getElement().getClassList().set("is-not-counted", !asked);
                });
    }

    private static boolean isAnswered(Answered answered, Item item) {
        return item.places().anyMatch(place -> answered.at(place).isAnswer());
    }

    private ItemPanel draw(Item item) {
        List<Component> drawn = item.places().map(place -> draw(item, place)).toList();
        var panel = new ItemPanel(item, drawn, screen.words());
        panel.show(screen.sheet().evidence());
        panel.show(screen.sheet().comments(), true);
        if (filling) {
            panel.offerEvidence(() -> addEvidence(item));
        }
        if (screen.may(ResponseVerb.COMMENT)) {
            panel.offerComment(
                    screen.sheet().comments().stream()
                            .filter(c -> c.told() == null && c.item().equals(item.key()))
                            .map(ReviewComment::text)
                            .findFirst()
                            .orElse(null));
        }
        panels.add(panel);
        return panel;
    }

    private Component draw(Item item, AnswerKey place) {
        var answer = screen.sheet().answers().get(place);
        ResponseWords words = screen.words();
        Component drawn;
        if (filling) {
            var row = new PlaceRow(place, item, answer, words);
            rows.put(place, row);
            drawn = row;
        } else {
            boolean withheld = screen.sheet().withheld().contains(place);
            drawn = new ReadRow(place, item, answer, withheld, words);
        }
        places.put(place, drawn);
        return drawn;
    }

    private void addEvidence(Item item) {
        new EvidenceDialog(
                        services.shelf(),
                        screen.id(),
                        item,
                        screen.words(),
                        () -> {
                            List<Evidence> all = services.reading().sheet(screen.id()).evidence();
                            panels.forEach(panel -> panel.show(all));
                            return all;
                        })
                .open();
    }
}
