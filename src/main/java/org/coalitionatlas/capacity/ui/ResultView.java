package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.coalitionatlas.capacity.Instruments;
import org.coalitionatlas.capacity.Result;
import org.coalitionatlas.capacity.ResultReading;
import org.coalitionatlas.capacity.ResultSheet;
import org.coalitionatlas.identity.CoalitionProfile;

/**
 * What one response says: how much is answered, what the answers say, item by item, and the same in
 * words for a meeting. The address holds what is shown.
 */
@Route("capacity/:response/result")
@PermitAll
@StyleSheet("portal-capacity.css")
@StyleSheet("portal-response.css")
final class ResultView extends Composite<Div> implements AfterNavigationObserver, HasDynamicTitle {

    private final transient ResultReading reading;
    private final transient Instruments instruments;
    private final ResponseWords answers;
    private final transient ResultWords words = new ResultWords(this);
    private String title = "";

    ResultView(
            ResultReading reading,
            Instruments instruments,
            CoalitionProfile coalition,
            Clock clock) {
        this.reading = reading;
        this.instruments = instruments;
        this.answers = new ResponseWords(getLocale(), coalition, clock);
        getContent().addClassName("capacity");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        getContent().removeAll();
        Optional<ResultSheet> found = NotFoundHere.read(event.getRouteParameters(), reading::sheet);
        if (found.isEmpty()) {
            title = words.say("capacity.result.nothing.title");
            getContent().add(new NotFoundHere());
            return;
        }
        ResultSheet sheet = found.get();
        title = words.say("capacity.result.title", words.in(sheet.instrument().title()));
        ResultQuery query = ResultQuery.of(event.getLocation().getQueryParameters());
        getContent().add(new H1(title), about(sheet));
        ResponseTabs.Tab tab = query.board() ? ResponseTabs.Tab.BOARD : ResponseTabs.Tab.RESULT;
        if (!sheet.sight().hasResult()) {
            getContent().add(new NotShown(sheet, tab));
        } else if (query.board()) {
            getContent()
                    .add(
                            new ResponseTabs(sheet.head().id(), tab, sheet.sight()),
                            new PrintButton(),
                            new BoardPage(sheet));
        } else {
            show(sheet, query);
        }
    }

    private void show(ResultSheet sheet, ResultQuery query) {
        Result result = sheet.result();
        var notCounted = new NotCounted(instruments, answers, sheet.withheld(), List.of());
        notCounted.show(sheet.answered());
        var lead = new Paragraph(words.say("capacity.result.lead"));
        lead.addClassName("capacity-lead");
        getContent()
                .add(
                        new ResponseTabs(sheet.head().id(), ResponseTabs.Tab.RESULT, sheet.sight()),
                        lead,
                        new TwoFigures(sheet.head().id(), result),
                        new SectionTable(sheet.head().id(), result),
                        new ResultItems(sheet, result, query),
                        notCounted,
                        new RuleList());
    }

    private Paragraph about(ResultSheet sheet) {
        var about =
                new Paragraph(
                        words.of(
                                sheet.organizationName(),
                                sheet.head().cycle(),
                                sheet.instrument()));
        about.addClassName("capacity-about");
        return about;
    }
}
