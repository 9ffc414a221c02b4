package org.coalitionatlas.gaps.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.common.RelativeDate;
import org.coalitionatlas.gaps.CycleComparison;
import org.coalitionatlas.gaps.CycleComparisons;
import org.coalitionatlas.gaps.FrozenNeed;
import org.coalitionatlas.gaps.GapsNavigation;
import org.coalitionatlas.gaps.NeedChange;
import org.coalitionatlas.gaps.NeedChange.Verdict;
import org.coalitionatlas.taxonomy.Phase;

/** A county's latest cycle beside a closed one, need by need and in words. */
@Route(AssessmentNavigation.OVERVIEW + "/:county/compare")
@PermitAll
@StyleSheet("portal-gaps.css")
@StyleSheet("portal-comparison.css")
final class CycleComparisonView extends Composite<Div>
        implements BeforeEnterObserver, HasDynamicTitle {

    private final transient CycleComparisons comparisons;
    private final GapWords words = new GapWords(this);
    private final Map<Verdict, List<Element>> rows = new EnumMap<>(Verdict.class);
    private String title = "";

    CycleComparisonView(CycleComparisons comparisons) {
        this.comparisons = comparisons;
        getContent().addClassNames("gaps", "comparison");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String fips = event.getRouteParameters().get("county").orElse("");
        String cycle =
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter(AssessmentNavigation.CYCLE)
                        .orElse("");
        show(comparisons.with(fips, cycle).orElseThrow(NotFoundException::new));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(CycleComparison comparison) {
        title =
                words.say(
                        "cycle.comparison.title",
                        comparison.county().nameWithState(),
                        comparison.then(),
                        comparison.now());
        rows.clear();
        getContent().removeAll();
        var back =
                new Anchor(
                        AssessmentNavigation.worksheet(comparison.county().fips()),
                        words.say("cycle.comparison.back"));
        back.addClassName("no-print");
        getContent().add(back, new H1(title), summary(comparison), differencesOnly());
        List<Phase> phases =
                comparison.needs().stream()
                        .map(change -> change.need().phase())
                        .distinct()
                        .toList();
        for (Phase phase : phases) {
            getContent().add(phase(comparison, phase));
        }
    }

    private Component summary(CycleComparison comparison) {
        var list = new UnorderedList();
        for (Verdict verdict : Verdict.values()) {
            long count = comparison.count(verdict);
            if (count > 0) {
                list.add(
                        new ListItem(words.say("cycle.comparison.count." + verdict.name(), count)));
            }
        }
        var lead =
                new Paragraph(
                        words.say(
                                "cycle.comparison.figures",
                                comparison.then(),
                                comparison.assessedThen(),
                                comparison.coveredThen(),
                                comparison.now(),
                                comparison.assessedNow(),
                                comparison.coveredNow(),
                                comparison.needs().size()));
        var summary = new Div(lead, list);
        if (comparison.closedAt() != null) {
            LocalDate closed =
                    LocalDate.ofInstant(comparison.closedAt(), comparison.county().zone());
            summary.addComponentAsFirst(
                    new Paragraph(
                            words.say(
                                    "cycle.comparison.frozen",
                                    comparison.then(),
                                    RelativeDate.plain(closed, words.locale()))));
        }
        return summary;
    }

    private Component differencesOnly() {
        var only = new Checkbox(words.say("cycle.comparison.differences"));
        only.addClassName("no-print");
        only.addValueChangeListener(
                change -> {
                    for (Verdict same : List.of(Verdict.SAME, Verdict.NEVER_ASSESSED)) {
                        rows.getOrDefault(same, List.of())
                                .forEach(row -> row.setVisible(!change.getValue()));
                    }
                });
        return only;
    }

    private Component phase(CycleComparison comparison, Phase phase) {
        var heading = new H2(phase.label().in(words.locale()));
        heading.setId("compare-" + phase.code());
        var head = cells("tr", "row");
        for (String column :
                List.of(
                        words.say("cycle.comparison.need"),
                        words.say("cycle.comparison.verdict"),
                        comparison.then(),
                        comparison.now())) {
            head.appendChild(
                    cells("th", "columnheader").setAttribute("scope", "col").setText(column));
        }
        var body = cells("tbody", "rowgroup");
        for (NeedChange change : comparison.needs()) {
            if (change.need().phase().code().equals(phase.code())) {
                Element row = row(comparison, change);
                rows.computeIfAbsent(change.verdict(), verdict -> new ArrayList<>()).add(row);
                body.appendChild(row);
            }
        }
        var table =
                cells("table", "table")
                        .setAttribute("class", "comparison-table")
                        .setAttribute("aria-labelledby", "compare-" + phase.code())
                        .appendChild(cells("thead", "rowgroup").appendChild(head), body);
        var section = new Section(heading);
        section.getElement().appendChild(table);
        return section;
    }

    private Element row(CycleComparison comparison, NeedChange change) {
        Verdict verdict = change.verdict();
        String code = change.need().code();
        var name = cells("th", "rowheader").setAttribute("scope", "row");
        name.appendChild(
                new Element("a")
                        .setAttribute("href", GapsNavigation.cell(comparison.county().fips(), code))
                        .setText(code + " " + words.need(change.need())));
        return cells("tr", "row")
                .setAttribute("class", "is-" + verdict.name().toLowerCase(java.util.Locale.ROOT))
                .appendChild(
                        name,
                        cell(
                                words.say("cycle.comparison.verdict"),
                                words.say("cycle.comparison.is." + verdict.name())),
                        cell(comparison.then(), inWords(change.then())),
                        cell(comparison.now(), inWords(change.now())));
    }

    private String inWords(FrozenNeed need) {
        if (need.notApplicable()) {
            return words.say("gaps.notApplicable");
        }
        String standing = words.standing(need.level());
        if (!need.isAssessed()) {
            return standing;
        }
        String gaps =
                need.gaps().isEmpty()
                        ? words.say("cycle.comparison.covered")
                        : need.gaps().stream()
                                .sorted()
                                .map(words::codeAndGap)
                                .collect(Collectors.joining(", "));
        return words.say("cycle.comparison.stood", standing, gaps);
    }

    private static Element cells(String tag, String role) {
        return new Element(tag).setAttribute("role", role);
    }

    private static Element cell(String label, String text) {
        return cells("td", "cell")
                .setAttribute("data-label", label)
                .appendChild(new Element("span").setText(text));
    }
}
