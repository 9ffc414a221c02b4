package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.UI;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.coalitionatlas.capacity.NotInState;
import org.coalitionatlas.common.Faults;
import org.coalitionatlas.common.SaidInWords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;

/** Turns a word that could not be saved into a sentence; what was typed then stays where it is. */
final class ResponseKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(ResponseKeeper.class);

    private ResponseKeeper() {}

    /**
     * What came of an attempt to save.
     *
     * @param value what was saved; {@code null} when it was not
     * @param problem why not, in words
     * @param over whether the response is no longer open for this person
     */
    record Kept<T>(@Nullable T value, @Nullable String problem, boolean over)
            implements Serializable {}

    static <T> Kept<T> attempt(Supplier<T> work) {
        try {
            return new Kept<>(work.get(), null, false);
        } catch (NotInState e) {
            return new Kept<>(null, inWords(e), true);
        } catch (RuntimeException e) {
            return new Kept<>(null, inWords(e), false);
        }
    }

    /** Why something could not be done, for a person. */
    static String inWords(RuntimeException failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SaidInWords words) {
                return text(words.messageKey(), words.arguments());
            }
            if (t instanceof AccessDeniedException) {
                return text("response.denied");
            }
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Not saved, reference {}", reference, Faults.loggable(failure));
        return text("response.failed", reference);
    }

    private static String text(String key, Object... arguments) {
        return Optional.ofNullable(UI.getCurrent())
                .map(ui -> ui.getTranslation(key, arguments))
                .orElse(key);
    }
}
