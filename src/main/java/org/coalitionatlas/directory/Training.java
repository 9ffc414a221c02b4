package org.coalitionatlas.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A training that a contact took, or that an organization's whole staff did (001).
 *
 * @param takenOn the day it was taken
 * @param provider who gave it
 * @param validMonths how long it counts, 1 to 120 months; 12 by default (PRODUCT §7)
 * @param validUntil first day on which it no longer counts
 * @param evidence where it is proved: a certificate's number, a link, a sign-in sheet
 */
@Embeddable
public record Training(
        @Enumerated(EnumType.STRING) TrainingTopic topic,
        LocalDate takenOn,
        @Nullable @Column(length = 200) String provider,
        int validMonths,
        @Nullable LocalDate validUntil,
        @Nullable @Column(length = 500) String evidence) {

    /** Months a training counts unless it says otherwise (PRODUCT §7). */
    public static final int USUAL_MONTHS = 12;

    /** Longest time a training may be said to count. */
    public static final int LONGEST_MONTHS = 120;

    /**
     * Tidies the texts and works out the end; an end that was kept elsewhere is worked out anew.
     *
     * @throws InvalidValue {@code invalid.validMonths}
     */
    public Training {
        validMonths = validMonths == 0 ? USUAL_MONTHS : validMonths;
        if (validMonths < 1 || validMonths > LONGEST_MONTHS) {
            throw new InvalidValue("invalid.validMonths", validMonths, LONGEST_MONTHS);
        }
        provider = Texts.tidy(provider, 200);
        evidence = Texts.tidy(evidence, 500);
        validUntil = takenOn == null ? null : takenOn.plusMonths(validMonths);
    }

    /** A training that counts for the usual time. */
    public static Training taken(
            TrainingTopic topic, LocalDate takenOn, @Nullable String provider) {
        return new Training(topic, takenOn, provider, USUAL_MONTHS, null, null);
    }

    /** First day on which it no longer counts. */
    public LocalDate until() {
        return takenOn.plusMonths(validMonths);
    }

    /**
     * The rule of being "trained on HT": the first day on which the latest training in {@link
     * TrainingTopic#IDENTIFICATION_RESPONSE} no longer counts; empty when there is none at all. The
     * other three topics of 001 are asked of everybody once a year, but say nothing about
     * trafficking. It holds for a contact's own trainings; an organization counts as trained when a
     * contact is or when its whole staff was (PRODUCT §7, standing 4: "trained").
     */
    public static Optional<LocalDate> onTraffickingUntil(Collection<Training> trainings) {
        return trainings.stream()
                .filter(training -> training.topic() == TrainingTopic.IDENTIFICATION_RESPONSE)
                .map(Training::until)
                .max(Comparator.naturalOrder());
    }
}
