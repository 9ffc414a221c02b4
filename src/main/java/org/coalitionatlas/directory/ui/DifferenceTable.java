package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Two drafts side by side, only where they differ. */
final class DifferenceTable extends Composite<NativeTable> {

    private final DirectoryWords words;
    private final Map<String, Div> places = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Map<String, Checkbox> choices = new LinkedHashMap<>();

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
        this.words = words;
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
            var place = new Div();
            label.add(place);
            places.put(difference.field(), place);
            labels.put(difference.field(), difference.label());
            body.add(
                    new NativeTableRow(
                            label,
                            cell(words, one, difference.one()),
                            cell(words, other, difference.other())));
        }
        getContent().addClassName("difference-table");
        getContent().add(new NativeTableHeader(head), body);
    }

    /** Lets every difference be taken or left; all are taken until somebody says otherwise. */
    void offerChoice() {
        places.forEach(
                (field, place) -> {
                    var choice = new Checkbox(words.text("review.take"), true);
                    choice.setAriaLabel(
                            words.text("review.take.of", labels.getOrDefault(field, field)));
                    choices.put(field, choice);
                    place.add(choice);
                });
    }

    /** Names of the fields that are taken. */
    Set<String> taken() {
        return choices.entrySet().stream()
                .filter(choice -> choice.getValue().getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether all of them are taken, as without a choice. */
    boolean isWhole() {
        return taken().size() == choices.size();
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
