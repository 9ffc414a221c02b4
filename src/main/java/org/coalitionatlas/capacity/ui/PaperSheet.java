package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.Choice;
import org.coalitionatlas.capacity.Given;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.Item;
import org.coalitionatlas.capacity.ItemKind;
import org.jspecify.annotations.Nullable;

/**
 * A questionnaire as a form of paper: the numbers of the screen, boxes to tick and lines to write
 * on; with what was answered ticked and written in. Conditional items are all there, with their
 * condition in words.
 */
final class PaperSheet extends Composite<Article> {

    private static final int LINES_OF_NARRATIVE = 6;

    private final transient ResultWords words = new ResultWords(this);
    private final transient Instrument instrument;
    private final transient Map<AnswerKey, Given> given;
    private final transient Set<AnswerKey> withheld;

    /**
     * @param organization empty for a line to write on
     * @param cycle empty for a line to write on
     */
    PaperSheet(
            Instrument instrument,
            Map<AnswerKey, Given> given,
            Set<AnswerKey> withheld,
            String organization,
            String cycle) {
        this.instrument = instrument;
        this.given = given;
        this.withheld = withheld;
        getContent().addClassName("paper");
        var head = new Div();
        head.addClassName("paper-head");
        head.add(
                field("capacity.paper.organization", organization),
                field("capacity.paper.cycle", cycle),
                field("capacity.paper.by", ""),
                field("capacity.paper.date", ""));
        getContent()
                .add(
                        new H2(words.in(instrument.title())),
                        head,
                        new Paragraph(words.in(instrument.about())),
                        strong(words.say("capacity.paper.noSurvivors")));
        for (var section : instrument.sections()) {
            var shown = new Section(new H3(section.number() + " " + words.in(section.title())));
            section.items().forEach(item -> shown.add(item(item)));
            getContent().add(shown);
        }
        var foot =
                new Paragraph(
                        words.in(instrument.credit())
                                + " "
                                + words.say("capacity.paper.version", instrument.version()));
        foot.addClassName("capacity-credit");
        getContent().add(foot);
    }

    private static Paragraph strong(String text) {
        var strong = new Paragraph(text);
        strong.addClassName("paper-notice");
        return strong;
    }

    private Div field(String key, String value) {
        var written = new Span(value);
        written.addClassName(value.isEmpty() ? "paper-line" : "paper-value");
        return new Div(new Span(words.say(key)), written);
    }

    private Div item(Item item) {
        var question = new Paragraph();
        question.addClassName("paper-question");
        var number = new Span(item.number());
        number.addClassName("paper-number");
        var source = new Span(words.say("capacity.paper.source", Sources.place(item.source())));
        source.addClassName("paper-source");
        question.add(number, new Span(words.in(item.question())), source);
        var shown = new Div(question);
        shown.addClassName("paper-item");
        if (item.shownWhen() != null) {
            shown.add(hint(condition(item.shownWhen())));
        }
        if (item.help() != null) {
            shown.add(hint(words.in(item.help())));
        }
        item.places().forEach(place -> shown.add(place(item, place)));
        return shown;
    }

    private static Paragraph hint(String text) {
        var hint = new Paragraph(text);
        hint.addClassName("paper-hint");
        return hint;
    }

    private String condition(Item.Condition condition) {
        Item at = instrument.item(condition.at().item()).orElseThrow();
        String answers =
                condition.answers().stream()
                        .map(choice -> words.say("capacity.choice." + choice))
                        .collect(Collectors.joining(", "));
        return at.parts().stream()
                .filter(part -> part.key().equals(condition.at().part()))
                .map(
                        part ->
                                words.say(
                                        "capacity.paper.condition.part",
                                        at.number(),
                                        words.in(part.label()),
                                        answers))
                .findFirst()
                .orElseGet(() -> words.say("capacity.paper.condition", at.number(), answers));
    }

    private Div place(Item item, AnswerKey key) {
        Given there = given.getOrDefault(key, Given.NOTHING);
        var place = new Div();
        place.addClassName("paper-place");
        item.parts().stream()
                .filter(part -> part.key().equals(key.part()))
                .forEach(
                        part -> {
                            var label = new Span(words.in(part.label()));
                            label.addClassName("paper-part");
                            place.add(label);
                            if (part.shownWhen() != null) {
                                place.add(hint(condition(part.shownWhen())));
                            }
                        });
        if (item.kind() == ItemKind.NARRATIVE) {
            place.add(writing(key, there.text(), LINES_OF_NARRATIVE));
        } else {
            var boxes = new Div();
            boxes.addClassName("paper-boxes");
            Arrays.stream(Choice.values()).forEach(choice -> boxes.add(box(choice, there)));
            place.add(boxes);
        }
        if (there.note() != null || item.kind() != ItemKind.NARRATIVE) {
            var note = new Div(new Span(words.say("capacity.paper.notes")));
            note.addClassName("paper-note");
            note.add(writing(key, there.note(), 1));
            place.add(note);
        }
        return place;
    }

    private Span box(Choice choice, Given there) {
        boolean chosen = there.choice() == choice && !there.later();
        var square = new Span(chosen ? "☒" : "☐");
        square.getElement().setAttribute("aria-hidden", "true");
        String word = words.say("capacity.choice." + choice);
        var box = new Span(square);
        box.addClassName("paper-box");
        box.getElement().getClassList().set("paper-chosen", chosen);
        box.add(new Span(word));
        if (chosen) {
            var said = new Span(words.say("capacity.paper.chosen", ""));
            said.addClassName("visually-hidden");
            box.add(said);
        }
        return box;
    }

    private Div writing(AnswerKey key, @Nullable String text, int lines) {
        var writing = new Div();
        if (text != null) {
            writing.addClassName("paper-written");
            writing.setText(withheld.contains(key) ? words.say("capacity.answer.withheld") : text);
            return writing;
        }
        writing.addClassName("paper-lines");
        writing.getElement().setAttribute("aria-hidden", "true");
        for (int i = 0; i < lines; i++) {
            writing.add(new Div());
        }
        return writing;
    }
}
