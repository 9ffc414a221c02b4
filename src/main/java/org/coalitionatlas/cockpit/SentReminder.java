package org.coalitionatlas.cockpit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reminder that went into the outbox.
 *
 * @param person the name of whom it was written to
 * @param by who caused it
 */
public record SentReminder(
        UUID id, String person, Reminders.Choice choice, Instant at, String by, List<Item> of) {

    /**
     * What it named: a checklist of an organization, or a county's assessment.
     *
     * @param name of the organization
     * @param county FIPS code; {@code null} for a checklist
     * @param instrument {@code null} for a county
     */
    public record Item(
            @Nullable UUID organization,
            @Nullable String name,
            @Nullable String county,
            @Nullable String instrument,
            String cycle) {

        Item named(String organizationName) {
            return new Item(organization, organizationName, county, instrument, cycle);
        }
    }

    SentReminder with(List<Item> items) {
        return new SentReminder(id, person, choice, at, by, items);
    }
}
