package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.coalitionatlas.common.ui.EmptyState;
import org.coalitionatlas.directory.DirectoryNavigation;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.SearchRequest.Sort;
import org.coalitionatlas.directory.SearchResult;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;

/** The directory as members search it. The address holds the whole state. */
@Route(DirectoryNavigation.SEARCH)
@Menu(title = "directory.menu", order = 1)
@PermitAll
@StyleSheet("portal-directory.css")
@StyleSheet("portal-callsheet.css")
class DirectoryView extends Composite<Div> implements AfterNavigationObserver, HasDynamicTitle {

    private final DirectorySearch search;
    private final DirectoryWords words;

    private final TextField text = new TextField();
    private final DirectoryFilters filters;
    private final Button openFilters = new Button();
    private final Div results = new Div();
    private final Paragraph summary = new Paragraph();
    private final Select<Sort> sort = new Select<>();
    private final Button density = new Button();
    private final Div toMap = new Div();
    private final SheetPicker sheet;

    private DirectoryQuery query = DirectoryQuery.EMPTY;

    DirectoryView(
            DirectorySearch search,
            DirectoryWords words,
            CoalitionProfile coalition,
            CurrentPerson currentPerson) {
        this.search = search;
        this.words = words;
        this.sheet = new SheetPicker(words);
        this.filters = new DirectoryFilters(words, coalition.counties(), this::go);
        getContent().addClassName("directory-search");
        getContent().add(header(currentPerson), searchBox());

        openFilters.addClassName("open-filters");
        openFilters.addClickListener(click -> showFilters(!filters.hasClassName("open")));
        showFilters(false);

        summary.getElement().setAttribute("role", "status");
        results.addClassName("results");
        var list = new Section(toolbar(), results);
        list.getElement().setAttribute("aria-label", words.text("directory.search.results"));
        var columns = new Div(filters, list);
        columns.addClassName("columns");
        getContent().add(openFilters, columns, sheet);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        query = DirectoryQuery.of(event.getLocation().getQueryParameters());
        sheet.read(event.getLocation());
        toMap.removeAll();
        toMap.add(DirectoryMapView.linkFrom(event.getLocation().getQueryParameters(), words));
        SearchResult found = search.search(query.request(words.geography()));
        text.setValue(query.text());
        filters.show(query, found.facets());
        openFilters.setText(
                query.filters() == 0
                        ? words.text("directory.filter.open")
                        : words.text("directory.filter.openCount", query.filters()));
        sort.setValue(query.sort());
        showDensity();
        show(found);
    }

    @Override
    public String getPageTitle() {
        return words.text("directory.search.title");
    }

    private Component header(CurrentPerson currentPerson) {
        var header = new Div(new H1(words.text("directory.search.title")));
        header.addClassName("page-head");
        boolean coordinates =
                currentPerson.find().filter(person -> person.role() != Role.MEMBER).isPresent();
        if (coordinates) {
            header.add(
                    new Button(
                            words.text("directory.newOrganization"),
                            VaadinIcon.PLUS.create(),
                            click ->
                                    UI.getCurrent()
                                            .navigate(
                                                    OrganizationRecordView.class,
                                                    new RouteParameters(
                                                            "id", OrganizationRecordView.NEW))));
        }
        return header;
    }

    private Component searchBox() {
        text.setLabel(words.text("directory.search.label"));
        text.setPlaceholder(words.text("directory.search.placeholder"));
        text.setPrefixComponent(VaadinIcon.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setMaxLength(200);
        text.setAutofocus(true);
        text.getElement().setAttribute("data-search", true); // the key / comes here
        text.addValueChangeListener(
                e -> {
                    if (e.isFromClient()) {
                        go(query.withText(e.getValue()));
                    }
                });
        text.addClassName("search-text");
        return text;
    }

    private Component toolbar() {
        sort.setAriaLabel(words.text("directory.sort"));
        sort.setItems(Sort.values());
        sort.setItemLabelGenerator(order -> words.of("sort", order));
        sort.addValueChangeListener(
                e -> {
                    if (e.isFromClient()) {
                        go(query.withSort(e.getValue()));
                    }
                });
        density.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        density.addClickListener(click -> go(query.withCompact(!query.compact())));
        var toolbar = new Div(summary, sort, density, toMap);
        toolbar.addClassName("toolbar");
        return toolbar;
    }

    private void go(DirectoryQuery wanted) {
        UI.getCurrent().navigate(DirectoryView.class, sheet.carriedBy(wanted.parameters()));
    }

    private void showFilters(boolean open) {
        filters.setClassName("open", open);
        openFilters.getElement().setAttribute("aria-expanded", String.valueOf(open));
    }

    private void showDensity() {
        density.setText(
                words.text(query.compact() ? "directory.view.cards" : "directory.view.list"));
        results.setClassName("compact", query.compact());
    }

    private void show(SearchResult found) {
        results.removeAll();
        if (found.total() == 0) {
            summary.setText(words.text("directory.search.none"));
            results.add(nothing());
            return;
        }
        long first = (long) query.page() * DirectoryQuery.PAGE_SIZE + 1;
        summary.setText(
                words.text(
                        found.relaxed()
                                ? "directory.search.countRelaxed"
                                : "directory.search.count",
                        found.hits().isEmpty() ? 0 : first,
                        found.hits().isEmpty() ? 0 : first + found.hits().size() - 1,
                        found.total()));
        found.hits()
                .forEach(hit -> results.add(new CallCard(hit, words, sheet.box(hit.service()))));
        if (found.total() > DirectoryQuery.PAGE_SIZE) {
            results.add(pager(found.total()));
        }
    }

    private Component pager(long total) {
        var pager = new Nav();
        pager.getElement().setAttribute("aria-label", words.text("directory.pager"));
        pager.addClassName("pager");
        int pages = (int) ((total + DirectoryQuery.PAGE_SIZE - 1) / DirectoryQuery.PAGE_SIZE);
        if (query.page() > 0) {
            pager.add(page("directory.pager.previous", Math.min(query.page(), pages) - 1));
        }
        pager.add(new Span(words.text("directory.pager.page", query.page() + 1, pages)));
        if (query.page() + 1 < pages) {
            pager.add(page("directory.pager.next", query.page() + 1));
        }
        return pager;
    }

    private RouterLink page(String key, int number) {
        var link = new RouterLink(words.text(key), DirectoryView.class);
        link.setQueryParameters(sheet.carriedBy(query.withPage(number).parameters()));
        return link;
    }

    private Component nothing() {
        List<Component> actions = new ArrayList<>();
        if (query.filters() > 0) {
            actions.add(
                    new Button(
                            words.text("directory.search.withoutFilters"),
                            click -> go(query.withoutFilters())));
        }
        if (!query.text().isBlank()) {
            actions.add(
                    new Button(
                            words.text("directory.search.withoutWords"),
                            click -> go(query.withText(""))));
        }
        words.taxonomy().hotlines().stream()
                .limit(1)
                .forEach(
                        hotline -> {
                            var call =
                                    new Anchor(
                                            "tel:" + hotline.phone(),
                                            words.text(
                                                    "directory.search.hotline",
                                                    hotline.name().in(words.locale()),
                                                    hotline.display()));
                            call.addClassName("directory-dial");
                            actions.add(call);
                        });
        return new EmptyState(
                words.text("directory.search.none"),
                words.text("directory.search.noneHint"),
                actions.toArray(Component[]::new));
    }
}
