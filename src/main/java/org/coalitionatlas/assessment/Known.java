package org.coalitionatlas.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.assessment.MergeRules.Fact;
import org.coalitionatlas.directory.ProviderFacts.Trained;
import org.coalitionatlas.partnership.Ties;

/** What dated records of the directory and the partnerships say about providers on one day. */
public final class Known {

    private final LocalDate day;
    private final Ties ties;
    private final Map<UUID, Trained> trained;
    private final Map<UUID, Map<Question, Fact<Answer>>> made = new HashMap<>();

    Known(LocalDate day, Ties ties, Map<UUID, Trained> trained) {
        this.day = day;
        this.ties = ties;
        this.trained = trained;
    }

    /** What is on record about a provider; a question without a record is absent. */
    public Map<Question, Fact<Answer>> of(UUID provider) {
        return made.computeIfAbsent(provider, this::make);
    }

    private Map<Question, Fact<Answer>> make(UUID provider) {
        Instant contact = ties.contacts().get(provider);
        Ties.Partner partner = ties.partners().get(provider);
        Trained training = trained.get(provider);
        if (contact == null && partner == null && training == null) {
            return Map.of();
        }
        var known = new EnumMap<Question, Fact<Answer>>(Question.class);
        if (contact != null) {
            known.put(Question.CONTACT, new Fact<>(Answer.YES, contact));
        }
        if (partner != null) {
            known.put(
                    Question.PARTNER,
                    new Fact<>(partner.inForce() ? Answer.YES : Answer.NO, partner.since()));
        }
        if (training != null) {
            boolean counts = day.isBefore(training.until());
            known.put(
                    Question.TRAINED,
                    counts
                            ? new Fact<>(Answer.YES, begin(training.takenOn()))
                            : new Fact<>(Answer.NO, begin(training.until())));
        }
        return known;
    }

    private static Instant begin(LocalDate date) {
        return date.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
