package org.coalitionatlas.shell.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.common.Faults;
import org.coalitionatlas.common.SaidInWords;
import org.coalitionatlas.common.ui.Notices;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;

/**
 * What a person hears when something they did failed: the sentence the exception carries, or, for
 * the unforeseen, a short reference under which the log tells more.
 */
final class PortalErrors implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(PortalErrors.class);

    @Override
    public void error(ErrorEvent event) {
        if (UI.getCurrent() == null) {
            logged(event.getThrowable());
            return;
        }
        Throwable failure = event.getThrowable();
        Optional<SaidInWords> words = words(failure);
        if (words.isPresent()) {
            Notices.problem(words.get().messageKey(), words.get().arguments());
        } else if (find(failure, OptimisticLockingFailureException.class).isPresent()) {
            Notices.problem("common.recordChanged");
        } else if (find(failure, AccessDeniedException.class).isPresent()) {
            Notices.problem("shell.denied.action");
        } else {
            Notices.problem("shell.failed.action", logged(failure));
        }
    }

    /** Logs the failure and returns the reference a person can pass on. */
    static String logged(Throwable failure) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Internal error {}", reference, Faults.loggable(failure));
        return reference;
    }

    /** The exception in the chain of causes that speaks for itself. */
    static Optional<SaidInWords> words(@Nullable Throwable failure) {
        return find(failure, SaidInWords.class);
    }

    static <T> Optional<T> find(@Nullable Throwable failure, Class<T> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return Optional.of(type.cast(t));
            }
        }
        return Optional.empty();
    }
}
