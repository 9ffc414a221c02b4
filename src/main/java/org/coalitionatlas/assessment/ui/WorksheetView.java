package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.ui.LoadMode;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.coalitionatlas.assessment.AssessmentAccess;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.assessment.Worksheet;
import org.coalitionatlas.common.ui.Drawing;
import org.coalitionatlas.common.ui.EmptyState;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * The sheet of one county: 33 needs by the providers that can meet them, three answers each, and
 * four narratives (003, resource assessment). Several people answer it, each for what they know;
 * whoever may not answer reads it and is told why.
 */
@Route(AssessmentNavigation.OVERVIEW + "/:county")
@PermitAll
@StyleSheet("portal-assessment.css")
@StyleSheet("portal-cycle.css")
@StyleSheet("portal-invitation.css")
class WorksheetView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final String SCRIPT = "/assets/worksheet.js";

    private final transient SheetServices services;
    private final transient AssessmentAccess access;
    private final transient Geography geography;
    private final transient Taxonomy taxonomy;
    private final transient CurrentPerson currentPerson;
    private final transient ResourceUrlProvider resources;
    private final transient Clock clock;

    private @Nullable County county;
    private @Nullable CountySheet sheet;

    WorksheetView(
            SheetServices services,
            AssessmentAccess access,
            Geography geography,
            Taxonomy taxonomy,
            CurrentPerson currentPerson,
            ResourceUrlProvider mvcResourceUrlProvider,
            Clock clock) {
        this.services = services;
        this.access = access;
        this.geography = geography;
        this.taxonomy = taxonomy;
        this.currentPerson = currentPerson;
        this.resources = mvcResourceUrlProvider;
        this.clock = clock;
        getContent().addClassName("assessment");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<County> asked =
                event.getRouteParameters().get("county").flatMap(geography::county);
        if (asked.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        county = asked.get();
        var query = event.getLocation().getQueryParameters();
        show(asked.get(), query.getSingleParameter(AssessmentNavigation.CYCLE).orElse(null));
        CountySheet shown = sheet;
        if (shown == null) {
            return;
        }
        if (query.getSingleParameter(AssessmentNavigation.SHOW)
                .filter(AssessmentNavigation.SHOW_ASSIGNED::equals)
                .isPresent()) {
            shown.showAssigned();
        }
        query.getSingleParameter(AssessmentNavigation.NEED).ifPresent(shown::open);
    }

    @Override
    public String getPageTitle() {
        return county == null
                ? getTranslation("assessment.title")
                : getTranslation("assessment.sheet.title", county.nameWithState());
    }

    private void show(County shown, @Nullable String cycle) {
        Optional<Worksheet> worksheet = services.assessments().worksheet(shown.fips(), cycle);
        getContent().removeAll();
        sheet = null;
        var back = new Anchor(AssessmentNavigation.OVERVIEW, getTranslation("assessment.back"));
        back.addClassName("back");
        getContent()
                .add(back, new H1(getTranslation("assessment.sheet.title", shown.nameWithState())));
        if (worksheet.isEmpty()) {
            getContent().add(notBegun(shown));
        } else {
            sheet(shown, worksheet.get());
        }
    }

    private Component notBegun(County shown) {
        if (!access.mayAssess(shown.fips())) {
            return new EmptyState(
                    getTranslation("assessment.none.title", shown.name()),
                    getTranslation("assessment.none.reader"));
        }
        String cycle = services.assessments().currentCycle();
        return new EmptyState(
                getTranslation("assessment.none.title", shown.name()),
                getTranslation("assessment.none.text"),
                new Button(
                        getTranslation("assessment.begin", cycle),
                        click -> {
                            services.assessments().open(shown.fips(), cycle);
                            show(shown, null);
                        }));
    }

    private void sheet(County shown, Worksheet worksheet) {
        var words = new SheetWords(getLocale(), shown.zone(), clock);
        boolean coordinates = access.mayAssess(shown.fips());
        boolean open = worksheet.cycle().isOpen();
        boolean speaks = open && (coordinates || access.maySpeakIn(shown.fips()));
        var reader = new Reader(currentPerson.get().id(), speaks, coordinates && open);
        SheetKeeper keeper =
                speaks
                        ? new SheetKeeper(
                                services.assessments(),
                                services.narratives(),
                                worksheet.assessmentId())
                        : null;
        var made =
                new CountySheet(services, taxonomy, words, worksheet, reader, keeper, coordinates);
        sheet = made;
        for (String script : List.of(Drawing.SCRIPT, SCRIPT)) {
            String known = Optional.ofNullable(resources.getForLookupPath(script)).orElse(script);
            UI.getCurrent().getPage().addJavaScript("context:/" + known, LoadMode.EAGER);
        }
        getContent()
                .add(
                        new CyclePanel(
                                words,
                                worksheet,
                                services.cycles(),
                                coordinates,
                                cycle -> show(shown, cycle)),
                        introduction(shown, worksheet, reader),
                        made.content());
    }

    private Component introduction(County shown, Worksheet worksheet, Reader reader) {
        var introduction = new Div();
        introduction.addClassName("introduction");
        if (reader.mayAnswer()) {
            // Folded: on a phone it would stand between the person and the first need, every time.
            introduction.add(
                    new NativeDetails(
                            getTranslation("assessment.how.title"),
                            new Div(
                                    new Paragraph(getTranslation("assessment.how")),
                                    new Paragraph(
                                            getTranslation(
                                                    reader.coordinates()
                                                            ? "cycle.how.coordinator"
                                                            : "cycle.how.member")))));
        } else {
            var readOnly =
                    new Paragraph(
                            worksheet.cycle().isOpen()
                                    ? getTranslation("cycle.readOnly", shown.name())
                                    : getTranslation(
                                            "cycle.closedSheet", worksheet.cycle().name()));
            readOnly.addClassName("read-only");
            introduction.add(readOnly);
            if (!worksheet.cycle().isOpen() && worksheet.cycle().listsToday()) {
                introduction.add(new Paragraph(getTranslation("cycle.closedSheet.listsToday")));
            }
        }
        var principle = new Paragraph(taxonomy.principle().in(getLocale()));
        principle.addClassName("principle");
        introduction.add(principle);
        return introduction;
    }
}
