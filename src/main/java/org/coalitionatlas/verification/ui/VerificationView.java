package org.coalitionatlas.verification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.coalitionatlas.common.ui.DueSection;
import org.coalitionatlas.common.ui.EmptyState;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.common.ui.Verbs;
import org.coalitionatlas.directory.DirectoryNavigation;
import org.coalitionatlas.directory.DueRecord;
import org.coalitionatlas.directory.DueRecords.Wanted;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.VerificationCycle;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.coalitionatlas.verification.VerificationQueue;
import org.coalitionatlas.verification.VerificationRequests;

/** What is due to be verified, the most important first. The address says what is shown. */
@Route("verification")
@PermitAll
@Menu(title = "verification.title", order = 15, icon = "vaadin:check-circle-o")
@StyleSheet("portal-verification.css")
final class VerificationView extends Composite<Div>
        implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 20;
    private static final String ALL = "";
    private static final List<String> SHOWS = List.of("due", "soon", "withheld");

    private final VerificationQueue queue;
    private final VerificationRequests requests;
    private final VerificationCycle cycle;
    private final Days days;
    private final Geography geography;
    private final boolean coordinator;
    private final List<String> counties;

    private final Select<String> county = new Select<>();
    private final Select<String> kind = new Select<>();
    private final Select<String> show = new Select<>();
    private final Div results = new Div();
    private int page;

    VerificationView(
            VerificationQueue queue,
            VerificationRequests requests,
            VerificationCycle cycle,
            Days days,
            Geography geography,
            CoalitionProfile coalition,
            CurrentPerson currentPerson,
            List<DueSection> others) {
        this.queue = queue;
        this.requests = requests;
        this.cycle = cycle;
        this.days = days;
        this.geography = geography;
        SignedIn person = currentPerson.get();
        this.coordinator = person.role() != Role.MEMBER;
        this.counties =
                coalition.counties().stream()
                        .map(County::fips)
                        .filter(person::coordinates)
                        .toList();
        getContent().addClassName("verify");
        getContent()
                .add(
                        new H1(getPageTitle()),
                        new Paragraph(
                                getTranslation(
                                        "verification.text", cycle.days(), cycle.contactDays())),
                        new Anchor("trainings", getTranslation("verification.trainings")));
        others.forEach(room -> room.due().ifPresent(getContent()::add));
        getContent().add(filters(), results);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("verification.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        county.setValue(one(query, "county", counties));
        kind.setValue(one(query, "kind", kinds()));
        show.setValue(query.getSingleParameter("show").filter(SHOWS::contains).orElse("due"));
        page =
                query.getSingleParameter("page")
                        .filter(n -> n.matches("\\d{1,4}"))
                        .map(Integer::parseInt)
                        .orElse(1);
        refresh();
    }

    private Component filters() {
        select(
                county,
                "verification.filter.county",
                Stream.concat(Stream.of(ALL), counties.stream()).toList(),
                fips ->
                        fips.equals(ALL)
                                ? getTranslation("verification.filter.county.all")
                                : geography.county(fips).map(County::nameWithState).orElse(fips));
        select(
                kind,
                "verification.filter.kind",
                Stream.concat(Stream.of(ALL), kinds().stream()).toList(),
                code ->
                        getTranslation(
                                code.equals(ALL)
                                        ? "verification.filter.kind.all"
                                        : "verification.kind." + code));
        select(
                show,
                "verification.filter.show",
                SHOWS,
                code -> getTranslation("verification.filter.show." + code));
        county.setVisible(coordinator);
        var filters = new Div(county, kind, show);
        filters.addClassName("verify-filters");
        filters.getElement().setAttribute("role", "group");
        filters.getElement().setAttribute("aria-label", getTranslation("verification.filter"));
        return filters;
    }

    private void select(
            Select<String> select,
            String label,
            List<String> items,
            com.vaadin.flow.component.ItemLabelGenerator<String> labels) {
        select.setLabel(getTranslation(label));
        select.setItems(items);
        select.setItemLabelGenerator(labels);
        select.addValueChangeListener(
                change -> {
                    if (change.isFromClient()) {
                        go(1);
                    }
                });
    }

    private void refresh() {
        results.removeAll();
        boolean withheld = "withheld".equals(show.getValue());
        county.setEnabled(!withheld);
        kind.setEnabled(!withheld);
        if (withheld) {
            showWithheld();
        } else {
            showDue();
        }
    }

    private void showDue() {
        var wanted =
                new Wanted(
                        ALL.equals(county.getValue()) ? null : county.getValue(),
                        ALL.equals(kind.getValue()) ? null : RecordKind.valueOf(kind.getValue()),
                        "soon".equals(show.getValue()));
        VerificationQueue.Page found = queue.page(wanted, (page - 1) * PAGE, PAGE);
        if (found.total() == 0) {
            results.add(
                    new EmptyState(
                            getTranslation("verification.none"),
                            getTranslation("verification.none.hint")));
            return;
        }
        var count = new Paragraph(getTranslation("verification.count", found.total()));
        count.getElement().setAttribute("role", "status");
        var list = new UnorderedList();
        list.addClassName("verify-list");
        found.lines().forEach(line -> list.add(item(line)));
        results.add(count, list);
        long pages = (found.total() + PAGE - 1) / PAGE;
        if (pages > 1) {
            results.add(pager(pages));
        }
    }

    private DueItem item(VerificationQueue.Line line) {
        DueRecord record = line.record();
        return new DueItem(
                line,
                cycle,
                days,
                coordinator
                        ? () ->
                                new AskDialog(
                                                requests,
                                                record.organizationId(),
                                                record.organization(),
                                                record.email(),
                                                this::refresh)
                                        .open()
                        : null);
    }

    private void showWithheld() {
        List<VerificationQueue.Withheld> found = queue.withheld();
        if (found.isEmpty()) {
            results.add(
                    new EmptyState(
                            getTranslation("verification.none.withheld"),
                            getTranslation("verification.none.withheld.hint")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("verify-list");
        found.forEach(record -> list.add(withheld(record)));
        results.add(list);
    }

    private ListItem withheld(VerificationQueue.Withheld record) {
        var name = new Anchor(DirectoryNavigation.check(record.kind(), record.id()), record.name());
        name.addClassName("verify-name");
        var item =
                new ListItem(
                        name,
                        new Span(getTranslation("verification.kind." + record.kind())),
                        new Span(
                                getTranslation(
                                        "verification.withheld.since", days.ago(record.since()))));
        item.addClassName("verify-item");
        if (coordinator) {
            var again =
                    new Button(
                            getTranslation("verification.showAgain"), click -> showAgain(record));
            again.setAriaLabel(getTranslation("verification.showAgain.label", record.name()));
            item.add(again);
        }
        return item;
    }

    private void showAgain(VerificationQueue.Withheld record) {
        if (Verbs.run(() -> queue.showAgain(record.kind(), record.id()))) {
            Notices.done("verification.shownAgain", record.name());
        }
        refresh();
    }

    private Component pager(long pages) {
        var pager = new Div();
        pager.addClassName("verify-pager");
        var previous =
                new Button(getTranslation("verification.page.previous"), click -> go(page - 1));
        previous.setEnabled(page > 1);
        var next = new Button(getTranslation("verification.page.next"), click -> go(page + 1));
        next.setEnabled(page < pages);
        pager.add(previous, new Span(getTranslation("verification.page.of", page, pages)), next);
        return pager;
    }

    private void go(int to) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        Consumer<String[]> put =
                pair -> {
                    if (!pair[1].equals(pair[2])) {
                        query.put(pair[0], List.of(pair[1]));
                    }
                };
        put.accept(new String[] {"county", county.getValue(), ALL});
        put.accept(new String[] {"kind", kind.getValue(), ALL});
        put.accept(new String[] {"show", show.getValue(), "due"});
        put.accept(new String[] {"page", Integer.toString(to), "1"});
        UI.getCurrent().navigate("verification", new QueryParameters(query));
    }

    private static List<String> kinds() {
        var kinds = new ArrayList<String>();
        for (RecordKind each : RecordKind.values()) {
            if (each != RecordKind.LOCATION) {
                kinds.add(each.name());
            }
        }
        return kinds;
    }

    private static String one(QueryParameters query, String name, List<String> allowed) {
        return query.getSingleParameter(name).filter(allowed::contains).orElse(ALL);
    }
}
