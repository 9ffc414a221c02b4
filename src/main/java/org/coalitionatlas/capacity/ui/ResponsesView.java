package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.Instruments;
import org.coalitionatlas.capacity.ResponseReading;
import org.coalitionatlas.capacity.Responses;
import org.coalitionatlas.capacity.SharedResponse;
import org.coalitionatlas.common.ui.EmptyState;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;

/**
 * Capacity checklists: one's own organization's by cycle, with a new one to open; for coordinators
 * those of all organizations they coordinate.
 */
@Route(CapacityNavigation.OVERVIEW)
@PermitAll
@Menu(title = "response.menu", order = 2.5, icon = "vaadin:clipboard-check")
@StyleSheet("portal-response.css")
final class ResponsesView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ResponseReading reading;
    private final transient Responses responses;
    private final transient Instruments instruments;
    private final transient SignedIn person;
    private final ResponseWords words;

    ResponsesView(
            ResponseReading reading,
            Responses responses,
            Instruments instruments,
            CoalitionProfile coalition,
            CurrentPerson currentPerson,
            Clock clock) {
        this.reading = reading;
        this.responses = responses;
        this.instruments = instruments;
        this.person = currentPerson.get();
        this.words = new ResponseWords(getLocale(), coalition, clock);
        getContent().addClassName("responses");
    }

    @Override
    public String getPageTitle() {
        return words.text("response.menu");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        getContent().removeAll();
        getContent()
                .add(new H1(getPageTitle()), new Paragraph(words.text("response.overview.text")));
        if (person.role() == Role.MEMBER) {
            own();
        } else {
            getContent()
                    .add(
                            new Anchor(
                                    CapacityNavigation.COALITION,
                                    words.text("capacity.coalition.title")),
                            new ResponseTable(
                                    reading,
                                    instruments,
                                    words,
                                    event.getLocation().getQueryParameters()));
        }
        getContent().add(new BlankForms(instruments));
    }

    private void own() {
        if (person.organizationId() == null) {
            getContent()
                    .add(
                            new EmptyState(
                                    words.text("response.own.nobody"),
                                    words.text("response.own.nobody.text")));
            return;
        }
        List<SharedResponse> all = reading.own();
        if (all.isEmpty()) {
            getContent()
                    .add(
                            new EmptyState(
                                    words.text("response.own.none"),
                                    words.text("response.own.none.text")));
        }
        Map<String, Div> cycles = new LinkedHashMap<>();
        for (SharedResponse response : all) {
            cycles.computeIfAbsent(response.head().cycle(), this::cycle)
                    .add(new ResponseCard(response, instruments, words));
        }
        getContent().add(begin(all));
    }

    private Div cycle(String name) {
        var cards = new Div();
        cards.addClassName("cards");
        getContent().add(new Section(new H2(words.text("response.cycle.named", name)), cards));
        return cards;
    }

    private Component begin(List<SharedResponse> all) {
        return new BeginPart(
                instruments,
                words,
                responses.currentCycle(),
                all,
                (code, cycle) -> {
                    var organization = person.organizationId();
                    if (organization != null) {
                        UI.getCurrent()
                                .navigate(
                                        CapacityNavigation.response(
                                                responses.open(organization, code, cycle)));
                    }
                });
    }
}
