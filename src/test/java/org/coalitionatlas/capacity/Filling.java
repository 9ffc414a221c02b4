package org.coalitionatlas.capacity;

import java.time.Clock;
import org.coalitionatlas.identity.CurrentPerson;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.PlatformTransactionManager;

/** The product's service with other questionnaires or another clock, on the same database. */
public final class Filling {

    private Filling() {}

    /** Takes answers to these questionnaires by this clock. */
    public static Responses in(BeanFactory product, Instruments instruments, Clock clock) {
        var store = product.getBean(ResponseStore.class);
        var answers = product.getBean(AnswerStore.class);
        var access = product.getBean(ResponseAccess.class);
        var person = product.getBean(CurrentPerson.class);
        var hold =
                new ResponseHold(
                        store,
                        access,
                        instruments,
                        person,
                        product.getBean(PlatformTransactionManager.class),
                        clock);
        return new Responses(
                store,
                answers,
                product.getBean(ReviewStore.class),
                hold,
                new AnswerTaking(hold, store, answers, access, person),
                access,
                instruments,
                clock);
    }
}
