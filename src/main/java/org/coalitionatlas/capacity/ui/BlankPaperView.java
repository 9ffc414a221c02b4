package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.Instruments;
import org.coalitionatlas.capacity.ResponseCsv;

/** The newest version of a questionnaire to print or take along, for those without a response. */
@Route("capacity/paper/:instrument")
@PermitAll
@StyleSheet("portal-capacity.css")
final class BlankPaperView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Instruments instruments;
    private final transient ResponseCsv csv;
    private final transient ResultWords words = new ResultWords(this);
    private String title = "";

    BlankPaperView(Instruments instruments, ResponseCsv csv) {
        this.instruments = instruments;
        this.csv = csv;
        getContent().addClassName("capacity");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        getContent().removeAll();
        String code = event.getRouteParameters().get("instrument").orElse("");
        Optional<Instrument> found =
                instruments.latest().stream()
                        .filter(instrument -> instrument.code().equals(code))
                        .findFirst();
        if (found.isEmpty()) {
            title = words.say("capacity.result.nothing.title");
            getContent().add(new NotFoundHere());
            return;
        }
        Instrument instrument = found.get();
        title = words.say("capacity.paper.title", words.in(instrument.title()));
        var heading = new H1(title);
        var lead = new Paragraph(words.say("capacity.paper.lead"));
        heading.addClassName("no-print");
        lead.addClassNames("capacity-lead", "no-print");
        getContent()
                .add(
                        heading,
                        lead,
                        new CsvLinks(csv, instrument, Map.of()),
                        new PrintButton(),
                        new PaperSheet(instrument, Map.of(), Set.of(), "", ""));
    }
}
