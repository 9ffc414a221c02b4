package org.coalitionatlas.directory.web;

import java.time.Clock;
import org.coalitionatlas.directory.SearchResult.Hit;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.directory.VerificationCycle;
import org.coalitionatlas.directory.WhyFound.Why;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.springframework.stereotype.Component;

/** Puts services into words. */
@Component
class ServiceTexts {

    private final Taxonomy taxonomy;
    private final Geography geography;
    private final VerificationCycle cycle;
    private final Clock clock;

    ServiceTexts(Taxonomy taxonomy, Geography geography, VerificationCycle cycle, Clock clock) {
        this.cycle = cycle;
        this.taxonomy = taxonomy;
        this.geography = geography;
        this.clock = clock;
    }

    ServiceText of(ServiceView view, Words words, String base) {
        return new ServiceText(view, null, null, words, base, taxonomy, geography, cycle, clock);
    }

    ServiceText of(Hit hit, Why why, Words words, String base) {
        return new ServiceText(
                hit.service(), hit, why, words, base, taxonomy, geography, cycle, clock);
    }
}
