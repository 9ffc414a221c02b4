package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.Given;
import org.coalitionatlas.capacity.Item;
import org.coalitionatlas.capacity.PlaceAnswer;
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
        item.part(place)
                .ifPresent(
                        part ->
                                getElement()
                                        .appendChild(
                                                Markup.text(
                                                        "p",
                                                        "place-part",
                                                        words.of(part.label()))));
        Given given = standing == null ? Given.NOTHING : standing.given();
        Element said = Markup.element("p", "place-said").setAttribute("dir", "auto");
        boolean hidden = withheld && given.text() != null;
        said.setText(hidden ? words.text("response.withheld") : words.given(given));
        said.getClassList().set("is-nothing", !given.isAnswer() || hidden);
        getElement().appendChild(said);
        if (given.note() != null) {
            getElement()
                    .appendChild(
                            Markup.text(
                                            "p",
                                            "place-noted",
                                            words.text(
                                                    "response.note.said",
                                                    withheld
                                                            ? words.text("response.withheld")
                                                            : given.note()))
                                    .setAttribute("dir", "auto"));
        }
        if (standing != null) {
            getElement()
                    .appendChild(
                            Markup.text(
                                    "p",
                                    "place-status",
                                    words.text(
                                            "response.by",
                                            standing.by(),
                                            words.moment(standing.at()))));
            if (!withheld) {
                Element history = Markup.act("history", words.text("response.history"));
                history.setAttribute(
                        "aria-label", words.text("response.history") + ": " + words.question(item));
                getElement().appendChild(history);
            }
        }
    }
}
