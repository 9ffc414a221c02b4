package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.data.binder.Result;
import com.vaadin.flow.data.binder.ValueContext;
import com.vaadin.flow.data.converter.Converter;
import java.util.function.Function;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.common.Url;
import org.jspecify.annotations.Nullable;

/**
 * Lets a text field hold a value object: the object's own parser decides, and its complaint becomes
 * the field's error in the person's language. An empty field is no value.
 */
final class ValueObjectConverter<T> implements Converter<String, @Nullable T> {

    private final Function<String, @Nullable T> parser;
    private final Function<T, String> printer;
    private final boolean required;

    private ValueObjectConverter(
            Function<String, @Nullable T> parser, Function<T, String> printer, boolean required) {
        this.parser = parser;
        this.printer = printer;
        this.required = required;
    }

    static ValueObjectConverter<Email> email() {
        return new ValueObjectConverter<>(Email::parse, Email::address, false);
    }

    static ValueObjectConverter<Url> url() {
        return new ValueObjectConverter<>(Url::parse, Url::address, false);
    }

    /** Tidied text that may be missing. */
    static ValueObjectConverter<String> text(int limit) {
        return new ValueObjectConverter<>(text -> Texts.tidy(text, limit), text -> text, false);
    }

    /** Tidied text that must be there. */
    static ValueObjectConverter<String> requiredText(int limit) {
        return new ValueObjectConverter<>(text -> Texts.tidy(text, limit), text -> text, true);
    }

    @Override
    public Result<@Nullable T> convertToModel(@Nullable String value, ValueContext context) {
        try {
            T parsed = value == null || value.isBlank() ? null : parser.apply(value);
            if (parsed == null && required) {
                throw new InvalidValue("invalid.missing");
            }
            return Result.ok(parsed);
        } catch (InvalidValue e) {
            return Result.error(UI.getCurrent().getTranslation(e.messageKey(), e.arguments()));
        }
    }

    @Override
    public String convertToPresentation(@Nullable T value, ValueContext context) {
        return value == null ? "" : printer.apply(value);
    }
}
