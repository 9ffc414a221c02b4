package org.coalitionatlas.shell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import org.coalitionatlas.common.ui.SearchHints;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.People;
import org.coalitionatlas.identity.SignedIn;
import org.coalitionatlas.shell.WayOut;

/** The frame of the portal: the way out, the coalition's name, search, the person, navigation. */
@Layout
@PermitAll
final class PortalLayout extends AppLayout {

    private static final String CONTENT = "content";

    private final Main main = new Main();
    private final transient People people;
    private final transient AuthenticationContext authentication;

    PortalLayout(
            WayOut wayOut,
            CoalitionProfile coalition,
            CurrentPerson currentPerson,
            People people,
            AuthenticationContext authentication,
            List<SearchHints> hints) {
        this.people = people;
        this.authentication = authentication;
        main.setId(CONTENT);
        main.getElement().setAttribute("tabindex", "-1");

        var top =
                new Div(skipLink(), wayOutBar(wayOut), headerRow(coalition, currentPerson, hints));
        top.addClassName("atlas-top");
        setI18n(new AppLayoutI18n().setDrawer(getTranslation("shell.navigation")));
        addToNavbar(top);
        addToDrawer(navigation());
        setDrawerOpened(true);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
        setContent(main);
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldContent) {
        main.getElement().removeAllChildren();
    }

    private Component skipLink() {
        var skip = new Anchor("#" + CONTENT, getTranslation("shell.skip"));
        skip.addClassName("skip-link");
        skip.setRouterIgnore(true);
        return skip;
    }

    private Component wayOutBar(WayOut wayOut) {
        var leave = new Anchor(wayOut.getUrl(), getTranslation("shell.leave"));
        leave.addClassName("leave");
        leave.setRouterIgnore(true);
        leave.getElement().setAttribute("rel", "noreferrer nofollow");
        leave.getElement().setAttribute("data-two-more", getTranslation("shell.leave.twoMore"));
        leave.getElement().setAttribute("data-one-more", getTranslation("shell.leave.oneMore"));
        leave.getElement().setAttribute("data-expired", getTranslation("shell.leave.expired"));
        leave.getElement().setAttribute("data-leaving", getTranslation("shell.leave.leaving"));
        var said = new Span();
        said.addClassName("leave-said");
        said.getElement().setAttribute("role", "status");
        var keys = new Span(getTranslation("shell.leave.keys"));
        keys.addClassName("leave-keys");
        var note = new Paragraph(keys, new Text(" " + getTranslation("shell.leave.note")));
        note.addClassName("leave-note");
        var bar = new Div(leave, said, note);
        bar.addClassName("leave-bar");
        return bar;
    }

    private Component headerRow(
            CoalitionProfile coalition, CurrentPerson currentPerson, List<SearchHints> hints) {
        var toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("shell.menu"));
        var title = new Anchor(".", coalition.name());
        title.addClassName("atlas-title");
        var search = new SearchBox(hints);
        search.addClassName("atlas-top-search");
        var row = new Header(toggle, title, search);
        currentPerson.find().ifPresent(person -> row.add(personMenu(person)));
        row.addClassName("atlas-header");
        return row;
    }

    private Component personMenu(SignedIn person) {
        var menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        menu.getElement().setAttribute("aria-label", getTranslation("shell.person"));
        menu.setI18n(new MenuBar.MenuBarI18n().setMoreOptions(getTranslation("shell.person")));
        var name = menu.addItem(person.name());
        for (Locale language : Translations.LANGUAGES) {
            if (!language.getLanguage().equals(getLocale().getLanguage())) {
                // Its own name in its own language, as whoever needs it reads only that.
                String key = "shell.language." + language.getLanguage();
                var item = name.getSubMenu().addItem(getTranslation(language, key));
                item.getElement().setAttribute("lang", language.toLanguageTag());
                item.addClickListener(click -> speak(language));
            }
        }
        name.getSubMenu()
                .addItem(
                        getTranslation("shell.account"),
                        click -> UI.getCurrent().navigate("account"));
        name.getSubMenu()
                .addItem(getTranslation("shell.signOut"), click -> authentication.logout());
        return menu;
    }

    // The same address again: the whole screen is drawn anew in the language.
    private void speak(Locale language) {
        people.chooseLanguage(language);
        UI ui = UI.getCurrent();
        ui.getSession().setAttribute(PortalSessions.CHOSEN_LANGUAGE, language);
        ui.getPage().reload();
    }

    // Eighteen entries in a row are read one by one; four short groups are not.
    private Component navigation() {
        List<MenuEntry> entries = MenuConfiguration.getMenuEntries();
        var groups = new Div();
        groups.addClassName("atlas-navigation");
        for (NavigationGroup group : NavigationGroup.values()) {
            List<MenuEntry> own = entries.stream().filter(group::holds).toList();
            if (!own.isEmpty()) {
                var navigation = new SideNav(getTranslation(group.messageKey()));
                navigation.setI18n(
                        new SideNav.SideNavI18n().setToggle(getTranslation("shell.menu.toggle")));
                own.forEach(entry -> navigation.addItem(item(entry, entries)));
                groups.add(navigation);
            }
        }
        return groups;
    }

    private SideNavItem item(MenuEntry entry, List<MenuEntry> entries) {
        var item = new SideNavItem(getTranslation(entry.title()), entry.path());
        if (entry.icon() != null) {
            item.setPrefixComponent(new Icon(entry.icon()));
        }
        // An entry is also current on the pages below it, unless those have their own.
        String below = entry.path().endsWith("/") ? entry.path() : entry.path() + "/";
        boolean parent =
                entries.stream().anyMatch(o -> !o.equals(entry) && o.path().startsWith(below));
        item.setMatchNested(!parent && below.length() > 1);
        return item;
    }
}
