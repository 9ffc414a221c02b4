package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.Given;
import org.coalitionatlas.capacity.Item;
import org.coalitionatlas.capacity.PlaceAnswer;
import org.coalitionatlas.common.ui.Drawing;
import org.jspecify.annotations.Nullable;

/** One place of a response that is only read here. */
@Tag("div")
final class ReadRow extends Component {

    /**
     * @param withheld whether the organization keeps its words to itself
     */
    ReadRow(
            AnswerKey place,
            Item item,
            @Nullable PlaceAnswer standing,
            boolean withheld,
            ResponseWords words) {
        getElement()
                .setAttribute("class", "place read")
                .setAttribute("data-place", AnswerGiven.code(place));
        Given given = standing == null ? Given.NOTHING : standing.given();
        boolean hidden = withheld && given.text() != null;
        var html = new Drawing();
        item.part(place).ifPresent(part -> html.element("p", "place-part", words.of(part.label())));
        html.open("p", given.isAnswer() && !hidden ? "place-said" : "place-said is-nothing")
                .with("dir", "auto")
                .text(hidden ? words.text("response.withheld") : words.given(given))
                .close();
        if (given.note() != null) {
            html.open("p", "place-noted")
                    .with("dir", "auto")
                    .text(
                            words.text(
                                    "response.note.said",
                                    withheld ? words.text("response.withheld") : given.note()))
                    .close();
        }
        if (standing != null) {
            html.element(
                    "p",
                    "place-status",
                    words.text("response.by", standing.by(), words.moment(standing.at())));
            if (!withheld) {
                String history = words.text("response.history");
                html.open("button", "place-act")
                        .with("type", "button")
                        .with("data-act", "history")
                        .with("aria-label", history + ": " + words.question(item))
                        .text(history)
                        .close();
            }
        }
        html.into(getElement());
    }
}
