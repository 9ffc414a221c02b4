package org.coalitionatlas.cockpit.ui;

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
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.coalitionatlas.capacity.Responses;
import org.coalitionatlas.cockpit.Asked;
import org.coalitionatlas.cockpit.Cockpit;
import org.coalitionatlas.cockpit.CockpitNavigation;
import org.coalitionatlas.cockpit.Figures;
import org.coalitionatlas.cockpit.Picture;
import org.coalitionatlas.cockpit.Round;
import org.coalitionatlas.cockpit.Rounds;
import org.coalitionatlas.common.ui.EmptyState;

/** Who has answered and who has not, and how far the counties are. The address says what shows. */
@Route(CockpitNavigation.COCKPIT)
@RolesAllowed({"ADMINISTRATOR", "COORDINATOR"})
@Menu(title = "cockpit.menu", order = 2.7, icon = "vaadin:dashboard")
@StyleSheet("portal-cockpit.css")
final class CockpitView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Cockpit cockpit;
    private final transient Rounds rounds;
    private final transient Responses responses;
    private final transient CockpitWords words;
    private CockpitQuery query = new CockpitQuery(null, "", "", 1);

    CockpitView(Cockpit cockpit, Rounds rounds, Responses responses, CockpitWords words) {
        this.cockpit = cockpit;
        this.rounds = rounds;
        this.responses = responses;
        this.words = words;
        getContent().addClassName("cockpit");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("cockpit.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = CockpitQuery.of(event.getLocation().getQueryParameters());
        refresh();
    }

    private void refresh() {
        Picture picture = cockpit.picture(query.round());
        getContent().removeAll();
        getContent()
                .add(
                        new H1(getPageTitle()),
                        new Paragraph(getTranslation("cockpit.text")),
                        ways(picture));
        if (picture.rounds().isEmpty()) {
            getContent()
                    .add(
                            new EmptyState(
                                    getTranslation("cockpit.none"),
                                    getTranslation("cockpit.none.hint"),
                                    open(picture)));
        } else {
            organizations(picture);
        }
        getContent().add(new CountyTable(picture, words));
    }

    private Component ways(Picture picture) {
        var reminders =
                new Anchor(CockpitNavigation.REMINDERS, getTranslation("cockpit.toReminders"));
        var calendar = new Anchor(CockpitNavigation.CALENDAR, getTranslation("cockpit.toCalendar"));
        var ways = new Div();
        ways.addClassNames("cockpit-ways", "no-print");
        if (!picture.rounds().isEmpty()) {
            ways.add(open(picture));
        }
        ways.add(reminders, calendar, words.print());
        return ways;
    }

    private Button open(Picture picture) {
        var open =
                new Button(
                        getTranslation("cockpit.open"),
                        click ->
                                RoundDialog.opening(
                                                words,
                                                rounds,
                                                picture.today(),
                                                responses.currentCycle())
                                        .open());
        open.addThemeVariants(ButtonVariant.PRIMARY);
        return open;
    }

    private void organizations(Picture picture) {
        getContent().add(new H2(getTranslation("cockpit.organizations")));
        getContent().add(new CockpitFilters(picture, query, words, this::go));
        var cards = new Div();
        cards.addClassNames("cards", "cockpit-rounds");
        for (Round round : picture.rounds()) {
            if (query.round() == null ? round.isOpen() : round.id().equals(query.round())) {
                List<Asked> of =
                        picture.asked().stream()
                                .filter(asked -> asked.round().id().equals(round.id()))
                                .toList();
                if (!of.isEmpty()) {
                    cards.add(
                            new RoundCard(
                                    round,
                                    Figures.of(of),
                                    picture.today(),
                                    picture.changeable().contains(round.id()),
                                    rounds,
                                    words,
                                    this::refresh));
                }
            }
        }
        getContent().add(cards);
        if (picture.asked().isEmpty()) {
            getContent()
                    .add(
                            new EmptyState(
                                    getTranslation("cockpit.noneHere"),
                                    getTranslation("cockpit.noneHere.hint")));
            return;
        }
        getContent()
                .add(
                        new FigureList(picture, query, words),
                        new CountyRates(picture, query, words),
                        new AskedList(picture, query, words, this::go));
    }

    private void go(CockpitQuery to) {
        UI.getCurrent().navigate(CockpitNavigation.COCKPIT, to.parameters());
    }
}
