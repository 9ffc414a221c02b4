package org.coalitionatlas.directory;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CurrentPerson;
import org.springframework.context.ApplicationContext;

/** Searches as they would find at another moment. */
public final class AtMoment {

    private AtMoment() {}

    public static ReferralSearch referrals(ApplicationContext product, Clock clock) {
        var currentPerson = product.getBean(CurrentPerson.class);
        var pass = product.getBean(SearchPass.class);
        var search =
                new DirectorySearch(
                        product.getBean(EntityManager.class),
                        currentPerson,
                        product.getBean(QueryWords.class),
                        product.getBean(Geography.class),
                        product.getBean(ViewJson.class),
                        pass,
                        clock);
        return new ReferralSearch(search, pass, currentPerson);
    }
}
