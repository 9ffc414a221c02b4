package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.Validator;
import org.coalitionatlas.common.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * A field made of several. While its parts do not make a value it keeps the last one that they did
 * and says what is wrong, so that a form cannot be saved over a half-typed part.
 */
abstract class PartsField<T> extends CustomField<T> implements HasValidator<T> {

    private @Nullable String problem;
    private boolean writing;
    private Runnable touched = () -> {};

    PartsField(T empty) {
        super(empty);
    }

    /**
     * The value that the parts make.
     *
     * @throws InvalidValue when they make none
     * @throws StillWriting when they make none yet, and nothing is wrong
     */
    abstract T parts();

    /** Tells whenever the person touched a part, whether it makes a value or not. */
    void onTouched(Runnable listener) {
        touched = listener;
    }

    /** Named like its section: said to those who cannot see that one, not shown a second time. */
    final void namedBySection(String name) {
        setLabel("");
        getElement().setAttribute("aria-label", name);
    }

    /** To be called when there is more to fill in, of which nothing can be wrong yet. */
    final void begun() {
        touched.run();
    }

    /** To be called by the parts. */
    final void changed(boolean byPerson) {
        if (byPerson) {
            touched.run();
            writing = true;
            try {
                updateValue();
            } finally {
                writing = false;
            }
        }
    }

    /** Whether the person changes a part at this moment, rather than saving all of them. */
    final boolean isWriting() {
        return writing;
    }

    @Override
    protected T generateModelValue() {
        problem = null;
        try {
            return parts();
        } catch (InvalidValue e) {
            problem = getTranslation(e.messageKey(), e.arguments());
            return getValue();
        } catch (StillWriting e) {
            return getValue();
        }
    }

    @Override
    public Validator<T> getDefaultValidator() {
        return (value, context) -> {
            generateModelValue();
            return problem == null ? ValidationResult.ok() : ValidationResult.error(problem);
        };
    }
}
