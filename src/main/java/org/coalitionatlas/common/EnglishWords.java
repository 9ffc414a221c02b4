package org.coalitionatlas.common;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Says in English what the message bundles say, for consoles: there is no reader yet to ask. */
final class EnglishWords {

    private EnglishWords() {}

    /** The sentence; the bare key when no bundle has it. */
    static String of(SaidInWords said) {
        String key = said.messageKey();
        for (String bundle : List.of("common", key.substring(0, Math.max(0, key.indexOf('.'))))) {
            try {
                String pattern =
                        ResourceBundle.getBundle(
                                        "messages." + bundle,
                                        Locale.ROOT,
                                        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
                                .getString(key);
                return new MessageFormat(pattern, Locale.ENGLISH).format(said.arguments());
            } catch (MissingResourceException e) {
                // The next one may have it.
                continue;
            }
        }
        return key;
    }
}
