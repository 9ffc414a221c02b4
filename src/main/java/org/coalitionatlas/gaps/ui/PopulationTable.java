package org.coalitionatlas.gaps.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.gaps.Cell;

/** Who finds somebody, and in how many hours of the week. */
final class PopulationTable extends Composite<Div> {

    private final GapWords words = new GapWords(this);

    PopulationTable(Cell cell) {
        var table = new NativeTable();
        table.addClassName("gap-table");
        table.setCaptionText(words.say("gaps.people.caption", cell.profilesReached()));
        NativeTableRow head = table.getHead().addRow();
        head.add(
                heading(words.say("gaps.people.who"), "col"),
                heading(words.say("gaps.people.only"), "col"),
                heading(words.say("gaps.people.providers"), "col"),
                heading(words.say("gaps.people.hours"), "col"));
        NativeTableBody body = table.addBody();
        PeopleGroup.of(cell.profiles())
                .forEach(group -> add(body.addRow(), group, cell.facts().allHours()));
        getContent().addClassName("gap-table-scroll");
        getContent().getElement().setAttribute("role", "region");
        getContent().getElement().setAttribute("tabindex", "0");
        getContent().getElement().setAttribute("aria-label", words.say("gaps.people"));
        getContent().add(table);
    }

    private void add(NativeTableRow row, PeopleGroup group, boolean allHours) {
        boolean left = group.providers() == 0;
        boolean hoursShort = allHours && group.minutes() < WeeklyHours.WEEK;
        row.add(heading(words.values(group.who()), "row"));
        row.add(
                new NativeTableCell(
                        group.only().isEmpty()
                                ? words.say("gaps.people.every")
                                : words.values(group.only())));
        var providers =
                new NativeTableCell(
                        left
                                ? words.say("gaps.people.nobody")
                                : words.say("gaps.people.organizations", group.providers()));
        providers.setClassName("gap-short", left);
        var hours =
                new NativeTableCell(
                        hoursShort
                                ? words.say(
                                        "gaps.people.missing",
                                        words.hours(group.minutes()),
                                        GapWords.hoursMissing(group.minutes()))
                                : words.hours(group.minutes()));
        hours.setClassName("gap-short", hoursShort);
        row.add(providers, hours);
    }

    private static NativeTableHeaderCell heading(String text, String scope) {
        var heading = new NativeTableHeaderCell(text);
        heading.getElement().setAttribute("scope", scope);
        return heading;
    }
}
