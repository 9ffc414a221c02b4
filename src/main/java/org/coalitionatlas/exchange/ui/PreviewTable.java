package org.coalitionatlas.exchange.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashSet;
import java.util.List;
import org.coalitionatlas.exchange.ImportField;
import org.coalitionatlas.exchange.ImportProblem;
import org.coalitionatlas.exchange.Imports;
import org.coalitionatlas.exchange.RecordKind;

/** The first rows as they would be taken, each with what is to be said about it. */
final class PreviewTable extends Composite<Div> {

    private static final int CELL = 120;

    PreviewTable(Imports imports, RecordKind kind, List<Imports.Preview> rows) {
        var fields = new LinkedHashSet<ImportField>();
        for (ImportField field : ImportField.of(kind)) {
            if (rows.stream().anyMatch(row -> row.values().containsKey(field))) {
                fields.add(field);
            }
        }
        var header = new NativeTableRow();
        header.add(heading("exchange.report.row"), heading("exchange.look.verdict"));
        fields.forEach(field -> header.add(heading("exchange.field." + field)));
        var table = new NativeTable();
        var body = table.addBody();
        for (Imports.Preview row : rows) {
            var line = new NativeTableHeaderCell(String.valueOf(row.line()));
            line.getElement().setAttribute("scope", "row");
            var cells = new NativeTableRow(line, verdict(imports, row));
            for (ImportField field : fields) {
                cells.add(new NativeTableCell(shortened(row.values().getOrDefault(field, ""))));
            }
            body.add(cells);
        }
        table.addClassName("import-table");
        table.getHead().add(header);
        Div box = getContent();
        box.addClassName("import-scroll");
        box.getElement().setAttribute("tabindex", "0");
        box.getElement().setAttribute("role", "region");
        box.getElement().setAttribute("aria-label", getTranslation("exchange.step.look"));
        box.add(table);
    }

    private NativeTableCell verdict(Imports imports, Imports.Preview row) {
        var cell = new NativeTableCell();
        String key =
                row.isRejected()
                        ? "exchange.problem.rejected"
                        : row.problems().isEmpty()
                                ? "exchange.look.good"
                                : "exchange.problem.warning";
        var word = new Span(getTranslation(key));
        word.addClassName(row.isRejected() ? "import-problem" : "import-verdict");
        cell.add(word);
        if (!row.problems().isEmpty()) {
            var list = new UnorderedList();
            for (ImportProblem problem : row.problems()) {
                ImportField field = problem.field();
                String reason = imports.words(problem, getLocale());
                list.add(
                        new ListItem(
                                field == null
                                        ? reason
                                        : getTranslation("exchange.field." + field)
                                                + ": "
                                                + reason));
            }
            cell.add(list);
        }
        return cell;
    }

    private NativeTableHeaderCell heading(String key) {
        var cell = new NativeTableHeaderCell(getTranslation(key));
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= CELL ? line : line.substring(0, CELL) + "…";
    }
}
