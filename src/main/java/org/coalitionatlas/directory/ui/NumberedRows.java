package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of {@link HoursField} with any number of rows, each a group with its number and a button
 * that removes it.
 *
 * @param <V> what a row says
 */
abstract class NumberedRows<V> extends HoursPart {

    private final String texts;
    private final Div container = new Div();
    private final List<Row> rows = new ArrayList<>();

    /**
     * @param begun runs when a row is added, of which nothing can be wrong yet
     * @param texts beginning of the keys of its texts: title, help, add, row and remove
     */
    NumberedRows(DirectoryWords words, Runnable touched, Runnable begun, String texts) {
        super(words, touched);
        this.texts = texts;
        var add =
                new Button(
                        words.text(texts + "add"),
                        VaadinIcon.PLUS.create(),
                        click -> {
                            append(null).focusFirst();
                            begun.run();
                        });
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(
                new H3(words.text(texts + "title")),
                new Paragraph(words.text(texts + "help")),
                container,
                add);
    }

    /**
     * What the rows say, in their order.
     *
     * @throws org.coalitionatlas.common.InvalidValue when a row is not whole
     */
    final List<V> value() {
        return rows.stream().map(Row::value).toList();
    }

    /** Shows the values, a row for each. */
    final void show(Collection<V> values) {
        rows.clear();
        container.removeAll();
        values.forEach(this::append);
    }

    /** A row that shows the value, or an empty one. */
    abstract Row row(@Nullable V value);

    private Row append(@Nullable V value) {
        Row row = row(value);
        rows.add(row);
        container.add(row.block);
        number();
        return row;
    }

    private void number() {
        for (int i = 0; i < rows.size(); i++) {
            group(rows.get(i).block, words().text(texts + "row", i + 1));
            name(rows.get(i).remove, words().text(texts + "remove", i + 1));
        }
    }

    /** One of the rows. */
    abstract class Row {

        private final Div block = new Div();
        private final Button remove = icon(VaadinIcon.TRASH, "", this::remove);

        /** The whole row. */
        final Div block() {
            return block;
        }

        /** The button that removes it, for its first line. */
        final Button removal() {
            return remove;
        }

        /** What the row says. */
        abstract V value();

        /** Where writing begins. */
        abstract void focusFirst();

        private void remove() {
            rows.remove(this);
            container.remove(block);
            number();
            touched();
        }
    }
}
