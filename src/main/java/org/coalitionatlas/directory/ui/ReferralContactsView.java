package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.coalitionatlas.common.ui.EmptyState;
import org.coalitionatlas.directory.PhoneLine;
import org.coalitionatlas.directory.ReferralSearch;
import org.coalitionatlas.directory.SearchRequest;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.taxonomy.Hotline;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Term;
import org.jspecify.annotations.Nullable;

/**
 * Whom to call at 2 a.m.: contacts trained on human trafficking first, with who can be reached now.
 * Reads the index alone, as the current reader may see it.
 */
@Route("referral-contacts")
@PermitAll
@Menu(title = "training.contacts.title", order = 1.5, icon = "vaadin:phone")
@StyleSheet("portal-directory.css")
class ReferralContactsView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 25;
    private static final int MOST_SERVICES = 200;

    private final ReferralSearch search;
    private final DirectoryWords words;
    private final List<County> counties;
    private final OrderedList list = new OrderedList();
    private final Div result = new Div();
    private final Div more = new Div();
    private List<ReferralContact> people = List.of();
    private final ComboBox<County> county;
    private final ComboBox<Need> need;
    private final ComboBox<String> serves;
    private final ComboBox<String> language;
    private boolean showing;

    ReferralContactsView(
            ReferralSearch search,
            CurrentPerson currentPerson,
            CoalitionProfile coalition,
            DirectoryWords words) {
        this.search = search;
        this.words = words;
        this.counties =
                Stream.concat(
                                currentPerson.get().counties().stream()
                                        .sorted()
                                        .flatMap(fips -> words.geography().county(fips).stream()),
                                coalition.counties().stream())
                        .distinct()
                        .toList();
        county = choice("training.contacts.county", allCounties(), County::nameWithState);
        need =
                choice(
                        "training.contacts.need",
                        List.copyOf(words.taxonomy().needs()),
                        one -> words.need(one.code()));
        serves =
                choice(
                        "training.contacts.serves",
                        Stream.concat(
                                        words.taxonomy().axes().stream()
                                                .flatMap(axis -> axis.values().stream())
                                                .map(value -> value.code()),
                                        words.taxonomy().populations().stream().map(Term::code))
                                .toList(),
                        words::population);
        language =
                choice(
                        "training.contacts.language",
                        words.taxonomy().languages().stream().map(Term::code).toList(),
                        words::language);
        county.setClearButtonVisible(false);
        var filters = new Div(county, need, serves, language);
        filters.addClassName("referral-filters");
        var print =
                new Button(
                        words.text("training.contacts.print"),
                        VaadinIcon.PRINT.create(),
                        click -> UI.getCurrent().getPage().executeJs("window.print()"));
        print.addClassName("no-print");
        var head = new Div(new H1(words.text("training.contacts.title")), print);
        head.addClassName("page-head");
        list.addClassName("referral-contacts");
        more.addClassNames("referral-more", "no-print");
        result.getElement().setAttribute("role", "status");
        getContent().addClassName("referral");
        getContent()
                .add(
                        head,
                        new Paragraph(words.text("training.contacts.help")),
                        filters,
                        result,
                        list,
                        more);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getLocation().getQueryParameters());
    }

    /** Shows what such an address asks for. */
    void show(QueryParameters asked) {
        showing = true;
        county.setValue(
                asked.getSingleParameter("county")
                        .flatMap(words.geography()::county)
                        .orElseGet(() -> counties.isEmpty() ? null : counties.getFirst()));
        need.setValue(
                asked.getSingleParameter("need").flatMap(words.taxonomy()::need).orElse(null));
        serves.setValue(known(asked, "serves", serves));
        language.setValue(known(asked, "language", language));
        showing = false;
        show();
    }

    @Override
    public String getPageTitle() {
        return words.text("training.contacts.title");
    }

    private void show() {
        list.removeAll();
        more.removeAll();
        ReferralSearch.Found found = services();
        people = ReferralContact.of(found.services(), words::isReachable, words.today());
        long trained =
                people.stream().filter(one -> one.contact().trainedOn(words.today())).count();
        result.removeAll();
        if (people.isEmpty()) {
            result.add(
                    new EmptyState(
                            words.text("training.contacts.none.title"),
                            words.text("training.contacts.none.text")),
                    hotline());
            return;
        }
        result.add(new Paragraph(words.text("training.contacts.count", people.size(), trained)));
        if (found.more()) {
            result.add(
                    new Paragraph(
                            words.text(
                                    "training.contacts.cut",
                                    found.services().size(),
                                    found.total())));
        }
        if (trained == 0) {
            result.add(hotline());
        }
        showMore();
    }

    private void showMore() {
        int shown = (int) list.getChildren().count();
        people.stream().skip(shown).limit(PAGE).forEach(one -> list.add(item(one)));
        int now = (int) list.getChildren().count();
        more.removeAll();
        if (now < people.size()) {
            more.add(
                    new Paragraph(words.text("training.contacts.shown", now, people.size())),
                    new Button(
                            words.text("training.contacts.showMore"),
                            click -> {
                                showMore();
                                // Whoever pressed the key goes on where the list went on.
                                list.getChildren()
                                        .skip(now)
                                        .findFirst()
                                        .ifPresent(
                                                item ->
                                                        item.getElement()
                                                                .setAttribute("tabindex", "-1")
                                                                .callJsFunction("focus"));
                            }));
        }
    }

    private ReferralSearch.Found services() {
        SearchRequest all = SearchRequest.of("");
        County there = county.getValue();
        return search.find(
                new SearchRequest(
                        "",
                        need.getValue() == null ? Set.of() : Set.of(need.getValue().code()),
                        all.phases(),
                        there == null ? null : there.fips(),
                        serves.getValue() == null ? Set.of() : Set.of(serves.getValue()),
                        language.getValue() == null ? Set.of() : Set.of(language.getValue()),
                        false,
                        false,
                        false,
                        all.kinds(),
                        null,
                        null,
                        SearchRequest.Sort.LAST_VERIFIED,
                        0,
                        SearchRequest.MOST),
                MOST_SERVICES);
    }

    private ListItem item(ReferralContact one) {
        ServiceView service = one.services().getFirst();
        var item = new ListItem(Parts.contact(one.contact(), words));
        if (one.reachable()) {
            item.add(
                    Parts.badge(
                            VaadinIcon.PHONE, words.text("training.contacts.reachable"), "open"));
        } else if (service.active()) {
            item.add(Parts.open(service, words));
        }
        Parts.marks(service, words).forEach(item::add);
        PhoneLine onCall = words.openState(service).onCall();
        if (onCall != null) {
            item.add(new OnCallLine(onCall, words));
        }
        var where =
                new Div(
                        new RouterLink(
                                service.name(),
                                ServiceRecordView.class,
                                new RouteParameters("id", service.id().toString())),
                        new Span(service.organization().name()));
        where.addClassName("referral-where");
        item.add(where);
        var verified =
                new Span(
                        words.verified(
                                service.assuredOn(), service.assuredBy(), service.assuredHow()));
        verified.addClassName("fine");
        item.add(verified);
        if (one.services().size() > 1) {
            item.add(new Span(words.text("training.contacts.more", one.services().size() - 1)));
        }
        if (one.contact().phones().isEmpty() && !service.phones().isEmpty()) {
            item.add(Parts.phones(service.phones(), words));
        }
        return item;
    }

    private Component hotline() {
        var lines = new Div(new H2(words.text("training.contacts.hotline")));
        lines.addClassName("referral-hotline");
        for (Hotline hotline : words.taxonomy().hotlines()) {
            var phone = new Anchor("tel:" + hotline.phone(), hotline.display());
            phone.addClassName("directory-dial");
            var line = new Paragraph(new Span(hotline.name().in(words.locale())), phone);
            Parts.tty(hotline, words).ifPresent(line::add);
            lines.add(line);
        }
        return lines;
    }

    private <T> ComboBox<T> choice(String labelKey, List<T> items, Function<T, String> label) {
        var field = new ComboBox<T>(words.text(labelKey));
        field.setItems(DirectoryFields.startsAnyWord(label::apply), items);
        field.setItemLabelGenerator(label::apply);
        field.setClearButtonVisible(true);
        field.setPlaceholder(words.text("training.contacts.any"));
        field.addValueChangeListener(
                e -> {
                    if (!showing) {
                        UI.getCurrent().navigate(ReferralContactsView.class, parameters());
                    }
                });
        return field;
    }

    private QueryParameters parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        Optional.ofNullable(county.getValue()).ifPresent(c -> all.put("county", c.fips()));
        Optional.ofNullable(need.getValue()).ifPresent(n -> all.put("need", n.code()));
        Optional.ofNullable(serves.getValue()).ifPresent(s -> all.put("serves", s));
        Optional.ofNullable(language.getValue()).ifPresent(l -> all.put("language", l));
        return QueryParameters.simple(all);
    }

    private static @Nullable String known(
            QueryParameters asked, String name, ComboBox<String> field) {
        return asked.getSingleParameter(name)
                .filter(value -> field.getListDataView().contains(value))
                .orElse(null);
    }

    private List<County> allCounties() {
        return Stream.concat(counties.stream(), words.geography().counties().stream())
                .distinct()
                .toList();
    }
}
