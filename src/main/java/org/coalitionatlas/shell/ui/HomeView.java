package org.coalitionatlas.shell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteConfiguration;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.coalitionatlas.common.RelativeDate;
import org.coalitionatlas.common.ui.EmptyState;
import org.coalitionatlas.common.ui.HomeWork;
import org.coalitionatlas.common.ui.SearchHints;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.coalitionatlas.taxonomy.Hotline;
import org.coalitionatlas.taxonomy.Taxonomy;

/** Where a signed-in person starts: search first, then their own work, then whom to call. */
@Route("")
@PermitAll
@Menu(title = "shell.home.title", order = 0, icon = "vaadin:home")
final class HomeView extends Composite<Div> implements HasDynamicTitle {

    private final CoalitionProfile coalition;
    private final Geography geography;

    HomeView(
            CurrentPerson currentPerson,
            CoalitionProfile coalition,
            Geography geography,
            Taxonomy taxonomy,
            List<HomeWork> rooms,
            List<SearchHints> hints) {
        this.coalition = coalition;
        this.geography = geography;
        SignedIn person = currentPerson.get();
        getContent().addClassName("home");
        getContent().add(new H1(getTranslation("shell.home.greeting", person.name())));
        if (coalition.counties().isEmpty()) {
            getContent().add(unnamed(person));
        }
        getContent().add(new SearchBox(hints), new QuickWays(taxonomy));
        var cards = new Div();
        cards.addClassName("cards");
        waiting(rooms).ifPresent(cards::add);
        ownWork(person).forEach(cards::add);
        taxonomy.hotlines().stream().limit(1).map(this::call).forEach(cards::add);
        getContent().add(cards);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.home.title");
    }

    private Component unnamed(SignedIn person) {
        if (!person.isAdministrator()) {
            return new EmptyState(
                    getTranslation("shell.home.empty.title"),
                    getTranslation("shell.home.empty.ask"));
        }
        return new EmptyState(
                getTranslation("shell.home.empty.title"),
                getTranslation("shell.home.empty.text"),
                new Anchor("admin/coalition", getTranslation("shell.home.empty.link")));
    }

    private List<Component> ownWork(SignedIn person) {
        if (person.role() == Role.MEMBER) {
            return person.organizationId() == null || !exists("directory")
                    ? List.of()
                    : List.of(
                            card(
                                    "shell.home.organization",
                                    item(
                                            "directory/organization/" + person.organizationId(),
                                            getTranslation("shell.home.organization.link"))));
        }
        List<County> counties =
                person.isAdministrator()
                        ? coalition.counties()
                        : person.counties().stream()
                                .sorted()
                                .flatMap(fips -> geography.county(fips).stream())
                                .toList();
        if (counties.isEmpty()) {
            return List.of();
        }
        var items =
                counties.stream()
                        .map(county -> item("assessment/" + county.fips(), county.nameWithState()))
                        .toArray(ListItem[]::new);
        var work = card("shell.home.counties", items);
        if (exists("gaps")) {
            work.add(new Anchor("gaps", getTranslation("shell.home.gaps")));
        }
        return List.of(work);
    }

    private Optional<Component> waiting(List<HomeWork> rooms) {
        ListItem[] lines =
                rooms.stream()
                        .flatMap(room -> room.waiting().stream())
                        .sorted(Comparator.comparing(HomeWork.Line::urgent).reversed())
                        .map(this::waiting)
                        .toArray(ListItem[]::new);
        return lines.length == 0 ? Optional.empty() : Optional.of(card("shell.home.work", lines));
    }

    private ListItem waiting(HomeWork.Line line) {
        var item =
                new ListItem(
                        new Anchor(
                                line.path(), getTranslation(line.messageKey(), line.arguments())));
        if (line.urgent()) {
            item.addClassName("urgent");
        }
        return item;
    }

    private Component call(Hotline hotline) {
        var card = card("shell.home.hotline");
        card.addClassName("hotline");
        var phone = new Anchor("tel:" + hotline.phone(), hotline.display());
        phone.addClassName("hotline-phone");
        card.add(new Paragraph(hotline.name().in(getLocale())), phone);
        if (hotline.text() != null) {
            var text = new Anchor();
            text.setText(getTranslation("shell.home.hotline.text", hotline.text()));
            // Not among the schemes that the framework takes without asking; ours is digits.
            text.setUnsafeHref("sms:" + hotline.text());
            card.add(text);
        }
        String tty = hotline.tty();
        String dialled = hotline.ttyUri();
        if (tty != null && dialled != null) {
            card.add(new Anchor(dialled, getTranslation("shell.home.hotline.tty", tty)));
        }
        card.add(
                new Paragraph(hotline.note().in(getLocale())),
                new Span(
                        getTranslation(
                                "shell.home.hotline.checked",
                                RelativeDate.plain(hotline.checkedOn(), getLocale()))));
        return card;
    }

    private Section card(String titleKey, ListItem... items) {
        var card = new Section(new H2(getTranslation(titleKey)));
        card.addClassName("card");
        if (items.length > 0) {
            card.add(new UnorderedList(items));
        }
        return card;
    }

    // A room that is not part of this installation has no link.
    private static ListItem item(String path, String label) {
        String room = path.substring(0, path.indexOf('/'));
        return new ListItem(exists(room) ? new Anchor(path, label) : new Span(label));
    }

    private static boolean exists(String room) {
        return RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .anyMatch(
                        route ->
                                route.getTemplate().equals(room)
                                        || route.getTemplate().startsWith(room + "/"));
    }
}
