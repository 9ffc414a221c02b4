package org.coalitionatlas.common;

import java.util.Locale;

/**
 * A sentence or label in the two languages of the product.
 *
 * @param en English
 * @param es Spanish
 */
public record LocalText(String en, String es) {

    /** The text for a reader of that language; English for any language but Spanish. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("es") ? es : en;
    }
}
