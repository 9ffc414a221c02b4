package org.coalitionatlas.assessment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What dated records of the directory and the partnerships say about providers on one day. */
final class Known {

    private final LocalDate today;
    private final Set<UUID> withContact;
    private final Map<UUID, Boolean> partners;
    private final Map<UUID, LocalDate> trainedUntil;
    private final Map<UUID, Map<Question, Answer>> made = new HashMap<>();

    /**
     * @param withContact providers at which somebody of the coalition knows somebody
     * @param partners whether a partnership is in force, for each provider with one on record
     * @param trainedUntil first day on which the latest training no longer counts
     */
    Known(
            LocalDate today,
            Set<UUID> withContact,
            Map<UUID, Boolean> partners,
            Map<UUID, LocalDate> trainedUntil) {
        this.today = today;
        this.withContact = withContact;
        this.partners = partners;
        this.trainedUntil = trainedUntil;
    }

    /** What is on record about a provider; a question without a record is absent. */
    Map<Question, Answer> of(UUID provider) {
        return made.computeIfAbsent(provider, this::make);
    }

    private Map<Question, Answer> make(UUID provider) {
        LocalDate until = trainedUntil.get(provider);
        Boolean partner = partners.get(provider);
        return Worksheet.Row.answers(
                withContact.contains(provider) ? Answer.YES : null,
                partner == null ? null : partner ? Answer.YES : Answer.NO,
                until == null ? null : today.isBefore(until) ? Answer.YES : Answer.NO);
    }
}
