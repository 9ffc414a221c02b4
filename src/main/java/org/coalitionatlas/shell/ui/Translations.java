package org.coalitionatlas.shell.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/**
 * Gives portal views the same message bundles as the plain HTML pages. A missing text shows as
 * {@code !key!}; where {@code atlas.strict-texts} is set, as in tests, it is an error.
 */
@Component
final class Translations implements I18NProvider {

    static final Locale SPANISH = Locale.forLanguageTag("es");
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, SPANISH);

    private final transient MessageSource messages;
    private final boolean strict;

    Translations(MessageSource messages, @Value("${atlas.strict-texts:false}") boolean strict) {
        this.messages = messages;
        this.strict = strict;
    }

    /** The product's language for a reader who prefers that one: Spanish or else English. */
    static Locale spoken(Locale preferred) {
        return preferred.getLanguage().equals("es") ? SPANISH : Locale.ENGLISH;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return LANGUAGES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        try {
            // An empty array would make Spring skip MessageFormat and show doubled apostrophes.
            Object[] arguments = params.length == 0 ? new Object[] {""} : params;
            return messages.getMessage(key, arguments, spoken(locale));
        } catch (NoSuchMessageException e) {
            if (strict) {
                throw new IllegalArgumentException("no text for " + key + " in " + locale, e);
            }
            return "!" + key + "!";
        }
    }
}
