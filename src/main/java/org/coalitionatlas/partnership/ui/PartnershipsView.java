package org.coalitionatlas.partnership.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalitionatlas.common.ui.EmptyState;
import org.coalitionatlas.partnership.PartnershipKind;
import org.coalitionatlas.partnership.PartnershipList.Figures;
import org.coalitionatlas.partnership.PartnershipList.Show;
import org.coalitionatlas.partnership.PartnershipList.Wanted;
import org.coalitionatlas.partnership.PartnershipNavigation;
import org.jspecify.annotations.Nullable;

/** Who works with whom, and who knows whom. The address says what is shown. */
@Route(PartnershipNavigation.LIST)
@PermitAll
@Menu(title = "partnership.title", order = 2.5, icon = "vaadin:handshake")
@StyleSheet("portal-partnership.css")
final class PartnershipsView extends Composite<Div>
        implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 20;

    /** As many as are shown at once to be printed; some fifty sheets. */
    static final int MOST_TO_PRINT = 300;

    private static final String EVERYTHING = "all";
    private static final String ALL = "";
    private static final List<Show> FIGURES =
            List.of(
                    Show.IN_FORCE,
                    Show.ENDS_SOON,
                    Show.RENEW,
                    Show.EXPIRED,
                    Show.ENDED,
                    Show.CONTACTS,
                    Show.FRAGILE);

    private final PartnershipTools tools;
    private final PartnershipWords words;
    private final UnorderedList figures = new UnorderedList();
    private final Select<Show> show = new Select<>();
    private final Select<String> kind = new Select<>();
    private final OrganizationBox organization;
    private final Div results = new Div();
    private int page = 1;
    private boolean everything;

    PartnershipsView(PartnershipTools tools) {
        this.tools = tools;
        this.words = tools.words();
        this.organization = tools.organizationBox("partnership.filter.organization");
        figures.addClassName("partner-figures");
        var record =
                new Button(
                        words.text("partnership.record"), e -> tools.record(null, this::refresh));
        record.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var actions =
                new Div(
                        record,
                        new Button(
                                words.text("partnership.contact.record"),
                                e -> tools.recordContact(null, this::refresh)));
        actions.addClassNames("partner-actions", "no-print");
        getContent().addClassName("partner");
        getContent()
                .add(
                        new H1(getPageTitle()),
                        new Paragraph(words.text("partnership.lead")),
                        actions,
                        figures,
                        filters(),
                        results);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("partnership.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        show.setValue(
                query.getSingleParameter("show")
                        .flatMap(
                                code ->
                                        Arrays.stream(Show.values())
                                                .filter(
                                                        s ->
                                                                PartnershipNavigation.code(s)
                                                                        .equals(code))
                                                .findFirst())
                        .orElse(Show.ALL));
        kind.setValue(query.getSingleParameter("kind").filter(kinds()::contains).orElse(ALL));
        organization.setValue(
                query.getSingleParameter("organization")
                        .flatMap(PartnershipsView::id)
                        .flatMap(tools::organization)
                        .orElse(null));
        everything = query.getSingleParameter("page").filter(EVERYTHING::equals).isPresent();
        page =
                query.getSingleParameter("page")
                        .filter(n -> n.matches("[1-9]\\d{0,3}"))
                        .map(Integer::parseInt)
                        .orElse(1);
        refresh();
    }

    private Component filters() {
        show.setLabel(words.text("partnership.filter.show"));
        show.setItems(Show.values());
        show.setItemLabelGenerator(s -> words.text("partnership.show." + s));
        kind.setLabel(words.text("partnership.filter.kind"));
        kind.setItems(Stream.concat(Stream.of(ALL), kinds().stream()).toList());
        kind.setItemLabelGenerator(
                code ->
                        code.equals(ALL)
                                ? words.text("partnership.filter.kind.all")
                                : words.kind(PartnershipKind.valueOf(code)));
        organization.setClearButtonVisible(true);
        organization.setPlaceholder(words.text("partnership.filter.organization.all"));
        show.addValueChangeListener(e -> go(e.isFromClient()));
        kind.addValueChangeListener(e -> go(e.isFromClient()));
        organization.addValueChangeListener(e -> go(e.isFromClient()));
        var filters = new Div(show, organization, kind);
        filters.addClassNames("partner-filters", "no-print");
        filters.getElement().setAttribute("role", "group");
        filters.getElement().setAttribute("aria-label", words.text("partnership.filter"));
        return filters;
    }

    private void refresh() {
        Wanted wanted = wanted();
        kind.setEnabled(!wanted.show().isContacts());
        showFigures(tools.list().figures());
        results.removeAll();
        long total = tools.list().count(wanted);
        var heading = new H2(words.text("partnership.show." + wanted.show()));
        if (total == 0) {
            results.add(heading, nothing(wanted));
            return;
        }
        var count =
                new Paragraph(
                        words.text(
                                wanted.show().isContacts()
                                        ? "partnership.count.contacts"
                                        : "partnership.count",
                                total));
        count.getElement().setAttribute("role", "status");
        long pages = (total + PAGE - 1) / PAGE;
        page = (int) Math.min(page, pages);
        results.add(heading, count, list(wanted));
        if (everything) {
            results.add(printing(total));
        } else if (pages > 1) {
            results.add(pager(pages));
        }
    }

    private Component list(Wanted wanted) {
        var list = new UnorderedList();
        list.addClassName("partner-list");
        int offset = everything ? 0 : (page - 1) * PAGE;
        int most = everything ? MOST_TO_PRINT : PAGE;
        if (wanted.show().isContacts()) {
            tools.list()
                    .contacts(wanted, offset, most)
                    .forEach(held -> list.add(new HeldCard(held, tools, this::refresh)));
        } else {
            tools.list()
                    .partnerships(wanted, offset, most)
                    .forEach(line -> list.add(new PartnershipCard(line, tools, this::refresh)));
        }
        return list;
    }

    private Component nothing(Wanted wanted) {
        boolean contacts = wanted.show().isContacts();
        boolean narrowed =
                wanted.organization() != null
                        || wanted.kind() != null
                        || wanted.show() != Show.ALL && wanted.show() != Show.CONTACTS;
        if (narrowed) {
            return new EmptyState(
                    words.text("partnership.none.filtered"),
                    words.text("partnership.none.filtered.hint"),
                    new Anchor(
                            PartnershipNavigation.list(contacts ? Show.CONTACTS : Show.ALL),
                            words.text("partnership.none.all")));
        }
        return new EmptyState(
                words.text(contacts ? "partnership.none.contacts" : "partnership.none"),
                words.text(contacts ? "partnership.none.contacts.hint" : "partnership.none.hint"));
    }

    private void showFigures(Figures counted) {
        figures.removeAll();
        for (Show each : FIGURES) {
            var number = new Span(Long.toString(counted.of(each)));
            number.addClassName("number");
            var link = new Anchor(PartnershipNavigation.list(each));
            link.add(number, new Span(words.text("partnership.figure." + each)));
            if (each == show.getValue()) {
                link.getElement().setAttribute("aria-current", "true");
            }
            figures.add(new ListItem(link));
        }
    }

    private Component pager(long pages) {
        var previous =
                new Button(words.text("partnership.page.previous"), click -> goToPage(page - 1));
        previous.setEnabled(page > 1);
        var next = new Button(words.text("partnership.page.next"), click -> goToPage(page + 1));
        next.setEnabled(page < pages);
        var all = new Button(words.text("partnership.page.all"), click -> goTo(EVERYTHING));
        // Whoever prints a page reads that it is one of several.
        var pager =
                new Div(
                        previous,
                        new Span(words.text("partnership.page.of", page, pages)),
                        next,
                        all);
        Stream.of(previous, next, all).forEach(button -> button.addClassName("no-print"));
        pager.addClassName("partner-actions");
        return pager;
    }

    private Component printing(long total) {
        var print =
                new Button(
                        words.text("partnership.page.print"),
                        click -> UI.getCurrent().getPage().executeJs("window.print()"));
        print.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var pages = new Button(words.text("partnership.page.paged"), click -> goToPage(1));
        var actions = new Div(print, pages);
        actions.addClassNames("partner-actions", "no-print");
        if (total <= MOST_TO_PRINT) {
            return actions;
        }
        var cut =
                new Paragraph(
                        words.text("partnership.page.cut", MOST_TO_PRINT, total - MOST_TO_PRINT));
        cut.addClassName("partner-cut");
        return new Div(cut, actions);
    }

    private Wanted wanted() {
        Show what = show.getValue() == null ? Show.ALL : show.getValue();
        return new Wanted(
                what,
                organization.getValue() == null ? null : organization.getValue().id(),
                what.isContacts() || ALL.equals(kind.getValue())
                        ? null
                        : PartnershipKind.valueOf(kind.getValue()));
    }

    private void go(boolean fromClient) {
        if (fromClient) {
            goToPage(1);
        }
    }

    private void goToPage(int to) {
        goTo(to == 1 ? null : to);
    }

    private void goTo(@Nullable Object shownPage) {
        Wanted wanted = wanted();
        Map<String, List<String>> query = new LinkedHashMap<>();
        put(
                query,
                "show",
                wanted.show() == Show.ALL ? null : PartnershipNavigation.code(wanted.show()));
        put(query, "organization", wanted.organization());
        put(query, "kind", wanted.kind());
        put(query, "page", shownPage);
        UI.getCurrent().navigate(PartnershipNavigation.LIST, new QueryParameters(query));
    }

    private static void put(Map<String, List<String>> query, String key, @Nullable Object value) {
        if (value != null) {
            query.put(key, List.of(value.toString()));
        }
    }

    private static List<String> kinds() {
        return Arrays.stream(PartnershipKind.values()).map(Enum::name).toList();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
