package org.coalitionatlas.cockpit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What the current coordinator sees.
 *
 * @param today the day everything is measured against
 * @param rounds all rounds of the coalition, open ones first, the next due first
 * @param asked organizations asked in the rounds looked at, by name
 * @param changeable rounds looked at whose due date and end are the person's to decide
 * @param counties the coordinator's counties in the coalition's order
 */
public record Picture(
        LocalDate today,
        List<Round> rounds,
        List<Asked> asked,
        Set<UUID> changeable,
        List<CountyStanding> counties) {}
