package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Set;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.Answered;
import org.coalitionatlas.capacity.Given;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.Instruments;

/**
 * Answers that are kept but not counted: to what a condition hides now, and to what this version of
 * the checklist does not ask.
 */
final class NotCounted extends Composite<Section> {

    private final transient Instruments instruments;
    private final ResponseWords words;
    private final Set<AnswerKey> withheld;

    /**
     * @param withheld places whose words this person may not read
     */
    NotCounted(Instruments instruments, ResponseWords words, Set<AnswerKey> withheld) {
        this.instruments = instruments;
        this.words = words;
        this.withheld = withheld;
        getContent().addClassName("response-not-counted");
    }

    /** Shows them as the answers now stand; nothing where there are none. */
    void show(Answered answered) {
        List<AnswerKey> places = answered.notCounted();
        getContent().removeAll();
        setVisible(!places.isEmpty());
        if (places.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        places.forEach(place -> list.add(new ListItem(line(answered, place))));
        getContent()
                .add(
                        new H2(words.text("response.notCounted", places.size())),
                        new Paragraph(words.text("response.notCounted.text")),
                        list);
    }

    private Paragraph line(Answered answered, AnswerKey place) {
        Instrument own = answered.instrument();
        boolean hidden = own.items().anyMatch(item -> item.places().anyMatch(place::equals));
        Instrument asking = hidden ? own : instruments.asking(own.code(), place.item()).orElse(own);
        Given given = answered.at(place);
        String said =
                withheld.contains(place) && given.text() != null
                        ? words.text("response.withheld")
                        : words.given(given);
        var line =
                new Paragraph(
                        words.text(
                                hidden ? "response.notCounted.hidden" : "response.notCounted.gone",
                                words.place(asking, place),
                                said));
        line.getElement().setAttribute("dir", "auto");
        return line;
    }
}
