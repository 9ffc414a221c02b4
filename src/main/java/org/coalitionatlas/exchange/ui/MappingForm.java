package org.coalitionatlas.exchange.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coalitionatlas.exchange.ColumnRule;
import org.coalitionatlas.exchange.CsvFile;
import org.coalitionatlas.exchange.CsvRecord;
import org.coalitionatlas.exchange.ImportField;
import org.coalitionatlas.exchange.ImportMapping;
import org.coalitionatlas.exchange.ImportMappings;
import org.coalitionatlas.exchange.RecordKind;
import org.jspecify.annotations.Nullable;

/** What the rows are, and which column goes to which field, with examples from the file. */
final class MappingForm extends Composite<Div> {

    private static final int EXAMPLES = 2;
    private static final int EXAMPLE = 60;

    private final TextField name = new TextField();
    private final TextField source = new TextField();
    private final TextField state = new TextField();
    private final Select<RecordKind> kind = new Select<>();
    private final Div table = new Div();
    private final Map<String, Select<ImportField>> choices = new LinkedHashMap<>();
    private final transient ImportMappings mappings;
    private transient @Nullable ImportMapping base;
    private transient @Nullable CsvFile file;
    private SerializableRunnable changed = () -> {};

    MappingForm(ImportMappings mappings) {
        this.mappings = mappings;
        name.setLabel(getTranslation("exchange.mapping.name"));
        name.setMaxLength(120);
        source.setLabel(getTranslation("exchange.mapping.source"));
        source.setHelperText(getTranslation("exchange.mapping.source.help"));
        source.setMaxLength(60);
        state.setLabel(getTranslation("exchange.mapping.state"));
        state.setHelperText(getTranslation("exchange.mapping.state.help"));
        state.setMaxLength(2);
        kind.setLabel(getTranslation("exchange.mapping.kind"));
        kind.setItems(RecordKind.values());
        kind.setItemLabelGenerator(k -> getTranslation("exchange.kind." + k));
        kind.addValueChangeListener(
                event -> {
                    if (event.isFromClient()) {
                        base = null;
                        fillTable();
                        changed.run();
                    }
                });
        List.of(name, source, state)
                .forEach(field -> field.addValueChangeListener(event -> changed.run()));
        var fields = new Div(kind, source, state, name);
        fields.addClassName("import-fields");
        table.addClassName("import-scroll");
        table.getElement().setAttribute("tabindex", "0");
        table.getElement().setAttribute("role", "region");
        table.getElement().setAttribute("aria-label", getTranslation("exchange.step.columns"));
        getContent().add(fields, table);
    }

    void onChange(SerializableRunnable listener) {
        changed = listener;
    }

    void show(CsvFile uploaded, @Nullable ImportMapping mapping, String fileName) {
        file = uploaded;
        base = mapping;
        kind.setValue(mapping == null ? RecordKind.ORGANIZATION : mapping.kind());
        String plain = fileName.replaceFirst("\\.[^.]*$", "");
        name.setValue(mapping == null ? plain : mapping.name());
        source.setValue(mapping == null ? plain : mapping.source());
        state.setValue(mapping == null ? "" : mapping.state());
        fillTable();
    }

    /**
     * What is chosen now.
     *
     * @throws org.coalitionatlas.common.InvalidValue when name or source is missing
     */
    ImportMapping mapping() {
        var rules = new ArrayList<ColumnRule>();
        choices.forEach(
                (column, choice) -> {
                    ImportField chosen = choice.getValue();
                    List<ColumnRule> standing = rulesOf(column);
                    if (!standing.isEmpty()
                            && Objects.equals(standing.getFirst().field(), chosen)) {
                        rules.addAll(standing);
                    } else if (chosen != null) {
                        rules.add(ColumnRule.plain(column, chosen));
                    }
                });
        return new ImportMapping(
                name.getValue(),
                source.getValue(),
                kind.getValue(),
                state.getValue().toUpperCase(java.util.Locale.ROOT),
                base == null ? Map.of() : base.defaults(),
                rules);
    }

    private List<ColumnRule> rulesOf(String column) {
        return base == null
                ? List.of()
                : base.rules().stream().filter(rule -> rule.column().equals(column)).toList();
    }

    private void fillTable() {
        choices.clear();
        table.removeAll();
        CsvFile shown = file;
        if (shown == null) {
            return;
        }
        List<CsvRecord> head = shown.head(50);
        var grid = new NativeTable();
        var body = grid.addBody();
        // A mapping that leaves a column out does so on purpose.
        Map<String, ImportField> proposed =
                base == null ? mappings.proposed(kind.getValue(), shown.columns()) : Map.of();
        for (String column : shown.columns()) {
            body.add(row(column, examples(shown, head, column), proposed.get(column)));
        }
        grid.addClassNames("import-table", "import-mapping-table");
        var header = new NativeTableRow();
        for (String key : List.of("column", "examples", "field")) {
            var cell = new NativeTableHeaderCell(getTranslation("exchange.mapping." + key));
            cell.getElement().setAttribute("scope", "col");
            header.add(cell);
        }
        grid.getHead().add(header);
        table.add(grid);
    }

    private NativeTableRow row(String column, String examples, @Nullable ImportField proposed) {
        var choice = new Select<ImportField>();
        choice.setAriaLabel(getTranslation("exchange.mapping.fieldOf", column));
        choice.setEmptySelectionAllowed(true);
        choice.setEmptySelectionCaption(getTranslation("exchange.mapping.leaveOut"));
        choice.setItems(ImportField.of(kind.getValue()));
        choice.setItemLabelGenerator(
                field ->
                        field == null
                                ? getTranslation("exchange.mapping.leaveOut")
                                : getTranslation("exchange.field." + field));
        List<ColumnRule> rules = rulesOf(column);
        if (!rules.isEmpty()) {
            choice.setValue(rules.getFirst().field());
        }
        var cell = new NativeTableCell(choice);
        if (proposed != null) {
            choice.setValue(proposed);
            var note = new Span(getTranslation("exchange.mapping.proposed"));
            note.addClassName("import-note");
            cell.add(note);
            choice.addValueChangeListener(event -> note.setVisible(false));
        }
        choice.addValueChangeListener(event -> changed.run());
        choices.put(column, choice);
        boolean more =
                rules.stream()
                        .anyMatch(
                                rule ->
                                        !rule.set().isEmpty()
                                                || !rule.alone().isEmpty()
                                                || !rule.words().isEmpty());
        if (more) {
            var note = new Span(getTranslation("exchange.mapping.rules"));
            note.addClassName("import-note");
            cell.add(note);
        }
        var title = new NativeTableHeaderCell(column);
        title.getElement().setAttribute("scope", "row");
        var example = new NativeTableCell(examples);
        example.addClassName("import-example");
        return new NativeTableRow(title, example, cell);
    }

    private static String examples(CsvFile file, List<CsvRecord> head, String column) {
        int at = file.columns().indexOf(column);
        return String.join(
                " · ",
                head.stream()
                        .filter(CsvRecord::isReadable)
                        .map(record -> record.cells().get(at).replaceAll("\\s+", " ").strip())
                        .filter(cell -> !cell.isEmpty())
                        .distinct()
                        .limit(EXAMPLES)
                        .map(
                                cell ->
                                        cell.length() <= EXAMPLE
                                                ? cell
                                                : cell.substring(0, EXAMPLE) + "…")
                        .toList());
    }
}
