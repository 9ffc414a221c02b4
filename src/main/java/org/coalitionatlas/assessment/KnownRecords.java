package org.coalitionatlas.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.directory.ProviderFacts;
import org.coalitionatlas.partnership.Partnerships;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what other rooms have on record, two statements for all providers. */
@Component
public class KnownRecords {

    private final ProviderFacts providerFacts;
    private final Partnerships partnerships;
    private final Clock clock;

    KnownRecords(ProviderFacts providerFacts, Partnerships partnerships, Clock clock) {
        this.providerFacts = providerFacts;
        this.partnerships = partnerships;
        this.clock = clock;
    }

    /** What is on record today. For members. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Known today() {
        return on(LocalDate.now(clock));
    }

    /** What is on record for that day: begun by then and not over. For members. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Known on(LocalDate day) {
        return new Known(day, partnerships.tiesOn(day), providerFacts.trainedOn(day));
    }

    /** Providers at which somebody of the coalition knows somebody today: one statement. */
    Set<UUID> contactsToday() {
        return partnerships.tiesOn(LocalDate.now(clock)).contacts().keySet();
    }
}
