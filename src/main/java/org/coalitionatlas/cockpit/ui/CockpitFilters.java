package org.coalitionatlas.cockpit.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.coalitionatlas.cockpit.AnswerState;
import org.coalitionatlas.cockpit.CountyStanding;
import org.coalitionatlas.cockpit.Picture;
import org.coalitionatlas.cockpit.Round;

/** Narrows the figures to a round and a county, and the list to a state. */
final class CockpitFilters extends Composite<Div> {

    private final Picture picture;
    private final CockpitWords words;

    CockpitFilters(
            Picture picture, CockpitQuery query, CockpitWords words, Consumer<CockpitQuery> go) {
        this.picture = picture;
        this.words = words;
        getContent().addClassNames("cockpit-filters", "no-print");
        getContent().getElement().setAttribute("role", "group");
        getContent().getElement().setAttribute("aria-label", words.text("cockpit.filter"));
        List<String> rounds =
                Stream.concat(
                                Stream.of(""),
                                picture.rounds().stream().map(round -> round.id().toString()))
                        .toList();
        getContent()
                .add(
                        select(
                                "cockpit.filter.round",
                                rounds,
                                query.round() == null ? "" : query.round().toString(),
                                this::round,
                                to ->
                                        go.accept(
                                                query.withRound(
                                                        to.isEmpty()
                                                                ? null
                                                                : UUID.fromString(to)))),
                        select(
                                "cockpit.filter.county",
                                counties(picture),
                                query.county(),
                                this::county,
                                to -> go.accept(query.withCounty(to))),
                        select(
                                "cockpit.filter.show",
                                shows(),
                                query.show(),
                                code ->
                                        words.text(
                                                code.isEmpty()
                                                        ? "cockpit.show.all"
                                                        : "cockpit.show." + code),
                                to -> go.accept(query.withShow(to))));
    }

    static List<String> shows() {
        var shows = new ArrayList<String>();
        shows.add("");
        Stream.of(AnswerState.values()).map(Enum::name).forEach(shows::add);
        shows.add(CockpitQuery.ANSWERED);
        shows.add(CockpitQuery.OVERDUE);
        shows.add(CockpitQuery.NEVER);
        return shows;
    }

    private static List<String> counties(Picture picture) {
        var all = new ArrayList<String>();
        all.add("");
        picture.counties().stream().map(c -> c.county().fips()).forEach(all::add);
        all.add(CockpitQuery.WIDER);
        all.add(CockpitQuery.NOWHERE);
        return all;
    }

    private String round(String id) {
        return picture.rounds().stream()
                .filter(round -> round.id().toString().equals(id))
                .findFirst()
                .map(this::named)
                .orElseGet(() -> words.text("cockpit.filter.round.all"));
    }

    private String named(Round round) {
        return words.text(
                round.isOpen() ? "cockpit.filter.round.one" : "cockpit.filter.round.closed",
                words.title(round),
                words.day(round.dueOn()));
    }

    private String county(String code) {
        return switch (code) {
            case "" -> words.text("cockpit.filter.county.all");
            case CockpitQuery.WIDER -> words.text("cockpit.where.wider");
            case CockpitQuery.NOWHERE -> words.text("cockpit.where.nowhere");
            default ->
                    picture.counties().stream()
                            .map(CountyStanding::county)
                            .filter(county -> county.fips().equals(code))
                            .findFirst()
                            .map(county -> county.nameWithState())
                            .orElse(code);
        };
    }

    private Select<String> select(
            String label,
            List<String> items,
            String value,
            Function<String, String> named,
            Consumer<String> chosen) {
        var select = new Select<String>();
        select.setLabel(words.text(label));
        select.setItems(items);
        select.setItemLabelGenerator(named::apply);
        select.setValue(items.contains(value) ? value : "");
        select.addValueChangeListener(
                change -> {
                    if (change.isFromClient()) {
                        chosen.accept(change.getValue() == null ? "" : change.getValue());
                    }
                });
        return select;
    }
}
