package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.coalitionatlas.common.InvalidValue;
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
     * @param saving whether rows that nobody has left yet have to be whole too
     * @throws InvalidValue when a row is not whole
     * @throws StillWriting when one is not that nobody has left yet
     */
    final List<V> value(boolean saving) {
        boolean stillWriting = false;
        var values = new ArrayList<V>();
        for (Row row : rows) {
            row.judged |= saving;
            try {
                values.add(row.value());
            } catch (InvalidValue e) {
                if (row.judged) {
                    throw e;
                }
                stillWriting = true;
            }
        }
        if (stillWriting) {
            throw new StillWriting();
        }
        return values;
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
        private boolean judged;
        private final Button remove = icon(VaadinIcon.TRASH, "", this::remove);

        Row() {
            onLeave(block, this::leave);
        }

        /** Whether what is missing here is wrong: the person has left the row, or saved. */
        final boolean isJudged() {
            return judged;
        }

        final void mark(HasValidation field, boolean wrong) {
            field.setInvalid(wrong && judged);
        }

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

        private void leave() {
            if (!judged && !isWhole()) {
                judged = true;
                touched();
            }
        }

        private boolean isWhole() {
            try {
                value();
                return true;
            } catch (InvalidValue | StillWriting e) {
                return false;
            }
        }

        private void remove() {
            rows.remove(this);
            container.remove(block);
            number();
            touched();
        }
    }
}
