package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.Binder.BindingBuilder;
import com.vaadin.flow.data.binder.ValidationException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows the fields of a draft and nothing of saving: it shows a draft, says whether the person
 * touched it, and makes a new one when every field is right.
 */
abstract class RecordForm<T> extends Composite<Div> {

    private final DirectoryWords words;
    private final Binder<T> binder;
    private boolean dirty;

    RecordForm(Class<T> type, DirectoryWords words) {
        this.words = words;
        this.binder = new Binder<>(type);
        binder.addValueChangeListener(
                e -> {
                    if (e.isFromClient()) {
                        dirty = true;
                    }
                });
        getContent().addClassName("record-form");
    }

    /** Shows the draft; what was typed before is gone. */
    final void show(T draft) {
        binder.readRecord(draft);
        dirty = false;
    }

    /** The draft the fields make; empty when some field says what is wrong with it. */
    final Optional<T> read() {
        try {
            return Optional.of(binder.writeRecord());
        } catch (ValidationException e) {
            e.getFieldValidationErrors().stream()
                    .map(status -> status.getField())
                    .filter(com.vaadin.flow.component.Focusable.class::isInstance)
                    .map(com.vaadin.flow.component.Focusable.class::cast)
                    .findFirst()
                    .ifPresent(com.vaadin.flow.component.Focusable::focus);
            return Optional.empty();
        }
    }

    /**
     * The draft as far as it is right, for comparing it with others while it is being written;
     * empty when it does not say enough yet.
     */
    Optional<T> soFar() {
        return Optional.empty();
    }

    /** Runs whenever the person has written something. */
    final void onTyped(Runnable listener) {
        binder.addValueChangeListener(
                e -> {
                    if (e.isFromClient()) {
                        listener.run();
                    }
                });
    }

    /** Whether the person wrote something that is not saved. */
    final boolean isDirty() {
        return dirty;
    }

    /** What was written is kept elsewhere now. */
    final void settled() {
        dirty = false;
    }

    /** What its drafts say, fact by fact. */
    abstract DraftFacts<T> facts();

    /**
     * Empties fields that a new draft cannot leave empty; nothing is wrong before a word is typed.
     */
    static void startEmpty(HasValue<?, ?>... fields) {
        for (HasValue<?, ?> field : fields) {
            field.clear();
            if (field instanceof HasValidation validated) {
                validated.setInvalid(false);
            }
        }
    }

    final DirectoryWords words() {
        return words;
    }

    final <F> BindingBuilder<T, F> field(HasValue<?, F> field) {
        if (field instanceof PartsField<?> parts) {
            parts.onTouched(() -> dirty = true);
        }
        return binder.forField(field);
    }

    final void section(String titleKey, @Nullable String helpKey, Component... fields) {
        var section = new Section(new H2(words.text(titleKey)));
        if (helpKey != null) {
            section.add(new Paragraph(words.text(helpKey)));
        }
        var grid = new Div(fields);
        grid.addClassName("fields");
        section.add(grid);
        getContent().add(section);
    }
}
