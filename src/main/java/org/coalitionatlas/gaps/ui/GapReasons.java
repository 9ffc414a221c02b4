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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.gaps.Cell;
import org.coalitionatlas.gaps.CellDetail;
import org.coalitionatlas.gaps.CellDetail.ProviderState;
import org.coalitionatlas.gaps.CellDetail.ServiceState;
import org.coalitionatlas.gaps.GapCode;
import org.coalitionatlas.gaps.GapsNavigation;
import org.coalitionatlas.gaps.Obstacle;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.coalitionatlas.taxonomy.Term;

/** Each gap of a cell: what falls short here, what to do next, and where. */
final class GapReasons extends Composite<Section> {

    private static final int MOST_LINKS = 8;

    private final GapWords words = new GapWords(this);
    private final transient CellDetail detail;
    private final transient Taxonomy taxonomy;

    GapReasons(CellDetail detail, Taxonomy taxonomy) {
        this.detail = detail;
        this.taxonomy = taxonomy;
        getContent().addClassName("gap-reasons");
        getContent().add(new H2(words.say("gaps.reasons")));
        detail.cell().gaps().forEach(code -> getContent().add(reason(code)));
    }

    private Component reason(GapCode code) {
        var reason = new Section(new H3(words.codeAndGap(code)), new Paragraph(explain(code)));
        reason.addClassNames("card", "gap-reason");
        var next = new Paragraph(new Span(words.say("gaps.next", words.say("gaps.next." + code))));
        next.addClassName("gap-next");
        reason.add(next);
        List<Anchor> links = links(code);
        if (!links.isEmpty()) {
            var list = new UnorderedList();
            links.stream().limit(MOST_LINKS).forEach(link -> list.add(new ListItem(link)));
            reason.add(list);
        }
        return reason;
    }

    private String explain(GapCode code) {
        return switch (code) {
            case G0 -> words.say("gaps.why.G0", detail.providers().size());
            case G1 -> words.say("gaps.why.G1");
            case G2 ->
                    words.say("gaps.why.G2", names(state -> state.provider().standing() != null));
            case G3 -> words.say("gaps.why.G3", names(GapReasons::isPartner));
            case G4 -> words.say("gaps.why.G4", groups(group -> group.providers() == 0, false));
            case G5 ->
                    words.say(
                            "gaps.why.G5",
                            groups(group -> group.minutes() < WeeklyHours.WEEK, true));
            case G6 -> words.say("gaps.why.G6", names(ProviderState::usable));
            case G7 -> words.say("gaps.why.G7", names(state -> hasPartnerWith(state, false)));
            case G8 ->
                    words.say(
                            "gaps.why.G8",
                            detail.settings().verifiedWithinDays(),
                            names(state -> hasPartnerWith(state, true)));
            case G9 -> farOrUnspoken();
        };
    }

    private String farOrUnspoken() {
        Cell cell = detail.cell();
        var sentences = new ArrayList<String>();
        if (cell.usable().stream()
                .flatMap(usable -> usable.offers().stream())
                .noneMatch(offer -> offer.reachable())) {
            sentences.add(words.say("gaps.why.G9.far"));
        }
        String unspoken =
                detail.settings().languages().stream()
                        .filter(
                                code ->
                                        cell.usable().stream()
                                                .flatMap(usable -> usable.offers().stream())
                                                .noneMatch(
                                                        offer ->
                                                                offer.interpreted()
                                                                        || offer.languages()
                                                                                .contains(code)))
                        .map(this::language)
                        .sorted()
                        .collect(Collectors.joining(", "));
        if (!unspoken.isEmpty()) {
            sentences.add(words.say("gaps.why.G9.language", unspoken));
        }
        return String.join(" ", sentences);
    }

    private String language(String code) {
        return taxonomy.language(code)
                .map(Term::label)
                .map(label -> label.in(words.locale()))
                .orElse(code);
    }

    private List<Anchor> links(GapCode code) {
        String need = detail.need().code();
        return switch (code) {
            case G0 ->
                    List.of(
                            new Anchor(
                                    GapsNavigation.ask(detail.county().fips(), need),
                                    words.say("gaps.link.ask", detail.county().name())));
            case G1 -> List.of(find(need));
            case G2 -> organizations(state -> !isPartner(state));
            case G3 -> organizations(GapReasons::isPartner);
            case G4, G5, G9 ->
                    services(state -> state.usable(), service -> service.obstacles().isEmpty());
            case G6 -> {
                List<Anchor> candidates = organizations(state -> !state.usable());
                yield candidates.isEmpty() ? List.of(find(need)) : candidates;
            }
            case G7 ->
                    services(
                            GapReasons::isPartner,
                            service ->
                                    service.obstacles().contains(Obstacle.NO_ROOM)
                                            || service.obstacles().contains(Obstacle.CLOSED));
            case G8 -> {
                var stale =
                        new ArrayList<>(
                                services(
                                        GapReasons::isPartner,
                                        service -> service.obstacles().contains(Obstacle.STALE)));
                stale.addAll(
                        organizations(state -> isPartner(state) && state.services().isEmpty()));
                yield stale;
            }
        };
    }

    private Anchor find(String need) {
        return new Anchor(
                GapsNavigation.find(need), words.say("gaps.link.find", words.need(detail.need())));
    }

    private List<Anchor> organizations(Predicate<ProviderState> which) {
        return named(which)
                .map(
                        state ->
                                new Anchor(
                                        GapsNavigation.organization(state.provider().id()),
                                        state.provider().name()))
                .toList();
    }

    private List<Anchor> services(Predicate<ProviderState> whose, Predicate<ServiceState> which) {
        return named(whose)
                .flatMap(
                        state ->
                                state.services().stream()
                                        .filter(which)
                                        .filter(service -> !service.offer().name().isEmpty())
                                        .map(service -> service(state, service)))
                .toList();
    }

    private Anchor service(ProviderState state, ServiceState service) {
        return new Anchor(
                GapsNavigation.service(service.offer().id()),
                words.say("gaps.link.service", state.provider().name(), service.offer().name()));
    }

    private Stream<ProviderState> named(Predicate<ProviderState> which) {
        return detail.providers().stream()
                .filter(which)
                .filter(state -> !state.provider().name().isEmpty());
    }

    private String names(Predicate<ProviderState> which) {
        return detail.providers().stream()
                .filter(which)
                .map(state -> words.provider(state.provider()))
                .collect(Collectors.joining(", "));
    }

    private String groups(Predicate<PeopleGroup> which, boolean withHours) {
        return PeopleGroup.of(detail.cell().profiles()).stream()
                .filter(which)
                .map(
                        group ->
                                withHours
                                        ? words.say(
                                                "gaps.people.withHours",
                                                words.people(group),
                                                words.hours(group.minutes()))
                                        : words.people(group))
                .collect(Collectors.joining("; "));
    }

    private static boolean isPartner(ProviderState state) {
        return state.provider().isPartner();
    }

    private static boolean hasPartnerWith(ProviderState state, boolean stale) {
        if (!isPartner(state)) {
            return false;
        }
        if (state.services().isEmpty()) {
            return stale;
        }
        return state.services().stream()
                .anyMatch(
                        service ->
                                stale
                                        ? service.obstacles().contains(Obstacle.STALE)
                                        : service.obstacles().contains(Obstacle.NO_ROOM)
                                                || service.obstacles().contains(Obstacle.CLOSED));
    }
}
