package org.coalitionatlas.directory;

import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PreInsertEvent;
import org.hibernate.event.spi.PreInsertEventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Which changes reach the index first. The changes wait in one queue, by the time from which they
 * may be taken: those of a large import are put a few seconds back, so that what a person saves
 * meanwhile is found at once instead of after thousands of imported records, and so that the import
 * itself need not share the machine with the indexing of its first rows.
 *
 * <p>The queue is in the database and part of the transaction of the change, as ever: nothing is
 * lost with the process.
 */
@Component
class IndexingOrder {

    /** Too short to be missed; most imports are through by then. */
    static final Duration AFTER_PEOPLE = Duration.ofSeconds(5);

    private static final Object LATER = new Object();

    IndexingOrder(EntityManagerFactory factory) {
        factory.unwrap(SessionFactoryImplementor.class)
                .getEventListenerRegistry()
                .appendListeners(EventType.PRE_INSERT, new Postponing());
    }

    /** Lets the changes of the running transaction wait for those of people. */
    void afterPeople() {
        if (TransactionSynchronizationManager.hasResource(LATER)) {
            return;
        }
        TransactionSynchronizationManager.bindResource(LATER, true);
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        TransactionSynchronizationManager.unbindResourceIfPossible(LATER);
                    }
                });
    }

    /** Puts an entry of the queue back before it is written. */
    private static final class Postponing implements PreInsertEventListener {

        private static final String QUEUE =
                "org.hibernate.search.mapper.orm.outboxpolling.event.impl.OutboxEvent";

        @Override
        public boolean onPreInsert(PreInsertEvent event) {
            if (TransactionSynchronizationManager.hasResource(LATER)
                    && event.getEntity().getClass().getName().equals(QUEUE)) {
                int at =
                        Arrays.asList(event.getPersister().getPropertyNames())
                                .indexOf("processAfter");
                if (at >= 0 && event.getState()[at] instanceof Instant now) {
                    event.getState()[at] = now.plus(AFTER_PEOPLE);
                }
            }
            return false;
        }
    }
}
