package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.List;
import org.coalitionatlas.common.InvalidValue;
import org.jspecify.annotations.Nullable;

/** A list that is written row by row. */
abstract class RowsField<T> extends PartsField<List<T>> {

    private final DirectoryWords words;
    private final Div container = new Div();
    private final List<Row<T>> rows = new ArrayList<>();

    /** One row: its fields, and the value they make. */
    interface Row<T> {

        /** The fields, labelled. */
        List<Component> fields();

        /**
         * What they make.
         *
         * @throws InvalidValue when they make nothing; the field at fault says so too
         */
        T value();
    }

    RowsField(DirectoryWords words, String labelKey, String addKey) {
        super(List.of());
        this.words = words;
        setLabel(words.text(labelKey));
        container.addClassName("directory-rows");
        var add =
                new Button(
                        words.text(addKey),
                        VaadinIcon.PLUS.create(),
                        click -> {
                            append(null);
                            begun();
                        });
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(container, add);
        addClassName("rows-field");
    }

    /** A row for the value, or an empty one. */
    abstract Row<T> row(@Nullable T value);

    final DirectoryWords words() {
        return words;
    }

    @Override
    List<T> parts() {
        List<T> values = new ArrayList<>();
        InvalidValue first = null;
        for (Row<T> row : rows) {
            try {
                values.add(row.value());
            } catch (InvalidValue e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
        return List.copyOf(values);
    }

    @Override
    protected void setPresentationValue(List<T> values) {
        rows.clear();
        container.removeAll();
        values.forEach(this::append);
    }

    private void append(@Nullable T value) {
        Row<T> row = row(value);
        var line = new Div();
        line.addClassName("row");
        line.add(row.fields());
        var remove = new Button(VaadinIcon.TRASH.create());
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        remove.setAriaLabel(words.text("directory.form.removeRow"));
        remove.setTooltipText(words.text("directory.form.removeRow"));
        remove.addClickListener(
                click -> {
                    rows.remove(row);
                    container.remove(line);
                    changed(true);
                });
        line.add(remove);
        rows.add(row);
        container.add(line);
    }
}
