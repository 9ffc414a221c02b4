package org.coalitionatlas.assessment;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells open sheets on this node that somebody said something, so that several people see each
 * other's answers arrive. It tells where, not what: each sheet reads it with its own reader's
 * rights. A sheet on another node shows it when it is opened again.
 */
@Component
public class SheetNews {

    private static final Logger LOG = LoggerFactory.getLogger(SheetNews.class);

    private final Map<UUID, Queue<Listener>> sheets = new ConcurrentHashMap<>();

    /** Hears of changed rows, on the thread of whoever changed them. */
    @FunctionalInterface
    public interface Listener extends Serializable {

        /**
         * @param providerIds the rows that changed together; all zeros for the need as a whole
         */
        void changed(String needCode, Collection<UUID> providerIds);
    }

    /**
     * Hears of changes in a cycle until the returned work is run.
     *
     * @return stops listening
     */
    public Runnable listen(UUID assessmentId, Listener listener) {
        sheets.computeIfAbsent(assessmentId, id -> new ConcurrentLinkedQueue<>()).add(listener);
        return () ->
                sheets.computeIfPresent(
                        assessmentId,
                        (id, listeners) -> {
                            listeners.remove(listener);
                            return listeners.isEmpty() ? null : listeners;
                        });
    }

    void tell(UUID assessmentId, String needCode, UUID providerId) {
        tell(assessmentId, needCode, List.of(providerId));
    }

    /** Tells of all of them at once, so that a sheet wakes once. */
    void tell(UUID assessmentId, String needCode, Collection<UUID> providerIds) {
        Queue<Listener> listeners = sheets.get(assessmentId);
        if (listeners != null) {
            for (Listener listener : listeners) {
                try {
                    listener.changed(needCode, providerIds);
                } catch (RuntimeException e) {
                    // What was said is saved; a screen that is gone must not make it look undone.
                    listeners.remove(listener);
                    LOG.debug("A sheet no longer listens", e);
                }
            }
        }
    }
}
