package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.Instruments;
import org.coalitionatlas.capacity.Responses;
import org.coalitionatlas.capacity.SharedResults;
import org.coalitionatlas.capacity.SharedResults.Standing;
import org.coalitionatlas.common.ui.EmptyState;
import org.jspecify.annotations.Nullable;

/** How ready the members are, section by section. The address holds questionnaire and cycle. */
@Route(CapacityNavigation.COALITION)
@RolesAllowed({"ADMINISTRATOR", "COORDINATOR"})
@StyleSheet("portal-capacity.css")
final class CoalitionView extends Composite<Div>
        implements AfterNavigationObserver, HasDynamicTitle {

    private static final String FORM = "form";
    private static final String CYCLE = "cycle";

    private final transient SharedResults results;
    private final transient Responses responses;
    private final transient Instruments instruments;
    private final transient ResultWords words = new ResultWords(this);

    CoalitionView(SharedResults results, Responses responses, Instruments instruments) {
        this.results = results;
        this.responses = responses;
        this.instruments = instruments;
        getContent().addClassName("capacity");
    }

    @Override
    public String getPageTitle() {
        return words.say("capacity.coalition.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        String wanted = query.getSingleParameter(FORM).orElse("");
        Instrument instrument =
                instruments.latest().stream()
                        .filter(candidate -> candidate.code().equals(wanted))
                        .findFirst()
                        .orElseGet(() -> instruments.latest().getFirst());
        show(instrument, query.getSingleParameter(CYCLE).orElse(null));
    }

    private void show(Instrument instrument, @Nullable String wanted) {
        SharedResults.Table table = results.table(instrument.code(), wanted);
        var lead = new Paragraph(words.say("capacity.coalition.lead"));
        lead.addClassName("capacity-lead");
        getContent().removeAll();
        getContent().add(new H1(getPageTitle()), lead, choices(table));
        if (table.cycle() == null) {
            getContent()
                    .add(
                            new EmptyState(
                                    words.say("capacity.coalition.none.title"),
                                    words.say("capacity.coalition.none.hint"),
                                    new Anchor(
                                            CapacityNavigation.blank(instrument.code()),
                                            words.say("capacity.paper.blank"))));
            return;
        }
        var summary =
                new Paragraph(
                        words.say(
                                "capacity.coalition.summary",
                                table.count(Standing.SHARED),
                                table.cycle(),
                                table.count(Standing.BEING_FILLED_IN),
                                table.count(Standing.NOT_BEGUN)));
        summary.getElement().setAttribute("role", "status");
        getContent()
                .add(
                        summary,
                        new PrintButton(),
                        new CoalitionTable(table, member -> openFor(table, member)),
                        new LevelLegend());
    }

    private void openFor(SharedResults.Table table, SharedResults.Member member) {
        String cycle = Objects.requireNonNullElseGet(table.cycle(), responses::currentCycle);
        new OpenForDialog(
                        responses,
                        table.instrument(),
                        cycle,
                        member.organization(),
                        member.name(),
                        () -> show(table.instrument(), cycle))
                .open();
    }

    private Component choices(SharedResults.Table table) {
        var form = new Select<Instrument>();
        form.setLabel(words.say("capacity.coalition.form"));
        form.setItems(instruments.latest());
        form.setItemLabelGenerator(instrument -> words.in(instrument.title()));
        form.setValue(table.instrument());
        form.addValueChangeListener(chosen -> go(chosen.getValue().code(), null));
        var choices = new Div(form);
        choices.addClassNames("capacity-choices", "no-print");
        if (!table.cycles().isEmpty()) {
            var cycle = new Select<String>();
            cycle.setLabel(words.say("capacity.coalition.cycle"));
            cycle.setItems(table.cycles());
            if (table.cycles().contains(table.cycle())) {
                cycle.setValue(table.cycle());
            }
            cycle.addValueChangeListener(
                    chosen -> go(table.instrument().code(), chosen.getValue()));
            choices.add(cycle);
        }
        return choices;
    }

    private static void go(String form, @Nullable String cycle) {
        var parameters = new HashMap<String, List<String>>();
        parameters.put(FORM, List.of(form));
        if (cycle != null) {
            parameters.put(CYCLE, List.of(cycle));
        }
        UI.getCurrent().navigate(CapacityNavigation.COALITION, new QueryParameters(parameters));
    }
}
