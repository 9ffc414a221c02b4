package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.coalitionatlas.directory.SearchFilter;
import org.coalitionatlas.directory.SearchHelp;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.taxonomy.Hotline;

/** Nothing was found: what finds something instead, and whom to call meanwhile. */
final class NothingFound extends Composite<Div> {

    private static final int MOST_HOTLINES = 3;

    private final DirectoryQuery query;
    private final DirectoryWords words;
    private final UnaryOperator<QueryParameters> carried;

    /**
     * @param carried what every link keeps besides the search
     */
    NothingFound(
            DirectoryQuery query,
            SearchHelp help,
            DirectoryWords words,
            UnaryOperator<QueryParameters> carried) {
        this.query = query;
        this.words = words;
        this.carried = carried;
        getContent().addClassNames("empty-state", "nothing-found");
        getContent()
                .add(
                        new H2(words.text("directory.search.none")),
                        new Paragraph(words.text("directory.search.noneHint")));
        without(help);
        near(help);
        related(help);
        call(help);
    }

    private void without(SearchHelp help) {
        var labels = new NarrowingWords(query, words);
        group(
                "seeking.none.without",
                help.without().stream()
                        .filter(
                                one ->
                                        !labels.label(one.dropped().filter(), one.dropped().value())
                                                .isEmpty())
                        .map(
                                one -> {
                                    String label =
                                            labels.label(
                                                    one.dropped().filter(), one.dropped().value());
                                    return search(
                                            words.text("seeking.none.withoutOne", label),
                                            query.without(
                                                    one.dropped().filter(), one.dropped().value()),
                                            one.count());
                                })
                        .toList());
    }

    private void near(SearchHelp help) {
        group(
                "seeking.none.near",
                help.near().stream()
                        .map(
                                one ->
                                        search(
                                                words.text(
                                                        "seeking.none.county",
                                                        one.county().nameWithState(),
                                                        Math.round(one.miles())),
                                                query.without(SearchFilter.ZIP, null)
                                                        .withCounty(one.county().fips()),
                                                one.count()))
                        .toList());
    }

    private void related(SearchHelp help) {
        group(
                "seeking.none.related",
                help.related().stream()
                        .map(
                                one ->
                                        search(
                                                words.need(one.need().code()),
                                                query.withNeeds(Set.of(one.need().code()))
                                                        .withText(
                                                                query.needs().isEmpty()
                                                                        ? ""
                                                                        : query.text()),
                                                one.count()))
                        .toList());
    }

    private void call(SearchHelp help) {
        var calls = new UnorderedList();
        for (ServiceView line : help.lines()) {
            var item =
                    new ListItem(
                            new RouterLink(
                                    line.name(),
                                    ServiceRecordView.class,
                                    new RouteParameters("id", line.id().toString())),
                            new Span(
                                    line.organization().name()
                                            + " · "
                                            + words.areas(line.areas())));
            Parts.marks(line, words).forEach(item::add);
            item.add(Parts.phones(line.phones(), words));
            calls.add(item);
        }
        for (Hotline hotline : words.taxonomy().hotlines().stream().limit(MOST_HOTLINES).toList()) {
            var dial = new Anchor("tel:" + hotline.phone(), hotline.display());
            dial.addClassName("directory-dial");
            var item = new ListItem(new Span(hotline.name().in(words.locale())), dial);
            Parts.tty(hotline, words).ifPresent(item::add);
            calls.add(item);
        }
        group("seeking.none.call", List.of(calls));
    }

    private void group(String key, List<? extends Component> members) {
        if (members.isEmpty()) {
            return;
        }
        var group = new Section(new H3(words.text(key)));
        if (members.getFirst() instanceof ListItem) {
            var list = new UnorderedList();
            members.forEach(list::add);
            group.add(list);
        } else {
            members.forEach(group::add);
        }
        getContent().add(group);
    }

    private ListItem search(String label, DirectoryQuery other, long count) {
        var link = new RouterLink(label, DirectoryView.class);
        link.setQueryParameters(carried.apply(other.parameters()));
        return new ListItem(link, new Span(words.text("seeking.none.found", count)));
    }
}
