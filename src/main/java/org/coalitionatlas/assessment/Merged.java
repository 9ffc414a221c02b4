package org.coalitionatlas.assessment;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.coalitionatlas.assessment.MergeRules.Case;
import org.coalitionatlas.assessment.MergeRules.Decision;
import org.coalitionatlas.assessment.MergeRules.Fact;
import org.coalitionatlas.assessment.MergeRules.Opinion;
import org.coalitionatlas.assessment.MergeRules.Outcome;
import org.jspecify.annotations.Nullable;

/** Puts the statements of a row, and of a need as a whole, before {@link MergeRules}. */
final class Merged {

    private Merged() {}

    /**
     * What holds of a provider, by question; questions nobody answered are absent.
     *
     * @param record what dated records say
     */
    static Map<Question, Outcome<Answer>> answers(
            Collection<Statement> said,
            Collection<Ruling> rulings,
            Map<Question, Fact<Answer>> record) {
        if (said.isEmpty() && rulings.isEmpty()) {
            return Map.of();
        }
        var holds = new EnumMap<Question, Outcome<Answer>>(Question.class);
        for (Question question : Question.values()) {
            var opinions =
                    said.stream()
                            .filter(s -> s.to(question) != null)
                            .map(
                                    s ->
                                            new Opinion<>(
                                                    s.speakerId(),
                                                    Objects.requireNonNull(s.to(question)),
                                                    s.at(question)))
                            .toList();
            Decision<Answer> decision =
                    rulings.stream()
                            .filter(r -> r.question() == question && r.answer() != null)
                            .map(r -> new Decision<>(Objects.requireNonNull(r.answer()), r.at()))
                            .findFirst()
                            .orElse(null);
            MergeRules.merge(new Case<>(opinions, decision, record.get(question), Answer.UNKNOWN))
                    .ifPresent(outcome -> holds.put(question, outcome));
        }
        return holds;
    }

    /**
     * What holds of a need as a whole.
     *
     * @param finding {@code null} when nothing does
     * @param reason why it does not apply
     * @param isContested whether somebody says otherwise and nobody has decided
     */
    record OfNeed(@Nullable Finding finding, @Nullable String reason, boolean isContested) {

        static final OfNeed NOTHING = new OfNeed(null, null, false);
    }

    /**
     * @param anyTie whether a contact or partnership holds for some provider of the need: then
     *     nobody meeting it cannot be true, whoever says so
     */
    static OfNeed finding(Collection<Statement> said, Collection<Ruling> rulings, boolean anyTie) {
        List<Opinion<Optional<Finding>>> opinions =
                said.stream()
                        .filter(s -> s.finding() != null)
                        .map(
                                s ->
                                        new Opinion<>(
                                                s.speakerId(),
                                                Optional.ofNullable(s.finding()),
                                                Optional.ofNullable(s.findingAt())
                                                        .orElse(s.saidAt())))
                        .toList();
        Decision<Optional<Finding>> decision =
                rulings.stream()
                        .filter(r -> r.question() == null)
                        .map(r -> new Decision<>(Optional.ofNullable(r.finding()), r.at()))
                        .findFirst()
                        .orElse(null);
        Optional<Outcome<Optional<Finding>>> outcome =
                MergeRules.merge(new Case<>(opinions, decision, null, null));
        if (outcome.isEmpty()) {
            return OfNeed.NOTHING;
        }
        Finding holds = outcome.get().value().orElse(null);
        if (holds == Finding.NOBODY && anyTie) {
            return new OfNeed(null, null, true);
        }
        return new OfNeed(
                holds,
                holds == Finding.NOT_APPLICABLE ? reason(said, rulings) : null,
                outcome.get().isContested());
    }

    private static @Nullable String reason(Collection<Statement> said, Collection<Ruling> rulings) {
        return said.stream()
                .filter(s -> s.finding() == Finding.NOT_APPLICABLE && s.reason() != null)
                .max(java.util.Comparator.comparing(Statement::saidAt))
                .map(Statement::reason)
                .orElseGet(
                        () ->
                                rulings.stream()
                                        .filter(r -> r.question() == null)
                                        .map(Ruling::reason)
                                        .findFirst()
                                        .orElse(null));
    }

    /** When what holds about a question was said last. */
    static @Nullable Instant at(
            Question question,
            Outcome<Answer> outcome,
            Collection<Statement> said,
            Collection<Ruling> rulings) {
        Optional<Instant> decided =
                outcome.rule() == MergeRules.Rule.RESOLVED
                        ? rulings.stream()
                                .filter(r -> r.question() == question)
                                .map(Ruling::at)
                                .findFirst()
                        : Optional.empty();
        return decided.orElseGet(
                () ->
                        said.stream()
                                .filter(s -> s.to(question) == outcome.value())
                                .map(s -> s.at(question))
                                .max(java.util.Comparator.naturalOrder())
                                .orElse(null));
    }
}
