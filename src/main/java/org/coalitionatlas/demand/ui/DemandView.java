package org.coalitionatlas.demand.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coalitionatlas.common.ui.EmptyState;
import org.coalitionatlas.demand.Demand;
import org.coalitionatlas.demand.DemandNavigation;
import org.coalitionatlas.demand.Figure;
import org.coalitionatlas.demand.NeedDemand;
import org.coalitionatlas.directory.DirectoryNavigation;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;

/** What people look for, by need; the address holds county and period. */
@Route(DemandNavigation.DEMAND)
@Menu(title = "seeking.demand.title", order = 3.5, icon = "vaadin:bar-chart-h")
@RolesAllowed({"ADMINISTRATOR", "COORDINATOR"})
@StyleSheet("portal-seeking.css")
final class DemandView extends Composite<Div> implements AfterNavigationObserver, HasDynamicTitle {

    private static final List<Integer> PERIODS = List.of(4, 12, 52);
    private static final int USUAL = 12;

    private final transient Demand demand;
    private final transient Taxonomy taxonomy;
    private final transient Geography geography;
    private final Select<County> county = new Select<>();
    private final Select<Integer> weeks = new Select<>();
    private final Div shown = new Div();

    DemandView(Demand demand, Taxonomy taxonomy, Geography geography, CoalitionProfile coalition) {
        this.demand = demand;
        this.taxonomy = taxonomy;
        this.geography = geography;
        getContent().addClassName("demand");
        county.setLabel(getTranslation("seeking.demand.county"));
        county.setItems(coalition.counties());
        county.setItemLabelGenerator(
                one ->
                        one == null
                                ? getTranslation("seeking.demand.anyCounty")
                                : one.nameWithState());
        county.setEmptySelectionAllowed(true);
        county.setEmptySelectionCaption(getTranslation("seeking.demand.anyCounty"));
        county.setPlaceholder(getTranslation("seeking.demand.anyCounty"));
        county.addValueChangeListener(change -> goIf(change.isFromClient()));
        weeks.setLabel(getTranslation("seeking.demand.period"));
        weeks.setItems(PERIODS);
        weeks.setItemLabelGenerator(number -> getTranslation("seeking.demand.weeks", number));
        weeks.addValueChangeListener(change -> goIf(change.isFromClient()));
        var print = new Button(getTranslation("seeking.demand.print"), VaadinIcon.PRINT.create());
        print.addClickListener(click -> UI.getCurrent().getPage().executeJs("window.print()"));
        var filters = new Div(county, weeks, print);
        filters.addClassName("filters");
        shown.addClassName("scroll");
        shown.getElement().setAttribute("role", "region");
        shown.getElement().setAttribute("tabindex", "0");
        shown.getElement().setAttribute("aria-label", getPageTitle());
        getContent()
                .add(
                        new H1(getPageTitle()),
                        lead("seeking.demand.lead"),
                        filters,
                        shown,
                        lead("seeking.demand.privacy"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("seeking.demand.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        Optional<County> where = asked.getSingleParameter("county").flatMap(geography::county);
        int period =
                asked.getSingleParameter("weeks")
                        .filter(text -> PERIODS.stream().anyMatch(n -> text.equals("" + n)))
                        .map(Integer::valueOf)
                        .orElse(USUAL);
        county.setValue(where.orElse(null));
        weeks.setValue(period);
        show(demand.byNeed(where.map(County::fips).orElse(null), period), where, period);
    }

    private Component lead(String key) {
        var lead = new Paragraph(getTranslation(key, Figure.SMALLEST));
        lead.addClassName("lead");
        return lead;
    }

    private void goIf(boolean byPerson) {
        if (byPerson) {
            var wanted = new HashMap<String, String>();
            if (county.getValue() != null) {
                wanted.put("county", county.getValue().fips());
            }
            wanted.put("weeks", String.valueOf(weeks.getValue()));
            UI.getCurrent().navigate(DemandView.class, QueryParameters.simple(wanted));
        }
    }

    private void show(List<NeedDemand> all, Optional<County> where, int period) {
        shown.removeAll();
        if (all.isEmpty()) {
            shown.add(
                    new EmptyState(
                            getTranslation("seeking.demand.none"),
                            getTranslation("seeking.demand.none.hint")));
            return;
        }
        String place =
                where.map(County::nameWithState)
                        .orElseGet(() -> getTranslation("seeking.demand.anyCounty"));
        var table = new NativeTable();
        table.setCaptionText(
                getTranslation(
                        "seeking.demand.caption",
                        place,
                        getTranslation("seeking.demand.weeks", period)));
        NativeTableRow head = table.getHead().addRow();
        for (String key : List.of("need", "searches", "nothing")) {
            head.add(heading(getTranslation("seeking.demand." + key), "col"));
        }
        var barHead = heading(getTranslation("seeking.demand.bar"), "col");
        barHead.addClassName("bar-cell");
        head.add(barHead);
        long most = all.stream().mapToLong(one -> one.searches().number()).max().orElse(0);
        var body = table.addBody();
        for (NeedDemand one : all) {
            NativeTableRow row = body.addRow();
            var need = heading("", "row");
            need.add(need(one.needCode(), where.map(County::fips).orElse(null)));
            row.add(
                    need,
                    new NativeTableCell(figure(one.searches())),
                    new NativeTableCell(figure(one.nothing())),
                    bar(one, most));
        }
        NativeTableRow foot = table.getFoot().addRow();
        foot.add(
                heading(getTranslation("seeking.demand.total"), "row"),
                new NativeTableCell(total(all.stream().map(NeedDemand::searches).toList())),
                new NativeTableCell(total(all.stream().map(NeedDemand::nothing).toList())),
                new NativeTableCell());
        shown.add(table);
    }

    private Component need(String code, @Nullable String fips) {
        return taxonomy.need(code)
                .<Component>map(
                        need ->
                                new Anchor(
                                        DirectoryNavigation.search(code, fips),
                                        code + " " + need.label().in(getLocale())))
                .orElseGet(() -> new Span(getTranslation("seeking.demand.noNeed")));
    }

    private String figure(Figure figure) {
        return figure.few()
                ? getTranslation("seeking.demand.few", Figure.SMALLEST)
                : getTranslation("seeking.demand.number", figure.number());
    }

    // An exact total beside a hidden number would give it away.
    private String total(List<Figure> figures) {
        long sum = figures.stream().mapToLong(Figure::number).sum();
        if (sum == 0 && figures.stream().anyMatch(Figure::few)) {
            return getTranslation("seeking.demand.hidden");
        }
        return figures.stream().anyMatch(Figure::few)
                ? getTranslation("seeking.demand.atLeast", sum)
                : getTranslation("seeking.demand.number", sum);
    }

    // For the eye only: the numbers stand beside it.
    private static NativeTableCell bar(NeedDemand one, long most) {
        var bar = new Span(part("", one.searches(), most), part("none", one.nothing(), most));
        bar.addClassName("demand-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        var cell = new NativeTableCell(bar);
        cell.addClassName("bar-cell");
        return cell;
    }

    private static Span part(String style, Figure figure, long most) {
        var part = new Span();
        if (!style.isEmpty()) {
            part.addClassName(style);
        }
        double share = most == 0 ? 0 : 100.0 * figure.number() / most;
        part.getStyle().set("inline-size", String.format(Locale.ROOT, "%.1f%%", share));
        return part;
    }

    private static NativeTableHeaderCell heading(String text, String scope) {
        var heading = new NativeTableHeaderCell(text);
        heading.getElement().setAttribute("scope", scope);
        return heading;
    }
}
