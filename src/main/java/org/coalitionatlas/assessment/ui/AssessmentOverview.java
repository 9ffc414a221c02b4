package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coalitionatlas.assessment.AssessmentAccess;
import org.coalitionatlas.assessment.AssessmentFacts;
import org.coalitionatlas.assessment.AssessmentFacts.Progress;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.assessment.Assessments;
import org.coalitionatlas.common.ui.EmptyState;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Phase;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;

/** The coalition's counties and how far each is assessed. */
@Route(AssessmentNavigation.OVERVIEW)
@Menu(title = "assessment.menu", order = 2, icon = "vaadin:grid-small")
@PermitAll
@StyleSheet("portal-assessment.css")
class AssessmentOverview extends Composite<Div> implements HasDynamicTitle {

    private final transient Assessments assessments;
    private final transient AssessmentAccess access;
    private final transient Taxonomy taxonomy;
    private final transient Clock clock;

    AssessmentOverview(
            Assessments assessments,
            AssessmentFacts facts,
            AssessmentAccess access,
            CoalitionProfile coalition,
            Taxonomy taxonomy,
            Clock clock) {
        this.assessments = assessments;
        this.access = access;
        this.taxonomy = taxonomy;
        this.clock = clock;
        List<County> counties = coalition.counties();
        getContent().addClassName("assessment");
        getContent().add(new H1(getTranslation("assessment.title")));
        if (counties.isEmpty()) {
            getContent()
                    .add(
                            new EmptyState(
                                    getTranslation("assessment.noCounties.title"),
                                    getTranslation("assessment.noCounties.text")));
            return;
        }
        Map<String, Progress> progress =
                facts.progress(counties.stream().map(County::fips).toList());
        var all = counties.stream().filter(county -> progress.containsKey(county.fips())).count();
        getContent()
                .add(new Paragraph(getTranslation("assessment.overview", all, counties.size())));
        getContent().getElement().appendChild(table(counties, progress));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("assessment.title");
    }

    private Element table(List<County> counties, Map<String, Progress> progress) {
        var head = Markup.withRole("tr", "row");
        head.appendChild(
                Markup.header(getTranslation("assessment.overview.county")),
                Markup.header(getTranslation("assessment.overview.all")));
        for (Phase phase : taxonomy.phases()) {
            head.appendChild(Markup.header(phase.label().in(getLocale())));
        }
        head.appendChild(
                Markup.header(getTranslation("assessment.overview.cycle")),
                Markup.header(getTranslation("assessment.overview.last")),
                Markup.header(getTranslation("assessment.overview.action")));
        var body = Markup.withRole("tbody", "rowgroup");
        for (County county : counties) {
            body.appendChild(row(county, progress.get(county.fips())));
        }
        return Markup.element("table", "counties")
                .setAttribute("role", "table")
                .setAttribute("aria-label", getTranslation("assessment.title"))
                .appendChild(Markup.withRole("thead", "rowgroup").appendChild(head), body);
    }

    private Element row(County county, @Nullable Progress progress) {
        var words = new SheetWords(getLocale(), county.zone(), clock);
        Set<String> assessed = progress == null ? Set.of() : progress.needs();
        var name = Markup.withRole("th", "rowheader").setAttribute("scope", "row");
        name.appendChild(
                new Element("a")
                        .setAttribute("href", AssessmentNavigation.worksheet(county.fips()))
                        .setText(county.nameWithState()));
        var row = Markup.withRole("tr", "row").appendChild(name);
        row.appendChild(
                figure(
                        getTranslation("assessment.overview.all"),
                        taxonomy.needs().stream().map(Need::code).toList(),
                        assessed,
                        progress != null));
        for (Phase phase : taxonomy.phases()) {
            row.appendChild(
                    figure(
                            phase.label().in(getLocale()),
                            taxonomy.needs(phase).stream().map(Need::code).toList(),
                            assessed,
                            progress != null));
        }
        row.appendChild(
                cell(
                        getTranslation("assessment.overview.cycle"),
                        progress == null
                                ? getTranslation("assessment.overview.notBegun")
                                : cycle(progress, words)),
                cell(
                        getTranslation("assessment.overview.last"),
                        progress == null || progress.lastAnswerAt() == null
                                ? getTranslation("assessment.overview.never")
                                : words.ago(progress.lastAnswerAt())));
        var action = Markup.withRole("td", "cell");
        Component button = begin(county, progress);
        if (button != null) {
            action.appendChild(button.getElement());
        }
        return row.appendChild(action);
    }

    private String cycle(Progress progress, SheetWords words) {
        if (!progress.isOpen()) {
            return getTranslation("cycle.overview.closed", progress.cycle());
        }
        return progress.dueOn() == null
                ? progress.cycle()
                : progress.cycle()
                        + ", "
                        + getTranslation(
                                words.isPast(progress.dueOn()) ? "cycle.overdue" : "cycle.due",
                                words.until(progress.dueOn()));
    }

    private @Nullable Component begin(County county, @Nullable Progress progress) {
        String cycle = assessments.currentCycle();
        boolean begun = progress != null && (progress.isOpen() || progress.cycle().equals(cycle));
        if (begun || !access.mayAssess(county.fips())) {
            return null;
        }
        var begin =
                new Button(
                        getTranslation("assessment.begin", cycle),
                        click -> {
                            assessments.open(county.fips(), cycle);
                            UI.getCurrent().navigate(AssessmentNavigation.worksheet(county.fips()));
                        });
        begin.setAriaLabel(getTranslation("assessment.beginNamed", cycle, county.nameWithState()));
        return begin;
    }

    private Element figure(String label, List<String> needs, Set<String> assessed, boolean begun) {
        long done = needs.stream().filter(assessed::contains).count();
        String said =
                begun
                        ? getTranslation("assessment.overview.of", done, needs.size())
                        : getTranslation("assessment.overview.none");
        var cell = cell(label, said);
        if (begun) {
            cell.appendChild(Markup.progress((int) done, needs.size(), label + ": " + said));
        }
        return cell;
    }

    private static Element cell(String label, String text) {
        return Markup.withRole("td", "cell")
                .setAttribute("data-label", label)
                .appendChild(new Element("span").setText(text));
    }
}
