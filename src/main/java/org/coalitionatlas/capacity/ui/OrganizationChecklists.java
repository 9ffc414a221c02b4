package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.coalitionatlas.capacity.Instruments;
import org.coalitionatlas.capacity.ResponseReading;
import org.coalitionatlas.capacity.Responses;
import org.coalitionatlas.capacity.SharedResponse;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.directory.ui.OrganizationSection;
import org.coalitionatlas.identity.CoalitionProfile;

/**
 * The checklists of an organization on its record, for itself and its coordinators, who open one
 * for it here. Everybody else sees nothing of it.
 */
@org.springframework.stereotype.Component
class OrganizationChecklists implements OrganizationSection {

    private final ResponseReading reading;
    private final Responses responses;
    private final Instruments instruments;
    private final CoalitionProfile coalition;
    private final Clock clock;

    OrganizationChecklists(
            ResponseReading reading,
            Responses responses,
            Instruments instruments,
            CoalitionProfile coalition,
            Clock clock) {
        this.reading = reading;
        this.responses = responses;
        this.instruments = instruments;
        this.coalition = coalition;
        this.clock = clock;
    }

    @StyleSheet("portal-response.css")
    static final class Checklists extends Section {}

    @Override
    public Component section(UUID organization, String name) {
        var section = new Checklists();
        section.addClassNames("responses", "organization-checklists");
        show(section, organization, name);
        return section;
    }

    private void show(Section section, UUID organization, String name) {
        section.removeAll();
        List<SharedResponse> all = reading.of(organization);
        boolean coordinates = reading.coordinates(organization);
        section.setVisible(coordinates || !all.isEmpty());
        if (!section.isVisible()) {
            return;
        }
        var words = new ResponseWords(UI.getCurrent().getLocale(), coalition, clock);
        section.add(new H2(words.text("response.openFor.section")));
        if (all.isEmpty()) {
            section.add(new Paragraph(words.text("response.openFor.none")));
        } else {
            var list = new UnorderedList();
            all.forEach(response -> list.add(line(response, words)));
            section.add(list);
        }
        if (coordinates) {
            section.add(
                    new Paragraph(words.text("response.openFor.text")),
                    new BeginPart(
                            instruments,
                            words,
                            responses.currentCycle(),
                            all,
                            (code, cycle) -> {
                                responses.open(organization, code, cycle);
                                Notices.done("response.openFor.done", name);
                                show(section, organization, name);
                            }));
        }
    }

    private ListItem line(SharedResponse response, ResponseWords words) {
        var link =
                new RouterLink(
                        words.text(
                                "response.openFor.line",
                                ResponseCard.name(response, instruments, words),
                                response.head().cycle()),
                        ResponseView.class,
                        new RouteParameters("response", response.head().id().toString()));
        return new ListItem(
                link,
                new Span(
                        words.text(
                                "response.openFor.state",
                                words.standing(response.head(), response.progress()),
                                words.progress(response.progress()))));
    }
}
