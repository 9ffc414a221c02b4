package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.function.Function;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.common.ui.FreeText;
import org.jspecify.annotations.Nullable;

/**
 * Fields as the directory's forms use them: labelled, bounded, with the notice where it belongs.
 */
final class DirectoryFields {

    private DirectoryFields() {}

    static TextField line(DirectoryWords words, String labelKey, int limit) {
        var field = new TextField(words.text(labelKey));
        field.setMaxLength(limit);
        return field;
    }

    /** Free text; reminds that nothing about a survivor belongs here. */
    static TextArea prose(DirectoryWords words, String labelKey, int limit) {
        var field = new TextArea(words.text(labelKey));
        field.setMaxLength(limit);
        field.addClassName("prose");
        return FreeText.watched(field);
    }

    /** What the field says, if it says something right. */
    static <T> @Nullable T ifRight(TextField field, Function<String, T> parse) {
        try {
            return field.getValue().isBlank() ? null : parse.apply(field.getValue());
        } catch (InvalidValue e) {
            return null;
        }
    }

    static <E extends Enum<E>> Select<E> choice(
            DirectoryWords words, String labelKey, String list, E[] values) {
        var field = new Select<E>();
        field.setLabel(words.text(labelKey));
        field.setItems(values);
        field.setItemLabelGenerator(value -> words.of(list, value));
        return field;
    }

    /** Finds an item when every typed word begins one of its own, in any case and accent. */
    static <T> ComboBox.ItemFilter<T> startsAnyWord(Function<T, String> label) {
        return (item, typed) -> {
            String[] own = Texts.folded(label.apply(item)).split("[^a-z0-9]+");
            return Arrays.stream(Texts.folded(typed).split("[^a-z0-9]+"))
                    .allMatch(word -> Arrays.stream(own).anyMatch(part -> part.startsWith(word)));
        };
    }
}
