package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.Choice;
import org.coalitionatlas.capacity.Given;
import org.coalitionatlas.capacity.Item;
import org.coalitionatlas.capacity.ItemKind;
import org.coalitionatlas.capacity.PlaceAnswer;
import org.coalitionatlas.common.ui.Drawing;
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

    private @Nullable PlaceAnswer standing;
    private boolean justNow;
    private String problem = "";
    private String news = "";

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
        show(standing, false);
    }

    AnswerKey place() {
        return place;
    }

    /**
     * Shows how the place stands.
     *
     * @param answer what was said last
     * @param saved whether this person's word was saved just now
     */
    void show(@Nullable PlaceAnswer answer, boolean saved) {
        standing = answer == null || answer.version() == 0 ? null : answer;
        justNow = saved;
        if (saved) {
            problem = "";
        }
        draw();
    }

    /** Says why the last word was not saved; it stays in the field. */
    void problem(String why) {
        problem = why;
        draw();
    }

    /** Says what a colleague did here. */
    void news(String what) {
        news = what;
        draw();
    }

    // ---- how it looks ----

    private void draw() {
        Given given = standing == null ? Given.NOTHING : standing.given();
        var html = new Drawing();
        if (narrative) {
            text(html, given);
        } else {
            choices(html, given);
        }
        boolean reworded =
                standing != null && given.isAnswer() && standing.wording() < item.wording();
        tools(html, given, reworded);
        note(html, given);
        html.open("p", "place-status").with("id", id("status")).text(status()).close();
        boolean personal = words.looksPersonal(given.text()) || words.looksPersonal(given.note());
        say(html, "place-changed", null, reworded ? words.text("response.reworded") : "");
        say(html, "place-hint", null, personal ? words.text("response.personal") : "");
        say(html, "place-problem", "alert", problem);
        say(html, "place-news", "status", news);
        html.into(getElement());
    }

    private String status() {
        if (standing == null) {
            return "";
        }
        return justNow
                ? words.text("response.saved", words.time(standing.at()))
                : words.text("response.by", standing.by(), words.moment(standing.at()));
    }

    private static void say(Drawing html, String kind, @Nullable String role, String what) {
        html.open("p", kind).with("role", role).with("hidden", what.isEmpty()).text(what).close();
    }

    private String id(String what) {
        return what + "-" + code.replace('/', '-');
    }

    private void choices(Drawing html, Given given) {
        html.open("fieldset", "place-choices").own();
        item.part(place)
                .ifPresentOrElse(
                        part ->
                                html.open("legend")
                                        .element(
                                                "span",
                                                "visually-hidden",
                                                words.question(item) + " ")
                                        .element("span", "", words.of(part.label()))
                                        .close(),
                        () -> html.element("legend", "visually-hidden", words.question(item)));
        html.open("div", "choices");
        for (Choice choice : Choice.values()) {
            html.open("label", "choice")
                    .open("input")
                    .with("type", "radio")
                    .with("name", code)
                    .with("value", choice.name())
                    .with("checked", choice == given.choice())
                    .close()
                    .element("span", "", words.of(choice))
                    .close();
        }
        html.close().close();
    }

    private void text(Drawing html, Given given) {
        html.open("div", "place-text")
                .own()
                .open("label", "visually-hidden")
                .with("for", id("text"))
                .text(words.question(item))
                .close();
        area(html, "text", given.text(), 5);
        html.close();
    }

    private void tools(Drawing html, Given given, boolean reworded) {
        html.open("div", "place-tools");
        act(html, "later", true).with("aria-pressed", String.valueOf(given.later()));
        say(html, "later");
        act(html, "note", true)
                .with("aria-expanded", String.valueOf(given.note() != null))
                .with("aria-controls", id("notes"));
        say(html, "note");
        if (!narrative) {
            offer(html, "clear", given.choice() != null);
        }
        offer(html, "history", standing != null);
        offer(html, "confirm", reworded);
        html.close();
    }

    /** A button that keeps its place while it is not there. */
    private void offer(Drawing html, String act, boolean offered) {
        act(html, act, offered);
        if (offered) {
            say(html, act);
        } else {
            html.close();
        }
    }

    private static Drawing act(Drawing html, String act, boolean offered) {
        return html.open("button", "place-act")
                .with("type", "button")
                .with("data-act", act)
                .with("hidden", !offered);
    }

    private void say(Drawing html, String act) {
        String said = words.text("response." + act);
        html.with("aria-label", said + ": " + words.place(item, place)).text(said).close();
    }

    private void note(Drawing html, Given given) {
        html.open("div", "place-note")
                .own()
                .with("id", id("notes"))
                .with("hidden", given.note() == null)
                .open("label")
                .with("for", id("note"))
                .text(words.text("response.note.label"))
                .element("span", "visually-hidden", " " + words.place(item, place))
                .close();
        area(html, "note", given.note(), 2);
        html.close();
    }

    // No limit in the browser: it would cut off what is pasted without a word.
    private void area(Drawing html, String kind, @Nullable String value, int rows) {
        html.open("textarea")
                .with("id", id(kind))
                .with("data-kind", kind)
                .with("rows", String.valueOf(rows))
                .with("dir", "auto")
                .with("aria-describedby", id("status"))
                // The first line break of a field is taken for its own.
                .text(value == null ? "" : "\n" + value)
                .close();
    }
}
