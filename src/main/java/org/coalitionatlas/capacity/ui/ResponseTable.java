package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.Instruments;
import org.coalitionatlas.capacity.ResponseHead;
import org.coalitionatlas.capacity.ResponseReading;
import org.coalitionatlas.capacity.ResponseReading.Wanted;
import org.coalitionatlas.capacity.ResponseState;
import org.coalitionatlas.capacity.SharedResponse;
import org.coalitionatlas.common.ui.EmptyState;

/** The responses of the organizations a coordinator coordinates. The address says what is shown. */
final class ResponseTable extends Composite<Div> {

    private static final int PAGE = 25;
    private static final String ALL = "";

    private final Instruments instruments;
    private final ResponseWords words;
    private final Select<String> cycle = new Select<>();
    private final Select<String> checklist = new Select<>();
    private final Select<String> state = new Select<>();
    private final TextField name = new TextField();
    private final int page;

    ResponseTable(
            ResponseReading reading,
            Instruments instruments,
            ResponseWords words,
            QueryParameters query) {
        this.instruments = instruments;
        this.words = words;
        List<String> cycles = reading.cycles();
        List<String> codes = instruments.latest().stream().map(Instrument::code).toList();
        List<String> states = Stream.of(ResponseState.values()).map(Enum::name).toList();
        filter(cycle, "cycle", cycles, one -> one, query);
        filter(checklist, "checklist", codes, this::title, query);
        filter(state, "state", states, one -> words.of(ResponseState.valueOf(one)), query);
        name.setLabel(words.text("response.filter.name"));
        name.setValue(query.getSingleParameter("name").orElse(""));
        name.setClearButtonVisible(true);
        name.addValueChangeListener(
                change -> {
                    if (change.isFromClient()) {
                        go(1);
                    }
                });
        page =
                query.getSingleParameter("page")
                        .filter(n -> n.matches("[1-9]\\d{0,3}"))
                        .map(Integer::parseInt)
                        .orElse(1);
        var filters = new Div(cycle, checklist, state, name);
        filters.addClassName("response-filters");
        filters.getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", words.text("response.filter"));
        getContent().add(filters);
        show(reading);
    }

    private String title(String code) {
        return words.of(instruments.latest(code).title());
    }

    private void filter(
            Select<String> select,
            String parameter,
            List<String> items,
            ItemLabelGenerator<String> labels,
            QueryParameters query) {
        select.setLabel(words.text("response.filter." + parameter));
        select.setItems(Stream.concat(Stream.of(ALL), items.stream()).toList());
        select.setItemLabelGenerator(
                item -> ALL.equals(item) ? words.text("response.filter.any") : labels.apply(item));
        select.setValue(query.getSingleParameter(parameter).filter(items::contains).orElse(ALL));
        select.addValueChangeListener(
                change -> {
                    if (change.isFromClient()) {
                        go(1);
                    }
                });
    }

    private void show(ResponseReading reading) {
        ResponseReading.Page found =
                reading.page(
                        new Wanted(
                                given(cycle),
                                given(checklist),
                                given(state) == null
                                        ? null
                                        : ResponseState.valueOf(state.getValue()),
                                name.getValue()),
                        page,
                        PAGE);
        if (found.total() == 0) {
            getContent()
                    .add(
                            new EmptyState(
                                    words.text("response.all.none"),
                                    words.text("response.all.none.text")));
            return;
        }
        var count = new Paragraph(words.text("response.all.count", found.total()));
        count.getElement().setAttribute("role", "status");
        getContent().add(count);
        getContent().getElement().appendChild(table(found.rows()));
        int pages = (found.total() + PAGE - 1) / PAGE;
        if (pages > 1) {
            getContent().add(pager(pages));
        }
    }

    private static @org.jspecify.annotations.Nullable String given(Select<String> select) {
        return ALL.equals(select.getValue()) ? null : select.getValue();
    }

    private Element table(List<SharedResponse> rows) {
        Element head = new Element("tr").setAttribute("role", "row");
        for (String column :
                List.of("organization", "checklist", "cycle", "state", "progress", "saved")) {
            head.appendChild(
                    new Element("th")
                            .setAttribute("role", "columnheader")
                            .setAttribute("scope", "col")
                            .setText(words.text("response.column." + column)));
        }
        Element body = new Element("tbody").setAttribute("role", "rowgroup");
        rows.forEach(row -> body.appendChild(row(row)));
        return Markup.element("table", "response-table")
                .setAttribute("role", "table")
                .appendChild(
                        new Element("thead").setAttribute("role", "rowgroup").appendChild(head),
                        body);
    }

    private Element row(SharedResponse response) {
        ResponseHead head = response.head();
        var link =
                new RouterLink(
                        response.organizationName(),
                        ResponseView.class,
                        new RouteParameters("response", head.id().toString()));
        link.getElement()
                .setAttribute(
                        "aria-label",
                        response.organizationName()
                                + ", "
                                + ResponseCard.name(response, instruments, words)
                                + ", "
                                + head.cycle());
        var standing = new Span(words.standing(head, response.progress()));
        standing.addClassNames("state", "state-" + head.state().name());
        Element progress = new Element("td").setAttribute("role", "cell");
        progress.setAttribute("data-label", words.text("response.column.progress"));
        progress.appendChild(new Element("span").setText(words.progress(response.progress())));
        return new Element("tr")
                .setAttribute("role", "row")
                .appendChild(
                        new Element("th")
                                .setAttribute("role", "rowheader")
                                .setAttribute("scope", "row")
                                .appendChild(link.getElement()),
                        cell("checklist", ResponseCard.name(response, instruments, words)),
                        cell("cycle", head.cycle()),
                        cell("state", standing),
                        progress,
                        cell("saved", words.saved(head)));
    }

    private Element cell(String column, String text) {
        return cell(column, new Span(text));
    }

    private Element cell(String column, Component content) {
        return new Element("td")
                .setAttribute("role", "cell")
                .setAttribute("data-label", words.text("response.column." + column))
                .appendChild(content.getElement());
    }

    private Component pager(int pages) {
        var previous = new Button(words.text("response.page.previous"), click -> go(page - 1));
        previous.setEnabled(page > 1);
        var next = new Button(words.text("response.page.next"), click -> go(page + 1));
        next.setEnabled(page < pages);
        var pager = new Div(previous, new Span(words.text("response.page.of", page, pages)), next);
        pager.addClassName("response-pager");
        return pager;
    }

    private void go(int to) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        put(query, "cycle", cycle.getValue());
        put(query, "checklist", checklist.getValue());
        put(query, "state", state.getValue());
        put(query, "name", name.getValue());
        put(query, "page", to == 1 ? "" : Integer.toString(to));
        UI.getCurrent().navigate(CapacityNavigation.OVERVIEW, new QueryParameters(query));
    }

    private static void put(Map<String, List<String>> query, String key, String value) {
        if (!value.isEmpty()) {
            query.put(key, List.of(value));
        }
    }
}
