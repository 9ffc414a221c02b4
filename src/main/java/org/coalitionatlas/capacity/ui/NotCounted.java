package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.Answered;
import org.coalitionatlas.capacity.Evidence;
import org.coalitionatlas.capacity.Given;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.Instruments;

/**
 * Answers, notes and evidence that are kept but not counted: to what a condition hides now, and to
 * what this version of the checklist does not ask.
 */
final class NotCounted extends Composite<Section> {

    private final transient Instruments instruments;
    private final ResponseWords words;
    private final Set<AnswerKey> withheld;
    private final transient List<Evidence> evidence;

    /**
     * @param withheld places whose words this person may not read
     * @param evidence all there is of the response that this person may see
     */
    NotCounted(
            Instruments instruments,
            ResponseWords words,
            Set<AnswerKey> withheld,
            List<Evidence> evidence) {
        this.evidence = evidence;
        this.instruments = instruments;
        this.words = words;
        this.withheld = withheld;
        getContent().addClassName("response-not-counted");
    }

    /** Shows them as the answers now stand; nothing where there are none. */
    void show(Answered answered) {
        List<AnswerKey> places = answered.notCounted();
        List<Evidence> aside =
                evidence.stream()
                        .filter(
                                e ->
                                        answered.instrument()
                                                .item(e.item())
                                                .filter(answered::isAsked)
                                                .isEmpty())
                        .toList();
        getContent().removeAll();
        setVisible(!places.isEmpty() || !aside.isEmpty());
        if (!isVisible()) {
            return;
        }
        var list = new UnorderedList();
        places.forEach(place -> list.add(new ListItem(line(answered, place))));
        aside.forEach(e -> list.add(line(answered, e)));
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
        String said = said(answered.at(place), withheld.contains(place));
        var line =
                new Paragraph(
                        words.text(
                                hidden ? "response.notCounted.hidden" : "response.notCounted.gone",
                                words.place(asking, place),
                                said));
        line.getElement().setAttribute("dir", "auto");
        return line;
    }

    private String said(Given given, boolean isWithheld) {
        var said = new ArrayList<String>();
        if (given.isAnswer()) {
            said.add(
                    isWithheld && given.text() != null
                            ? words.text("response.withheld")
                            : words.given(given));
        }
        if (given.note() != null) {
            said.add(
                    words.text(
                            "response.note.said",
                            isWithheld ? words.text("response.withheld") : given.note()));
        }
        return String.join(" · ", said);
    }

    private ListItem line(Answered answered, Evidence kept) {
        Instrument own = answered.instrument();
        Instrument asking =
                own.item(kept.item()).isPresent()
                        ? own
                        : instruments.asking(own.code(), kept.item()).orElse(own);
        var whose =
                new Span(
                        words.text(
                                "response.notCounted.evidence",
                                words.place(asking, new AnswerKey(kept.item(), AnswerKey.WHOLE))));
        return new ListItem(whose, ItemPanel.link(kept, words));
    }
}
