package org.coalitionatlas.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of plain HTML that becomes one block per row on a phone; roles are written out because
 * the blocks would otherwise no longer be a table to a screen reader.
 */
public final class StackingTable extends Composite<Div> {

    private final List<String> heads;
    private final Element body = with("tbody", "rowgroup");

    /**
     * @param label what the table is about
     * @param heads of its columns, already in the person's language
     */
    public StackingTable(String label, String... heads) {
        this.heads = List.of(heads);
        var row = with("tr", "row");
        Arrays.stream(heads)
                .map(head -> with("th", "columnheader").setAttribute("scope", "col").setText(head))
                .forEach(row::appendChild);
        var table =
                with("table", "table")
                        .setAttribute("class", "stacking-table")
                        .setAttribute("aria-label", label)
                        .appendChild(with("thead", "rowgroup").appendChild(row), body);
        getContent().addClassName("stacking-scroll");
        getContent().getElement().appendChild(table);
    }

    /**
     * Adds a row.
     *
     * @param className for the row's style, or {@code null}
     * @param cells one for each column; the first names the row
     */
    public void row(@Nullable String className, Component... cells) {
        var row = with("tr", "row");
        if (className != null) {
            row.setAttribute("class", className);
        }
        for (int i = 0; i < cells.length; i++) {
            Element cell =
                    i == 0
                            ? with("th", "rowheader").setAttribute("scope", "row")
                            : with("td", "cell").setAttribute("data-label", heads.get(i));
            row.appendChild(cell.appendChild(cells[i].getElement()));
        }
        body.appendChild(row);
    }

    /** Takes every row away; the heads stay. */
    public void clear() {
        body.removeAllChildren();
    }

    private static Element with(String tag, String role) {
        return new Element(tag).setAttribute("role", role);
    }
}
