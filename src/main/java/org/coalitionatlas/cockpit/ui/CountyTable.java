package org.coalitionatlas.cockpit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.cockpit.CountyStanding;
import org.coalitionatlas.cockpit.Picture;
import org.coalitionatlas.common.ui.EmptyState;
import org.coalitionatlas.common.ui.StackingTable;

/** How far each county's assessment is; its figures lead to the county's sheet. */
final class CountyTable extends Composite<Div> {

    private final Picture picture;
    private final CockpitWords words;

    CountyTable(Picture picture, CockpitWords words) {
        this.picture = picture;
        this.words = words;
        String title = words.text("cockpit.assessments");
        getContent().add(new H2(title));
        if (picture.counties().isEmpty()) {
            getContent()
                    .add(
                            new EmptyState(
                                    words.text("cockpit.assessments.none"),
                                    words.text("cockpit.assessments.none.hint")));
            return;
        }
        var table =
                new StackingTable(
                        title,
                        words.text("cockpit.county"),
                        words.text("cockpit.assessments.cycle"),
                        words.text("cockpit.assessments.assessed"),
                        words.text("cockpit.assessments.disagreements"),
                        words.text("cockpit.due"),
                        words.text("cockpit.assessments.last"));
        picture.counties().forEach(county -> row(table, county));
        getContent().add(new Paragraph(words.text("cockpit.assessments.text")), table);
    }

    private void row(StackingTable table, CountyStanding standing) {
        String name = standing.county().nameWithState();
        String sheet = AssessmentNavigation.worksheet(standing.county().fips());
        var assessed =
                new Anchor(
                        sheet,
                        words.text(
                                "cockpit.assessments.of",
                                standing.assessed(),
                                CountyStanding.NEEDS));
        assessed.getElement()
                .setAttribute(
                        "aria-label",
                        words.text(
                                "cockpit.assessments.of.named",
                                standing.assessed(),
                                CountyStanding.NEEDS,
                                name));
        table.row(
                standing.isOverdue(picture.today()) ? "late" : null,
                new Anchor(sheet, name),
                new Span(cycle(standing)),
                assessed,
                CountLink.of(
                        standing.disagreements(),
                        sheet,
                        words.text(
                                "cockpit.assessments.disagreements.named",
                                standing.disagreements(),
                                name)),
                due(standing),
                new Span(
                        standing.lastAnswerAt() == null
                                ? words.text("cockpit.assessments.never")
                                : words.when(standing.lastAnswerAt(), picture.today())));
    }

    private String cycle(CountyStanding standing) {
        if (standing.cycle() == null) {
            return words.text("cockpit.assessments.notBegun");
        }
        return standing.isOpen()
                ? standing.cycle()
                : words.text("cockpit.assessments.closed", standing.cycle());
    }

    private Component due(CountyStanding standing) {
        if (!standing.isOpen() || standing.dueOn() == null) {
            return new Span(
                    words.text(standing.isOpen() ? "cockpit.due.none" : "cockpit.due.notOpen"));
        }
        var due = new Div(new Span(words.when(standing.dueOn(), picture.today())));
        if (standing.isOverdue(picture.today())) {
            var late = new Div(new Span(words.text("cockpit.show.overdue")));
            late.addClassName("cockpit-late");
            due.add(late);
        }
        return due;
    }
}
