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
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.Change;
import org.coalitionatlas.capacity.Comparison;
import org.coalitionatlas.capacity.ResponseHead;
import org.coalitionatlas.capacity.ResultReading;
import org.coalitionatlas.capacity.ResultSheet;
import org.coalitionatlas.common.ui.EmptyState;
import org.jspecify.annotations.Nullable;

/** A response beside that of another cycle, item by item. The address holds what is compared. */
@Route("capacity/:response/compare")
@PermitAll
@StyleSheet("portal-capacity.css")
final class CompareView extends Composite<Div> implements AfterNavigationObserver, HasDynamicTitle {

    private static final String WITH = "with";
    private static final String CHANGE = "change";

    private final transient ResultReading reading;
    private final transient ResultWords words = new ResultWords(this);
    private String title = "";

    CompareView(ResultReading reading) {
        this.reading = reading;
        getContent().addClassName("capacity");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        getContent().removeAll();
        QueryParameters query = event.getLocation().getQueryParameters();
        UUID with = query.getSingleParameter(WITH).flatMap(CompareView::id).orElse(null);
        Optional<ResultReading.Pair> found =
                NotFoundHere.read(event.getRouteParameters(), id -> reading.pair(id, with));
        if (found.isEmpty()) {
            title = words.say("capacity.result.nothing.title");
            getContent().add(new NotFoundHere());
            return;
        }
        ResultReading.Pair pair = found.get();
        ResultSheet now = pair.now();
        title = words.say("capacity.compare.title", words.in(now.instrument().title()));
        var about =
                new Paragraph(
                        words.of(now.organizationName(), now.head().cycle(), now.instrument()));
        about.addClassName("capacity-about");
        getContent().add(new H1(title), about);
        if (!now.sight().hasResult()) {
            getContent().add(new NotShown(now, ResponseTabs.Tab.COMPARE));
            return;
        }
        getContent().add(new ResponseTabs(now.head().id(), ResponseTabs.Tab.COMPARE, now.sight()));
        ResultSheet before = pair.before();
        if (before == null) {
            getContent()
                    .add(
                            new EmptyState(
                                    words.say("capacity.compare.none.title"),
                                    words.say("capacity.compare.none.hint"),
                                    new Anchor(
                                            CapacityNavigation.result(now.head().id()),
                                            words.say("capacity.view.result"))));
            return;
        }
        Change only = query.getSingleParameter(CHANGE).flatMap(CompareView::change).orElse(null);
        show(pair, before, only);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Change> change(String text) {
        try {
            return Optional.of(Change.valueOf(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void show(ResultReading.Pair pair, ResultSheet before, @Nullable Change only) {
        ResultSheet now = pair.now();
        Comparison comparison = Comparison.of(before, now);
        var lead = new Paragraph(words.say("capacity.compare.lead"));
        lead.addClassName("capacity-lead");
        getContent().add(lead, chooser(pair, before));
        if (comparison.isAcrossVersions()) {
            var versions =
                    new Paragraph(
                            words.say(
                                    "capacity.compare.versions",
                                    before.instrument().version(),
                                    now.instrument().version()));
            versions.addClassName("capacity-notice");
            getContent().add(versions);
        }
        getContent()
                .add(
                        new ChangeCounts(comparison, only, change -> address(now, before, change)),
                        new CompareTable(comparison, before, now, only));
    }

    private Component chooser(ResultReading.Pair pair, ResultSheet before) {
        var select = new Select<ResponseHead>();
        select.setLabel(words.say("capacity.compare.with"));
        select.setItems(pair.others());
        select.setItemLabelGenerator(
                head ->
                        words.say(
                                "capacity.result.of",
                                before.organizationName(),
                                head.cycle(),
                                head.instrumentVersion()));
        select.setValue(before.head());
        select.addClassName("no-print");
        select.addValueChangeListener(
                chosen -> {
                    if (chosen.isFromClient() && chosen.getValue() != null) {
                        UI.getCurrent()
                                .navigate(
                                        CapacityNavigation.compare(pair.now().head().id()),
                                        new QueryParameters(parameters(chosen.getValue().id())));
                    }
                });
        return select;
    }

    private static Map<String, java.util.List<String>> parameters(UUID with) {
        var parameters = new HashMap<String, java.util.List<String>>();
        parameters.put(WITH, java.util.List.of(with.toString()));
        return parameters;
    }

    private static String address(ResultSheet now, ResultSheet before, @Nullable Change change) {
        String address =
                CapacityNavigation.compare(now.head().id()) + "?" + WITH + "=" + before.head().id();
        return change == null ? address : address + "&" + CHANGE + "=" + change;
    }
}
