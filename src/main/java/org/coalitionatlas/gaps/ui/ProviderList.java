package org.coalitionatlas.gaps.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.common.RelativeDate;
import org.coalitionatlas.directory.CapacityValue;
import org.coalitionatlas.gaps.CellDetail;
import org.coalitionatlas.gaps.CellDetail.ProviderState;
import org.coalitionatlas.gaps.CellDetail.ServiceState;
import org.coalitionatlas.gaps.CellFacts.Offer;
import org.coalitionatlas.gaps.CellFacts.Provider;
import org.coalitionatlas.gaps.GapsNavigation;
import org.coalitionatlas.gaps.Obstacle;
import org.jspecify.annotations.Nullable;

/** Who can be used today, and why everybody else cannot. */
final class ProviderList extends Composite<Section> {

    private final GapWords words = new GapWords(this);
    private final transient CellDetail detail;
    private final Set<UUID> fragile;

    /**
     * @param fragile providers that the coalition reaches only through one person
     */
    ProviderList(CellDetail detail, Set<UUID> fragile) {
        this.detail = detail;
        this.fragile = fragile;
        getContent().addClassName("gap-providers");
        getContent().add(new H2(words.say("gaps.providers")));
        if (detail.providers().isEmpty()) {
            getContent().add(new Paragraph(words.say("gaps.providers.none")));
        }
        detail.providers().forEach(state -> getContent().add(card(state)));
    }

    private Component card(ProviderState state) {
        Provider provider = state.provider();
        var card = new Section(new H3(name(provider)));
        card.addClassNames("card", "gap-provider");
        var standing = new Span(LevelStyle.bars(), new Span(words.standing(provider.standing())));
        standing.addClassNames("gap-badge", LevelStyle.of(provider.standing()));
        var verdict =
                new Span(
                        words.say(
                                state.usable()
                                        ? "gaps.provider.usable"
                                        : "gaps.provider.unusable"));
        verdict.addClassName(state.usable() ? "gap-yes" : "gap-no");
        var line = new Paragraph(standing, new Span(" "), verdict);
        card.add(line);
        if (!provider.isPartner()) {
            card.add(
                    new Paragraph(
                            words.say(
                                    "gaps.provider.standing."
                                            + (provider.standing() == null
                                                    ? "NOT_ASSESSED"
                                                    : provider.standing().name()))));
        }
        if (fragile.contains(provider.id()) && !provider.name().isEmpty()) {
            card.add(new Paragraph(words.say("partnership.fragile.sentence")));
        }
        if (state.services().isEmpty()) {
            card.add(new Paragraph(words.say("gaps.provider.noService")));
        } else {
            var services = new UnorderedList();
            state.services().forEach(service -> services.add(item(service)));
            card.add(services);
        }
        return card;
    }

    private Component name(Provider provider) {
        return provider.name().isEmpty()
                ? new Span(words.provider(provider))
                : new Anchor(GapsNavigation.organization(provider.id()), provider.name());
    }

    private ListItem item(ServiceState service) {
        Offer offer = service.offer();
        Component name =
                offer.name().isEmpty()
                        ? new Span(words.say("gaps.service.hidden"))
                        : new Anchor(GapsNavigation.service(offer.id()), offer.name());
        return new ListItem(name, new Span(": " + String.join("; ", facts(service)) + "."));
    }

    // What stands in the way first, so that nobody has to look for it.
    private List<String> facts(ServiceState service) {
        var blocking = new ArrayList<String>();
        var fine = new ArrayList<String>();
        if (service.obstacles().contains(Obstacle.CLOSED)) {
            blocking.add(words.say("gaps.service.closed"));
        }
        (service.obstacles().contains(Obstacle.NO_ROOM) ? blocking : fine)
                .add(room(service.offer().capacity()));
        (service.obstacles().contains(Obstacle.STALE) ? blocking : fine)
                .add(
                        verified(
                                service.offer().verifiedOn(),
                                service.obstacles().contains(Obstacle.STALE)));
        if (!service.offer().reachable()) {
            fine.add(words.say("gaps.service.far"));
        }
        fine.add(
                service.offer().hours().minutes() == 0
                        ? words.say("gaps.service.noHours")
                        : words.hours(service.offer().hours().minutes()));
        blocking.addAll(fine);
        return blocking;
    }

    private String room(@Nullable CapacityValue capacity) {
        return words.say(
                "gaps.service.room." + (capacity == null ? "NOT_STATED" : capacity.name()));
    }

    private String verified(@Nullable LocalDate on, boolean stale) {
        if (on == null) {
            return words.say("gaps.service.neverVerified");
        }
        String when = RelativeDate.ago(on, detail.today(), words.locale());
        return stale
                ? words.say("gaps.service.stale", detail.settings().verifiedWithinDays(), when)
                : words.say("gaps.service.verified", when);
    }
}
