package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.Choice;
import org.coalitionatlas.capacity.Given;
import org.coalitionatlas.capacity.Item;
import org.coalitionatlas.capacity.ItemKind;
import org.coalitionatlas.capacity.PlaceAnswer;
import org.jspecify.annotations.Nullable;

/**
 * One place being answered: radio buttons or a text, a note, putting off, and what has become of
 * the last word. The browser keeps the values; this keeps the words around them.
 */
@Tag("div")
final class PlaceRow extends Component {

    private final AnswerKey place;
    private final Item item;
    private final ResponseWords words;
    private final String code;
    private final boolean narrative;

    private final Element later = Markup.act("later", "");
    private final Element note = Markup.act("note", "");
    private final Element clear = Markup.act("clear", "");
    private final Element history = Markup.act("history", "");
    private final Element confirm = Markup.act("confirm", "");
    private final Element status = Markup.element("p", "place-status");
    private final Element problem = Markup.element("p", "place-problem");
    private final Element news = Markup.element("p", "place-news");
    private final Element hint = Markup.element("p", "place-hint");
    private final Element changed = Markup.element("p", "place-changed");

    PlaceRow(AnswerKey place, Item item, @Nullable PlaceAnswer standing, ResponseWords words) {
        this.place = place;
        this.item = item;
        this.words = words;
        this.code = AnswerGiven.code(place);
        this.narrative = item.kind() == ItemKind.NARRATIVE;
        Given given = standing == null ? Given.NOTHING : standing.given();
        getElement()
                .setAttribute("class", "place " + (narrative ? "in-words" : "in-choices"))
                .setAttribute("data-place", code)
                .setAttribute("data-choice", given.choice() == null ? "" : given.choice().name());
        status.setAttribute("id", id("status"));
        problem.setAttribute("role", "alert");
        news.setAttribute("role", "status");
        getElement().appendChild(narrative ? text(given) : choices(given));
        getElement().appendChild(tools(), note(given), status, changed, hint, problem, news);
        show(standing, false);
    }

    AnswerKey place() {
        return place;
    }

    private String id(String what) {
        return what + "-" + code.replace('/', '-');
    }

    private String name() {
        return item.part(place)
                .map(part -> words.question(item) + " – " + words.of(part.label()))
                .orElseGet(() -> words.question(item));
    }

    private Element choices(Given given) {
        Element fieldset = Markup.element("fieldset", "place-choices");
        Element legend = Markup.element("legend", "");
        item.part(place)
                .ifPresentOrElse(
                        part ->
                                legend.appendChild(
                                        Markup.text(
                                                "span",
                                                "visually-hidden",
                                                words.question(item) + " "),
                                        Markup.text("span", "", words.of(part.label()))),
                        () ->
                                legend.setAttribute("class", "visually-hidden")
                                        .setText(words.question(item)));
        fieldset.appendChild(legend);
        for (Choice choice : Choice.values()) {
            Element radio =
                    new Element("input")
                            .setAttribute("type", "radio")
                            .setAttribute("name", code)
                            .setAttribute("value", choice.name());
            if (choice == given.choice()) {
                radio.setAttribute("checked", true);
            }
            Element label = Markup.element("label", "choice");
            label.appendChild(radio, Markup.text("span", "", words.of(choice)));
            fieldset.appendChild(label);
        }
        return fieldset;
    }

    private Element text(Given given) {
        Element box = Markup.element("div", "place-text");
        Element label =
                Markup.text("label", "visually-hidden", words.question(item))
                        .setAttribute("for", id("text"));
        box.appendChild(label, area("text", given.text(), 5));
        return box;
    }

    // No limit in the browser: it would cut off what is pasted without a word.
    private Element area(String kind, @Nullable String value, int rows) {
        Element area =
                new Element("textarea")
                        .setAttribute("id", id(kind))
                        .setAttribute("data-kind", kind)
                        .setAttribute("rows", String.valueOf(rows))
                        .setAttribute("dir", "auto")
                        .setAttribute("aria-describedby", id("status"));
        // A text area takes its text as content; the value is then the browser's.
        if (value != null) {
            area.setText(value);
        }
        return area;
    }

    private Element tools() {
        Element tools = Markup.element("div", "place-tools");
        String named = name();
        label(later, "response.later", named);
        label(note, "response.note", named);
        label(clear, "response.clear", named);
        label(history, "response.history", named);
        label(confirm, "response.confirm", named);
        note.setAttribute("aria-expanded", "false").setAttribute("aria-controls", id("notes"));
        if (narrative) {
            tools.appendChild(later, note, history, confirm);
        } else {
            tools.appendChild(later, note, clear, history, confirm);
        }
        return tools;
    }

    private void label(Element button, String key, String named) {
        String said = words.text(key);
        button.setText(said).setAttribute("aria-label", said + ": " + named);
    }

    private Element note(Given given) {
        Element part = Markup.element("div", "place-note").setAttribute("id", id("notes"));
        Element label =
                Markup.element("label", "")
                        .setAttribute("for", id("note"))
                        .setText(words.text("response.note.label"));
        label.appendChild(Markup.text("span", "visually-hidden", " " + name()));
        part.appendChild(label, area("note", given.note(), 2));
        boolean open = given.note() != null;
        Markup.show(part, open);
        note.setAttribute("aria-expanded", String.valueOf(open));
        return part;
    }

    /**
     * Shows how the place stands.
     *
     * @param answer what was said last
     * @param justNow whether this person's word was saved just now
     */
    void show(@Nullable PlaceAnswer answer, boolean justNow) {
        PlaceAnswer standing = answer == null || answer.version() == 0 ? null : answer;
        boolean said = standing != null;
        Given given = standing == null ? Given.NOTHING : standing.given();
        if (standing == null) {
            status.setText("");
        } else if (justNow) {
            status.setText(words.text("response.saved", words.time(standing.at())));
        } else {
            status.setText(words.text("response.by", standing.by(), words.moment(standing.at())));
        }
        later.setAttribute("aria-pressed", String.valueOf(given.later()));
        Markup.show(clear, given.choice() != null);
        Markup.show(history, said);
        boolean reworded =
                standing != null && given.isAnswer() && standing.wording() < item.wording();
        Markup.show(confirm, reworded);
        say(changed, reworded ? words.text("response.reworded") : "");
        boolean personal = words.looksPersonal(given.text()) || words.looksPersonal(given.note());
        say(hint, personal ? words.text("response.personal") : "");
        if (justNow) {
            say(problem, "");
        }
    }

    /** Says why the last word was not saved; it stays in the field. */
    void problem(String why) {
        say(problem, why);
    }

    /** Says what a colleague did here. */
    void news(String what) {
        say(news, what);
    }

    private static void say(Element where, String what) {
        where.setText(what);
        Markup.show(where, !what.isEmpty());
    }
}
