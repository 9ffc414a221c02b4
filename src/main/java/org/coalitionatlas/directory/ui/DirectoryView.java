package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
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
import java.util.List;
import org.coalitionatlas.common.ui.SearchExtra;
import org.coalitionatlas.common.ui.SuggestField;
import org.coalitionatlas.directory.DirectoryNavigation;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.SearchAid;
import org.coalitionatlas.directory.SearchHelp;
import org.coalitionatlas.directory.SearchRequest;
import org.coalitionatlas.directory.SearchRequest.Sort;
import org.coalitionatlas.directory.SearchResult;
import org.coalitionatlas.directory.SearchSuggestions;
import org.coalitionatlas.directory.Searched;
import org.coalitionatlas.directory.WhyFound;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.jspecify.annotations.Nullable;

/** The directory as members search it. The address holds the whole state. */
@Route(DirectoryNavigation.SEARCH)
@Menu(title = "directory.menu", order = 1, icon = "vaadin:search")
@PermitAll
@StyleSheet("portal-directory.css")
@StyleSheet("portal-callsheet.css")
class DirectoryView extends Composite<Div> implements AfterNavigationObserver, HasDynamicTitle {

    private final DirectorySearch search;
    private final SearchAid aid;
    private final WhyFound whyFound;
    private final SearchSuggestions suggestions;
    private final List<SearchExtra> extras;
    private final DirectoryWords words;

    private final TextField text = new TextField();
    private final SuggestField suggest = new SuggestField(text, this::choices);
    private final FilterChips chips;
    private final Paragraph meant = new Paragraph();
    private final Div extra = new Div();
    private final DirectoryFilters filters;
    private final Button openFilters = new Button();
    private final Div results = new Div();
    private final Paragraph summary = new Paragraph();
    private final Select<Sort> sort = new Select<>();
    private final Button density = new Button();
    private final Div toMap = new Div();
    private final SheetPicker sheet;

    private DirectoryQuery query = DirectoryQuery.EMPTY;
    private @Nullable Searched told;

    DirectoryView(
            DirectorySearch search,
            SearchAid aid,
            WhyFound whyFound,
            SearchSuggestions suggestions,
            List<SearchExtra> extras,
            DirectoryWords words,
            CoalitionProfile coalition,
            CurrentPerson currentPerson) {
        this.search = search;
        this.aid = aid;
        this.whyFound = whyFound;
        this.suggestions = suggestions;
        this.extras = extras;
        this.words = words;
        this.sheet = new SheetPicker(words);
        this.chips = new FilterChips(words, sheet::carriedBy);
        this.filters = new DirectoryFilters(words, coalition.counties(), this::go);
        getContent().addClassName("directory-search");
        getContent().add(header(currentPerson), searchBox());

        openFilters.addClassName("open-filters");
        openFilters.addClickListener(click -> showFilters(!filters.hasClassName("open")));
        showFilters(false);

        summary.getElement().setAttribute("role", "status");
        results.addClassName("results");
        meant.addClassName("did-you-mean");
        extra.addClassName("search-extra");
        var list = new Section(toolbar(), chips, meant, results);
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
        SearchRequest request = query.request(words.geography());
        SearchResult found = search.search(request);
        text.setValue(query.text());
        suggest.close();
        filters.show(query, found.choices());
        chips.show(query);
        openFilters.setText(
                query.filters() == 0
                        ? words.text("directory.filter.open")
                        : words.text("directory.filter.openCount", query.filters()));
        sort.setValue(query.sort());
        showDensity();
        SearchHelp help = query.page() == 0 ? aid.help(request, found) : SearchHelp.NONE;
        show(found, help);
        showMeant(help);
        showExtras();
        tell(aid.about(request, found));
    }

    // Going through the pages and orders of one search is not another search.
    private void tell(Searched now) {
        boolean anything = !query.text().isBlank() || query.filters() > 0;
        if (anything && query.page() == 0 && !now.equals(told)) {
            told = now;
            aid.tell(now);
        }
    }

    private void showMeant(SearchHelp help) {
        meant.removeAll();
        String corrected = help.corrected();
        meant.setVisible(corrected != null);
        if (corrected != null) {
            var link = new RouterLink(corrected, DirectoryView.class);
            link.setQueryParameters(sheet.carriedBy(query.withText(corrected).parameters()));
            meant.add(
                    new Span(words.text("seeking.meant")),
                    new Text(" "),
                    link,
                    new Text(" "),
                    new Span(words.text("seeking.none.found", help.correctedCount())));
        }
    }

    private void showExtras() {
        extra.removeAll();
        if (!query.text().isBlank() || query.filters() > 0) {
            String summary = new NarrowingWords(query, words).summary();
            String address = query.withPage(0).withCompact(false).parameters().getQueryString();
            extras.forEach(one -> extra.add(one.forSearch(address, summary)));
        }
    }

    private List<SuggestField.Choice> choices(String typed) {
        return suggestions.suggest(typed, words.locale()).stream()
                .map(
                        one ->
                                new SuggestField.Choice(
                                        DirectoryHints.kind(one),
                                        one.label(),
                                        DirectoryHints.detail(one, words),
                                        () -> take(one)))
                .toList();
    }

    // A need, county or ZIP code narrows the search on the screen; a record opens.
    private void take(SearchSuggestions.Suggestion chosen) {
        switch (chosen.kind()) {
            case ORGANIZATION, SERVICE -> UI.getCurrent().navigate(DirectoryHints.path(chosen));
            case NEED, CATEGORY, COUNTY, ZIP -> go(query.taking(chosen));
        }
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
            var add =
                    new Button(
                            words.text("directory.newOrganization"),
                            VaadinIcon.PLUS.create(),
                            click ->
                                    UI.getCurrent()
                                            .navigate(
                                                    OrganizationRecordView.class,
                                                    new RouteParameters(
                                                            "id", OrganizationRecordView.NEW)));
            var embedding =
                    new Anchor(
                            PublishedPages.embedding(),
                            words.text("directory.embed.link"),
                            AnchorTarget.BLANK);
            embedding.setRouterIgnore(true);
            var ways = new Div(add, embedding);
            ways.addClassName("head-ways");
            header.add(ways);
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
        suggest.addClassName("search-text");
        return suggest;
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
        // Whoever has read how many there are decides whether to keep the search.
        var toolbar = new Div(summary, extra, sort, density, toMap);
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

    private void show(SearchResult found, SearchHelp help) {
        results.removeAll();
        if (query.lacksOrigin()) {
            var notice = new Paragraph(words.text("directory.filter.noOrigin"));
            notice.addClassName("search-notice");
            results.add(notice);
        }
        if (found.total() == 0) {
            summary.setText(words.text("directory.search.none"));
            results.add(new NothingFound(query, help, words, sheet::carriedBy));
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
        WhyFound.Sought sought = whyFound.seek(query.text(), words.locale());
        for (SearchResult.Hit hit : found.hits()) {
            results.add(
                    new CallCard(hit, sought.why(hit.service()), words, sheet.box(hit.service())));
        }
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
}
