package org.coalitionatlas.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.directory.ProviderFacts;
import org.coalitionatlas.partnership.Partnerships;
import org.springframework.stereotype.Component;

/** Reads what other rooms have on record, three statements for all providers. */
@Component
class KnownRecords {

    private final ProviderFacts providerFacts;
    private final Partnerships partnerships;
    private final Clock clock;

    KnownRecords(ProviderFacts providerFacts, Partnerships partnerships, Clock clock) {
        this.providerFacts = providerFacts;
        this.partnerships = partnerships;
        this.clock = clock;
    }

    Known today() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new Known(
                today,
                partnerships.providersWithContact(),
                partnerships.partnersOn(today),
                providerFacts.trainedUntil());
    }

    /** Only whether a contact is held: what gaps do not look up themselves. */
    Map<Question, Answer> contactOf(UUID provider) {
        return partnerships.providersWithContact().contains(provider)
                ? Map.of(Question.CONTACT, Answer.YES)
                : Map.of();
    }
}
