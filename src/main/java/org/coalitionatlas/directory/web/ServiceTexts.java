package org.coalitionatlas.directory.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.coalitionatlas.directory.OrganizationView;
import org.coalitionatlas.directory.SearchResult.Hit;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.directory.VerificationCycle;
import org.coalitionatlas.directory.WhyFound.Why;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.springframework.stereotype.Component;

/** Puts services and organizations into words. */
@Component
class ServiceTexts {

    private final Taxonomy taxonomy;
    private final Geography geography;
    private final VerificationCycle cycle;
    private final CoalitionProfile coalition;
    private final Clock clock;

    ServiceTexts(
            Taxonomy taxonomy,
            Geography geography,
            VerificationCycle cycle,
            CoalitionProfile coalition,
            Clock clock) {
        this.coalition = coalition;
        this.cycle = cycle;
        this.taxonomy = taxonomy;
        this.geography = geography;
        this.clock = clock;
    }

    ServiceText of(ServiceView view, Words words, String base) {
        return new ServiceText(view, null, null, words, base, taxonomy, geography, cycle, clock);
    }

    OrganizationText of(OrganizationView view, Words words) {
        return new OrganizationText(view, cycle, today(), words);
    }

    // An organization has no clock of its own; the coalition's first county lends it one.
    private LocalDate today() {
        List<County> counties = coalition.counties();
        return LocalDate.ofInstant(
                clock.instant(), counties.isEmpty() ? ZoneOffset.UTC : counties.getFirst().zone());
    }

    ServiceText of(Hit hit, Why why, Words words, String base) {
        return new ServiceText(
                hit.service(), hit, why, words, base, taxonomy, geography, cycle, clock);
    }
}
