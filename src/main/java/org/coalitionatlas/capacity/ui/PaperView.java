package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Optional;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.CsvIntake;
import org.coalitionatlas.capacity.ResponseCsv;
import org.coalitionatlas.capacity.ResultReading;
import org.coalitionatlas.capacity.ResultSheet;

/** A response on paper, blank or with its answers, and as a CSV file out and in. */
@Route("capacity/:response/paper")
@PermitAll
@StyleSheet("portal-capacity.css")
final class PaperView extends Composite<Div> implements AfterNavigationObserver, HasDynamicTitle {

    private static final String SHOW = "show";
    private static final String BLANK = "blank";

    private final transient ResultReading reading;
    private final transient ResponseCsv csv;
    private final transient CsvIntake intake;
    private final transient ResultWords words = new ResultWords(this);
    private String title = "";

    PaperView(ResultReading reading, ResponseCsv csv, CsvIntake intake) {
        this.reading = reading;
        this.csv = csv;
        this.intake = intake;
        getContent().addClassName("capacity");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        getContent().removeAll();
        Optional<ResultSheet> found = NotFoundHere.read(event.getRouteParameters(), reading::paper);
        if (found.isEmpty()) {
            title = words.say("capacity.result.nothing.title");
            getContent().add(new NotFoundHere());
            return;
        }
        ResultSheet sheet = found.get();
        title = words.say("capacity.paper.title", words.in(sheet.instrument().title()));
        boolean blank =
                !sheet.sight().hasAnswers()
                        || event.getLocation()
                                .getQueryParameters()
                                .getSingleParameter(SHOW)
                                .filter(BLANK::equals)
                                .isPresent();
        var heading = new H1(title);
        var about =
                new Paragraph(
                        words.of(
                                sheet.organizationName(),
                                sheet.head().cycle(),
                                sheet.instrument()));
        var lead = new Paragraph(words.say("capacity.paper.lead"));
        heading.addClassName("no-print");
        about.addClassNames("capacity-about", "no-print");
        lead.addClassNames("capacity-lead", "no-print");
        getContent()
                .add(
                        heading,
                        about,
                        new ResponseTabs(sheet.head().id(), ResponseTabs.Tab.PAPER, sheet.sight()),
                        lead,
                        files(sheet),
                        which(sheet, blank),
                        new PrintButton(),
                        new PaperSheet(
                                sheet.instrument(),
                                blank ? Map.of() : sheet.given(),
                                sheet.withheld(),
                                sheet.organizationName(),
                                sheet.head().cycle()));
    }

    private Component which(ResultSheet sheet, boolean blank) {
        if (!sheet.sight().hasAnswers()) {
            return new Paragraph(
                    words.say("capacity.notShown.PROGRESS.hint", sheet.organizationName()));
        }
        String address = CapacityNavigation.paper(sheet.head().id());
        var filled = new Anchor(address, words.say("capacity.paper.filled"));
        var empty =
                new Anchor(address + "?" + SHOW + "=" + BLANK, words.say("capacity.paper.blank"));
        (blank ? empty : filled).getElement().setAttribute("aria-current", "true");
        filled.addClassName("capacity-chip");
        empty.addClassName("capacity-chip");
        var which = new Nav(filled, empty);
        which.addClassNames("capacity-changes", "no-print");
        which.getElement().setAttribute("aria-label", words.say("capacity.paper.show"));
        return which;
    }

    private Section files(ResultSheet sheet) {
        var files =
                new Section(
                        new H2(words.say("capacity.paper.csv")),
                        new Paragraph(words.say("capacity.paper.csv.lead")),
                        new CsvLinks(csv, sheet.instrument(), sheet.readable()),
                        sheet.mayFillIn()
                                ? new CsvPanel(intake, sheet)
                                : new Paragraph(words.say("capacity.csv.in.closed")));
        files.addClassNames("capacity-files", "card", "no-print");
        return files;
    }
}
