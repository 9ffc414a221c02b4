package org.coalitionatlas.assessment;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does work in a transaction, and again when somebody else was faster: the loser of a race reads
 * what the winner wrote and adds its own.
 */
@Component
class Tries {

    private static final int MOST = 4;

    private final TransactionTemplate transactions;

    Tries(PlatformTransactionManager transactionManager) {
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /**
     * @throws ConcurrencyFailureException when others were faster each time
     * @throws CannotAcquireLockException when somebody holds the cycle too long
     */
    <T> T until(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                T result = transactions.execute(status -> work.get());
                return Objects.requireNonNull(result);
            } catch (ConcurrencyFailureException | DataIntegrityViolationException e) {
                if (attempt == MOST) {
                    throw e;
                }
            }
        }
    }
}
