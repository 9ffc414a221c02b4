package org.coalitionatlas.gaps.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Map;
import java.util.Optional;
import org.coalitionatlas.demand.Demand;
import org.coalitionatlas.demand.DemandNavigation;
import org.coalitionatlas.demand.Figure;
import org.coalitionatlas.demand.NeedDemand;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.taxonomy.Need;

/** How often a need was looked for, beside its gap; for those who coordinate. */
@org.springframework.stereotype.Component
class DemandFigures {

    private static final int WEEKS = 12;
    private static final Figure NONE = new Figure(0, false);

    private final Demand demand;
    private final CurrentPerson currentPerson;

    DemandFigures(Demand demand, CurrentPerson currentPerson) {
        this.demand = demand;
        this.currentPerson = currentPerson;
    }

    /** All cells; empty for who may not know. */
    Optional<OfCells> ofCells() {
        return mayKnow() ? Optional.of(new OfCells(demand.byCounty(WEEKS))) : Optional.empty();
    }

    /** One cell in a line; empty for who may not know, and when nobody looked. */
    Optional<Component> line(County county, Need need) {
        return ofCells()
                .flatMap(cells -> cells.of(county, need))
                .map(
                        found -> {
                            var line =
                                    new Paragraph(
                                            say(
                                                    "seeking.demand.cell",
                                                    words(found.searches()),
                                                    words(found.nothing()),
                                                    WEEKS));
                            line.addClassName("gap-lead");
                            line.add(
                                    new Text(" "),
                                    new Anchor(
                                            DemandNavigation.demand(county.fips()),
                                            say("seeking.demand.all")));
                            return line;
                        });
    }

    /** How often each need was looked for in each county. */
    record OfCells(Map<String, Map<String, NeedDemand>> byCounty) {

        String searches(County county, Need need) {
            return words(of(county, need).map(NeedDemand::searches).orElse(NONE));
        }

        /** For a cell of the heat map; empty when nobody looked. */
        Optional<String> mark(County county, Need need) {
            return of(county, need)
                    .map(
                            found ->
                                    found.nothing().equals(NONE)
                                            ? say("seeking.demand.mark", words(found.searches()))
                                            : say(
                                                    "seeking.demand.mark.nothing",
                                                    words(found.searches()),
                                                    words(found.nothing())));
        }

        private Optional<NeedDemand> of(County county, Need need) {
            return Optional.ofNullable(
                    byCounty.getOrDefault(county.fips(), Map.of()).get(need.code()));
        }
    }

    private boolean mayKnow() {
        return currentPerson.find().filter(one -> one.role() != Role.MEMBER).isPresent();
    }

    private static String words(Figure figure) {
        return figure.few()
                ? say("seeking.demand.few", Figure.SMALLEST)
                : say("seeking.demand.number", figure.number());
    }

    private static String say(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
