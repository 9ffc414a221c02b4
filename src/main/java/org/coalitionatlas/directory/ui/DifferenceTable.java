package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;
import java.util.List;

/** Two drafts side by side, only where they differ. */
final class DifferenceTable extends Composite<NativeTable> {

    /**
     * @param one heading of the first column
     * @param other heading of the second column
     * @param marked fields that a remark is made about
     * @param remark what is said of them
     */
    DifferenceTable(
            DirectoryWords words,
            List<DraftFacts.Difference> differences,
            String one,
            String other,
            Collection<String> marked,
            String remark) {
        var head =
                new NativeTableRow(
                        new NativeTableHeaderCell(words.text("directory.conflict.field")),
                        new NativeTableHeaderCell(one),
                        new NativeTableHeaderCell(other));
        var body = new NativeTableBody();
        for (DraftFacts.Difference difference : differences) {
            var label = new NativeTableHeaderCell(difference.label());
            label.getElement().setAttribute("scope", "row");
            if (marked.contains(difference.field())) {
                var note = new Span(remark);
                note.addClassName("difference-remark");
                label.add(note);
            }
            body.add(
                    new NativeTableRow(
                            label,
                            cell(words, one, difference.one()),
                            cell(words, other, difference.other())));
        }
        getContent().addClassName("difference-table");
        getContent().add(new NativeTableHeader(head), body);
    }

    // On a phone the columns become lines, each under its own heading.
    private static NativeTableCell cell(DirectoryWords words, String heading, String text) {
        var cell = new NativeTableCell(text.isEmpty() ? words.text("common.notStated") : text);
        cell.getElement().setAttribute("data-heading", heading);
        if (text.isEmpty()) {
            cell.addClassName("nothing");
        }
        return cell;
    }
}
