package org.coalitionatlas.gaps.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.gaps.Cell;

/**
 * Who finds somebody, and in how many hours of the week. The roles are written out because a narrow
 * screen lays the rows out as cards.
 */
final class PopulationTable extends Composite<Div> {

    private final GapWords words = new GapWords(this);

    PopulationTable(Cell cell) {
        var table = new NativeTable();
        table.addClassNames("gap-table", "gap-people");
        table.setCaptionText(words.say("gaps.people.caption", cell.profilesReached()));
        role(table, "table");
        role(table.getHead(), "rowgroup");
        NativeTableRow head = table.getHead().addRow();
        role(head, "row");
        head.add(
                heading(words.say("gaps.people.who"), "col"),
                heading(words.say("gaps.people.only"), "col"),
                heading(words.say("gaps.people.providers"), "col"),
                heading(words.say("gaps.people.hours"), "col"));
        NativeTableBody body = table.addBody();
        role(body, "rowgroup");
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
        role(row, "row");
        row.add(heading(words.values(group.who()), "row"));
        row.add(
                cell(
                        "gaps.people.only",
                        group.only().isEmpty()
                                ? words.say("gaps.people.every")
                                : words.values(group.only())));
        NativeTableCell providers =
                cell(
                        "gaps.people.providers",
                        left
                                ? words.say("gaps.people.nobody")
                                : words.say("gaps.people.organizations", group.providers()));
        providers.setClassName("gap-short", left);
        NativeTableCell hours =
                cell(
                        "gaps.people.hours",
                        hoursShort
                                ? words.say(
                                        "gaps.people.missing",
                                        words.hours(group.minutes()),
                                        GapWords.hoursMissing(group.minutes()))
                                : words.hours(group.minutes()));
        hours.setClassName("gap-short", hoursShort);
        row.add(providers, hours);
    }

    private NativeTableCell cell(String heading, String text) {
        var cell = new NativeTableCell(text);
        cell.getElement().setAttribute("data-label", words.say(heading));
        role(cell, "cell");
        return cell;
    }

    private static NativeTableHeaderCell heading(String text, String scope) {
        var heading = new NativeTableHeaderCell(text);
        heading.getElement().setAttribute("scope", scope);
        role(heading, scope.equals("col") ? "columnheader" : "rowheader");
        return heading;
    }

    private static void role(Component part, String role) {
        part.getElement().setAttribute("role", role);
    }
}
