package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.coalitionatlas.capacity.Item;
import org.coalitionatlas.capacity.Judged;
import org.coalitionatlas.capacity.Outcome;
import org.coalitionatlas.capacity.Result;
import org.coalitionatlas.capacity.ResultSheet;
import org.coalitionatlas.common.RelativeDate;

/**
 * A result in words for a meeting of the board, on one printed page: what is strong, what is to be
 * improved, what is under way, what is not known. Parts of an item share a line.
 */
final class BoardPage extends Composite<Article> {

    private static final List<Outcome> GROUPS =
            List.of(
                    Outcome.STRENGTH,
                    Outcome.TO_IMPROVE,
                    Outcome.BEING_IMPROVED,
                    Outcome.NOT_KNOWN,
                    Outcome.NOT_APPLICABLE);

    private final transient ResultWords words = new ResultWords(this);

    BoardPage(ResultSheet sheet) {
        Result result = sheet.result();
        getContent().addClassName("board-page");
        getContent()
                .add(
                        new H2(
                                words.say(
                                        "capacity.board.title",
                                        sheet.organizationName(),
                                        words.in(sheet.instrument().title()))),
                        new Paragraph(asOf(sheet)),
                        new Paragraph(summary(sheet, result)));
        if (!result.progress().isComplete()) {
            getContent()
                    .add(
                            new Paragraph(
                                    words.say(
                                            "capacity.board.partial",
                                            result.progress().missing())));
        }
        var groups = new Div();
        groups.addClassName("board-groups");
        for (Outcome outcome : GROUPS) {
            List<Judged> places = result.places(outcome);
            if (!places.isEmpty() || outcome == Outcome.STRENGTH || outcome == Outcome.TO_IMPROVE) {
                groups.add(group(words.outcomes(outcome), places));
            }
        }
        List<Judged> written = result.places(Outcome.IN_WORDS);
        if (!written.isEmpty()) {
            groups.add(group(words.say("capacity.board.words"), written));
        }
        var credit = new Paragraph(words.in(sheet.instrument().credit()));
        credit.addClassName("capacity-credit");
        getContent().add(groups, credit);
    }

    private String asOf(ResultSheet sheet) {
        var saved = sheet.head().saved();
        return saved == null
                ? words.say("capacity.board.of.none", sheet.head().cycle())
                : words.say(
                        "capacity.board.of",
                        sheet.head().cycle(),
                        RelativeDate.plain(
                                saved.at().atZone(ZoneOffset.UTC).toLocalDate(), words.locale()));
    }

    private String summary(ResultSheet sheet, Result result) {
        String said =
                String.join(
                        " ",
                        words.say("capacity.board.strengths", result.count(Outcome.STRENGTH)),
                        words.say("capacity.board.improve", result.count(Outcome.TO_IMPROVE)),
                        words.say("capacity.board.improving", result.count(Outcome.BEING_IMPROVED)),
                        words.say("capacity.board.unknown", result.count(Outcome.NOT_KNOWN)));
        return words.say(
                "capacity.board.lead",
                sheet.organizationName(),
                result.progress().answered(),
                result.progress().asked(),
                said);
    }

    private Section group(String title, List<Judged> places) {
        var group = new Section(new H3(title));
        if (places.isEmpty()) {
            group.add(new Paragraph(words.say("capacity.board.none")));
            return group;
        }
        var byItem = new LinkedHashMap<Item, List<String>>();
        for (Judged place : places) {
            List<String> parts = byItem.computeIfAbsent(place.item(), item -> new ArrayList<>());
            if (place.part() != null) {
                parts.add(words.in(place.part().label()));
            }
        }
        var list = new UnorderedList();
        byItem.forEach((item, parts) -> list.add(new ListItem(line(item, parts))));
        group.add(list);
        return group;
    }

    private String line(Item item, List<String> parts) {
        String statement =
                item.number() + " " + words.in(item.aim() == null ? item.question() : item.aim());
        return parts.isEmpty()
                ? statement
                : words.say("capacity.board.withParts", statement, String.join("; ", parts));
    }
}
