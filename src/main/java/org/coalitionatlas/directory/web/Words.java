package org.coalitionatlas.directory.web;

import java.util.Locale;
import org.coalitionatlas.common.LocalText;
import org.springframework.context.MessageSource;

/** Sentences of the message bundles, for one reader. */
record Words(MessageSource messages, Locale locale) {

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    String of(LocalText text) {
        return text.in(locale);
    }
}
