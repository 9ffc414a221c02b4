package org.coalitionatlas.capacity;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.identity.CurrentPerson;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes of one response one after the other, each by somebody who may make it just now. */
@Component
class ResponseHold {

    private static final int TRIES = 4;

    private final ResponseStore store;
    private final ResponseAccess access;
    private final Instruments instruments;
    private final CurrentPerson currentPerson;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ResponseHold(
            ResponseStore store,
            ResponseAccess access,
            Instruments instruments,
            CurrentPerson currentPerson,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        this.store = store;
        this.access = access;
        this.instruments = instruments;
        this.currentPerson = currentPerson;
        this.transactions = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    /**
     * Does the work while nobody else changes the response.
     *
     * @throws NoSuchResponse when there is none
     * @throws NotInState when the verb does not fit
     */
    <T> T held(UUID id, ResponseVerb verb, Function<ResponseHead, T> work) {
        return retrying(
                status -> {
                    if (!store.lock(id)) {
                        throw new NoSuchResponse(id);
                    }
                    ResponseHead head = store.head(id).orElseThrow(() -> new NoSuchResponse(id));
                    access.require(head, verb);
                    return work.apply(head);
                });
    }

    // A database may break off one of two transactions that wait for each other.
    <T> T retrying(Function<TransactionStatus, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transactions.execute(work::apply));
            } catch (ConcurrencyFailureException | DataIntegrityViolationException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Checks that the response's version has such an item. */
    void requireItem(ResponseHead head, String item) {
        if (instruments.of(head).item(item).isEmpty()) {
            throw new InvalidValue("response.place.gone");
        }
    }

    /** The item whose place it is in the response's version. */
    Item item(ResponseHead head, AnswerKey place) {
        return instruments
                .of(head)
                .item(place.item())
                .filter(found -> found.places().anyMatch(place::equals))
                .orElseThrow(() -> new InvalidValue("response.place.gone"));
    }

    /** The current person, and the time as exactly as both databases keep it. */
    Stamp now() {
        return new Stamp(
                currentPerson.get().name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
