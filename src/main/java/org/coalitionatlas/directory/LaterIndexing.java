package org.coalitionatlas.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Interceptor;
import org.hibernate.search.mapper.orm.outboxpolling.event.impl.OutboxEvent;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets the index take up what an import adds after what people change. Without it, a record that
 * somebody hides stays in the index until thousands of new ones before it are written, and the
 * import shares the processors with the index of its own records. What changes a standing record
 * never waits.
 */
@Component
class LaterIndexing implements Interceptor {

    /** About what tens of thousands of rows take; a longer import shares from then on. */
    private static final Duration LATEST = Duration.ofSeconds(8);

    /** Fewer are in the index sooner than anybody could miss them. */
    private static final int MANY = 600;

    private final ThreadLocal<@Nullable Set<String>> waiting = new ThreadLocal<>();

    /**
     * The index may wait for these records of the running transaction, if they are many: they are
     * new, or nothing but new places was added to them.
     */
    void mayWait(Collection<UUID> records) {
        if (records.size() < MANY) {
            return;
        }
        waiting.set(records.stream().map(UUID::toString).collect(Collectors.toSet()));
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        waiting.remove();
                    }
                });
    }

    @Override
    public boolean onPersist(
            Object entity,
            Object id,
            @Nullable Object[] state,
            String[] propertyNames,
            Type[] propertyTypes) {
        Set<String> ids = waiting.get();
        if (ids == null
                || !(entity instanceof OutboxEvent event)
                || !ids.contains(event.getEntityId())) {
            return false;
        }
        for (int i = 0; i < propertyNames.length; i++) {
            if (propertyNames[i].equals("processAfter")) {
                // The index asks the machine, not the product's clock.
                Instant later = Instant.now().plus(LATEST);
                event.setProcessAfter(later);
                state[i] = later;
                return true;
            }
        }
        throw new IllegalStateException("the outbox does not say when an event is due");
    }
}
