package org.coalitionatlas.verification.ui;

import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.coalitionatlas.common.RelativeDate;
import org.springframework.stereotype.Component;

/** Days as the coalition counts them, in the person's language. */
@Component
class Days {

    private final Clock clock;

    Days(Clock clock) {
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** "3 weeks ago (Oct 30, 2026)". */
    String ago(LocalDate day) {
        return RelativeDate.ago(day, today(), UI.getCurrent().getLocale());
    }

    String ago(Instant moment) {
        return ago(LocalDate.ofInstant(moment, clock.getZone()));
    }
}
