package org.coalitionatlas.gaps.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.gaps.Assumption;
import org.coalitionatlas.gaps.Assumption.Change;
import org.coalitionatlas.gaps.Cell;
import org.coalitionatlas.gaps.CellDetail;
import org.coalitionatlas.gaps.Gaps;
import org.coalitionatlas.gaps.GapsNavigation;
import org.coalitionatlas.partnership.PartnershipList;
import org.coalitionatlas.taxonomy.Taxonomy;

/** What stands behind one need in one county; the address also holds what is being tried out. */
@Route(GapsNavigation.MAP + "/:fips/:need")
@PermitAll
@StyleSheet("portal-gaps.css")
final class GapCellView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final String IF = "if";

    private final transient Gaps gaps;
    private final transient Taxonomy taxonomy;
    private final transient DemandFigures demand;
    private final transient PartnershipList partnerships;
    private final GapWords words = new GapWords(this);
    private String title = "";

    GapCellView(Gaps gaps, Taxonomy taxonomy, DemandFigures demand, PartnershipList partnerships) {
        this.partnerships = partnerships;
        this.gaps = gaps;
        this.taxonomy = taxonomy;
        this.demand = demand;
        getContent().addClassName("gaps");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String fips = event.getRouteParameters().get("fips").orElse("");
        String need = event.getRouteParameters().get("need").orElse("");
        CellDetail detail = gaps.detail(fips, need).orElseThrow(NotFoundException::new);
        show(detail, event.getLocation().getQueryParameters());
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(CellDetail detail, QueryParameters parameters) {
        title =
                words.say(
                        "gaps.cell.title",
                        words.need(detail.need()),
                        detail.county().nameWithState());
        getContent().removeAll();
        var back = new Anchor(GapsNavigation.MAP, words.say("gaps.back"));
        back.addClassName("no-print");
        getContent().add(back, new H1(title), verdict(detail.cell()));
        var phase = new Paragraph(detail.need().phase().label().in(words.locale()));
        phase.addClassName("gap-lead");
        getContent().add(phase);
        demand.line(detail.county(), detail.need()).ifPresent(getContent()::add);
        if (detail.cell().isNotApplicable()) {
            getContent().add(notApplicable(detail));
            return;
        }
        if (detail.cell().isAssessed()) {
            getContent().add(facts(detail.cell()));
        }
        if (!detail.cell().gaps().isEmpty()) {
            getContent().add(new GapReasons(detail, taxonomy));
        }
        getContent().add(new ProviderList(detail, partnerships.fragileProviders()));
        if (!detail.cell().usable().isEmpty()) {
            getContent()
                    .add(
                            new Section(
                                    new H2(words.say("gaps.people")),
                                    new PopulationTable(detail.cell())));
        }
        if (!detail.assumptions().isEmpty()) {
            var panel = new WhatIfPanel(gaps, detail, ticked -> remember(detail, ticked));
            panel.assume(assumptions(parameters));
            getContent().add(panel);
        }
    }

    private Component verdict(Cell cell) {
        var badge = new Span(LevelStyle.bars(), new Span(words.level(cell)));
        badge.addClassNames("gap-badge", LevelStyle.of(cell));
        var verdict = new Paragraph(badge);
        verdict.addClassName("gap-verdict");
        if (cell.isCovered()) {
            verdict.add(new Span(words.say("gaps.verdict.covered")));
        } else if (cell.isAssessed()) {
            verdict.add(new Span(words.say("gaps.verdict.gaps", cell.gaps().size())));
        } else if (!cell.isNotApplicable()) {
            verdict.add(new Span(words.say("gaps.verdict.notAssessed")));
        }
        return verdict;
    }

    private Component notApplicable(CellDetail detail) {
        String reason = Objects.requireNonNullElse(detail.cell().facts().notApplicable(), "");
        return new Section(
                new Paragraph(words.say("gaps.notApplicable.why", reason)),
                new Paragraph(
                        new Anchor(
                                GapsNavigation.ask(detail.county().fips(), detail.need().code()),
                                words.say("gaps.link.ask", detail.county().name()))));
    }

    private Component facts(Cell cell) {
        var facts = new DescriptionList();
        facts.addClassName("gap-facts");
        fact(facts, "gaps.fact.level", words.level(cell));
        fact(
                facts,
                "gaps.fact.organizations",
                words.say("gaps.fact.organizations.of", cell.redundancy()));
        fact(
                facts,
                "gaps.fact.profiles",
                words.say("gaps.fact.profiles.of", cell.profilesReached(), cell.profiles().size()));
        fact(
                facts,
                "gaps.fact.hours",
                words.say(cell.facts().allHours() ? "gaps.fact.allHours" : "gaps.fact.anyHours"));
        return facts;
    }

    private void fact(DescriptionList facts, String key, String value) {
        facts.add(
                new Div(
                        new DescriptionList.Term(words.say(key)),
                        new DescriptionList.Description(value)));
    }

    // The address follows what is ticked, so that it can be sent to somebody; nothing is reloaded.
    private void remember(CellDetail detail, Collection<Assumption> ticked) {
        String address = GapsNavigation.cell(detail.county().fips(), detail.need().code());
        List<String> codes = ticked.stream().map(GapCellView::code).toList();
        String query =
                codes.isEmpty()
                        ? ""
                        : "?" + new QueryParameters(Map.of(IF, codes)).getQueryString();
        UI.getCurrent().getPage().getHistory().replaceState(null, address + query);
    }

    private static String code(Assumption assumption) {
        return assumption.change().name().toLowerCase(Locale.ROOT) + "." + assumption.providerId();
    }

    private static List<Assumption> assumptions(QueryParameters parameters) {
        return parameters.getParameters(IF).stream()
                .flatMap(code -> assumption(code).stream())
                .toList();
    }

    private static Optional<Assumption> assumption(String code) {
        int dot = code.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String change = code.substring(0, dot).toUpperCase(Locale.ROOT);
        return Arrays.stream(Change.values())
                .filter(known -> known.name().equals(change))
                .findFirst()
                .flatMap(known -> id(code.substring(dot + 1)).map(p -> new Assumption(p, known)));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
