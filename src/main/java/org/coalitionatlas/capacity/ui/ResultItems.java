package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.GoalDraft;
import org.coalitionatlas.capacity.Judged;
import org.coalitionatlas.capacity.Outcome;
import org.coalitionatlas.capacity.Result;
import org.coalitionatlas.capacity.ResultSheet;

/** The places of a result under what follows from them, each with its answer and its rule. */
final class ResultItems extends Composite<Section> {

    private final transient ResultWords words = new ResultWords(this);
    private final transient ResultSheet sheet;
    private final transient ResultQuery query;
    private final H2 heading = new H2();

    ResultItems(ResultSheet sheet, Result result, ResultQuery query) {
        this.sheet = sheet;
        this.query = query;
        heading.setText(words.say("capacity.result.items"));
        heading.getElement().setAttribute("tabindex", "-1");
        List<Judged> shown = query.places(result);
        var summary = new Paragraph(summary(result, shown.size()));
        summary.getElement().setAttribute("role", "status");
        getContent().addClassName("capacity-items");
        getContent().add(heading, summary);
        if (query.isFiltered()) {
            getContent()
                    .add(
                            new Anchor(
                                    ResultQuery.EVERYTHING.address(sheet.head().id()),
                                    words.say("capacity.result.items.everything")));
        }
        var order = new ArrayList<>(TwoFigures.OUTCOMES);
        order.add(3, Outcome.UNANSWERED);
        for (Outcome outcome : order) {
            List<Judged> places =
                    shown.stream().filter(place -> place.outcome() == outcome).toList();
            if (!places.isEmpty()) {
                getContent()
                        .add(
                                new H3(words.outcomes(outcome)),
                                outcome == Outcome.UNANSWERED ? missing(places) : list(places));
            }
        }
    }

    // Whoever pressed a number wants to see what it counts.
    @Override
    protected void onAttach(AttachEvent event) {
        if (query.isFiltered()) {
            heading.getElement()
                    .executeJs("this.focus({preventScroll: true}); this.scrollIntoView()");
        }
    }

    private String summary(Result result, int count) {
        if (!query.isFiltered()) {
            return words.say("capacity.result.items.shown", count);
        }
        var filter = new ArrayList<String>();
        if (query.outcome() != null) {
            filter.add(words.outcomes(query.outcome()));
        }
        result.sections().stream()
                .filter(of -> of.section().number().equals(query.section()))
                .findFirst()
                .ifPresent(
                        of ->
                                filter.add(
                                        of.section().number()
                                                + " "
                                                + words.in(of.section().title())));
        return words.say("capacity.result.items.filter", count, String.join(" · ", filter));
    }

    /** Nothing to read there but where to go. */
    private UnorderedList missing(List<Judged> places) {
        var list = new UnorderedList();
        list.addClassName("capacity-open-places");
        for (Judged place : places) {
            String name = words.numbered(place);
            list.add(
                    new ListItem(
                            new Anchor(
                                    CapacityNavigation.item(sheet.head().id(), place.item().key()),
                                    place.given().later()
                                            ? words.say("capacity.result.later", name)
                                            : name)));
        }
        return list;
    }

    private UnorderedList list(List<Judged> places) {
        var list = new UnorderedList();
        list.addClassName("capacity-places");
        places.forEach(place -> list.add(place(place)));
        return list;
    }

    private ListItem place(Judged place) {
        var statement = new Span(words.numbered(place));
        statement.addClassName("capacity-statement");
        var why =
                new Paragraph(
                        words.say(
                                "capacity.result.why",
                                words.answer(place.given()),
                                words.say("capacity.rule." + place.rule())));
        why.addClassName("capacity-why");
        var item = new ListItem(statement, why);
        item.addClassName(OutcomeStyle.of(place.outcome()));
        boolean withheld = sheet.withheld().contains(place.place());
        if (place.outcome() == Outcome.IN_WORDS) {
            item.add(
                    quote(
                            withheld ? words.say("capacity.answer.withheld") : place.given().text(),
                            "capacity-text"));
        }
        if (place.given().note() != null && !withheld) {
            item.add(quote(words.say("capacity.note", place.given().note()), "capacity-note"));
        }
        item.add(actions(place));
        return item;
    }

    private static Paragraph quote(@org.jspecify.annotations.Nullable String text, String style) {
        var quote = new Paragraph(text == null ? "" : text);
        quote.addClassName(style);
        return quote;
    }

    private Div actions(Judged place) {
        var open =
                new Anchor(
                        CapacityNavigation.item(sheet.head().id(), place.item().key()),
                        words.say("capacity.result.open"));
        open.getElement()
                .setAttribute(
                        "aria-label",
                        words.say("capacity.result.open.item", words.numbered(place)));
        var actions = new Div(open);
        actions.addClassNames("capacity-actions", "no-print");
        if (GoalDraft.isOffered(place)) {
            var goal = new Button(words.say("capacity.goal.copy"));
            goal.addThemeVariants(ButtonVariant.TERTIARY);
            goal.setAriaLabel(words.say("capacity.goal.copy.item", words.numbered(place)));
            goal.addClickListener(click -> new GoalDialog(sheet, place).open());
            actions.add(goal);
        }
        return actions;
    }
}
