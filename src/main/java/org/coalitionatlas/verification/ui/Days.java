package org.coalitionatlas.verification.ui;

import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.coalitionatlas.common.RelativeDate;
import org.coalitionatlas.identity.CoalitionProfile;
import org.springframework.stereotype.Component;

/** Days as the coalition's first county counts them, in the person's language. */
@Component
class Days {

    private final CoalitionProfile coalition;
    private final Clock clock;

    Days(CoalitionProfile coalition, Clock clock) {
        this.coalition = coalition;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    /** "3 weeks ago (Oct 30, 2026)". */
    String ago(LocalDate day) {
        return RelativeDate.ago(day, today(), UI.getCurrent().getLocale());
    }

    String ago(Instant moment) {
        return ago(LocalDate.ofInstant(moment, zone()));
    }

    private ZoneId zone() {
        return coalition.counties().isEmpty()
                ? ZoneId.systemDefault()
                : coalition.counties().getFirst().zone();
    }
}
