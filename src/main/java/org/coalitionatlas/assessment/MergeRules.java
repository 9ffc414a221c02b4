package org.coalitionatlas.assessment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How what several people say becomes one answer. The rules are asked in the order of {@link Rule};
 * the first that has an answer decides. Nothing is averaged or counted. Pure: the same statements
 * give the same answer wherever it is worked out.
 *
 * <p>A person's newer statement has already taken the place of that person's older one. A record
 * alone answers nothing: until somebody says something, the question is open (PRODUCT §7, "blank is
 * not assessed").
 */
public final class MergeRules {

    private MergeRules() {}

    /** Why an answer holds, strongest first. */
    public enum Rule {
        /** A coordinator decided, with a reason; nobody and no later record contradicts. */
        RESOLVED(MergeRules::resolved),
        /** A record dated after everything that was said or decided: it is the newest word. */
        RECORDED_SINCE(MergeRules::recordedSince),
        /** A dated record (training, partnership, contact held) beats an opinion. */
        RECORD(MergeRules::onRecord),
        /** Everybody who knows says the same; "don't know" contradicts nobody. */
        AGREED(MergeRules::agreed),
        /** People disagree: the newest statement holds until a coordinator decides. */
        NEWEST(MergeRules::newest),
        /** Whoever was asked does not know. */
        UNKNOWN(MergeRules::unknown);

        private final transient Step step;

        Rule(Step step) {
            this.step = step;
        }
    }

    private interface Step {
        <V> Optional<V> decide(Case<V> of);
    }

    /** What one speaker says, and when. */
    public record Opinion<V>(UUID speaker, V value, Instant at) {}

    /** What a coordinator decided, and when. */
    public record Decision<V>(V value, Instant at) {}

    /**
     * What dated records say.
     *
     * @param since the date of the record; {@code null} when nobody knows, which is never newer
     */
    public record Fact<V>(V value, @Nullable Instant since) {

        boolean isAfter(Instant moment) {
            return since != null && since.isAfter(moment);
        }
    }

    /**
     * One question about one provider, with all that bears on it.
     *
     * @param opinions what people say, at most one each
     * @param decision a coordinator's decision, if there ever was one
     * @param record what dated records say
     * @param unknown the answer that means "don't know", where there is one
     */
    public record Case<V>(
            List<Opinion<V>> opinions,
            @Nullable Decision<V> decision,
            @Nullable Fact<V> record,
            @Nullable V unknown) {

        List<Opinion<V>> known() {
            return opinions.stream().filter(o -> !o.value().equals(unknown)).toList();
        }
    }

    /** The answer that holds, and why. */
    public record Outcome<V>(V value, Rule rule) {

        /** Whether people disagree and nobody has decided. */
        public boolean isContested() {
            return rule == Rule.NEWEST;
        }
    }

    /** The answer that holds; empty when nobody has said anything. */
    public static <V> Optional<Outcome<V>> merge(Case<V> of) {
        if (of.opinions().isEmpty() && of.decision() == null) {
            return Optional.empty();
        }
        for (Rule rule : Rule.values()) {
            Optional<V> value = rule.step.decide(of);
            if (value.isPresent()) {
                return value.map(v -> new Outcome<>(v, rule));
            }
        }
        return Optional.empty();
    }

    private static <V> Optional<V> resolved(Case<V> of) {
        Decision<V> decision = of.decision();
        if (decision == null) {
            return Optional.empty();
        }
        Fact<V> record = of.record();
        boolean overtaken =
                record != null
                        && record.isAfter(decision.at())
                        && !record.value().equals(decision.value());
        boolean contradicted =
                of.known().stream()
                        .anyMatch(
                                o ->
                                        o.at().isAfter(decision.at())
                                                && !o.value().equals(decision.value()));
        return overtaken || contradicted ? Optional.empty() : Optional.of(decision.value());
    }

    private static <V> Optional<V> recordedSince(Case<V> of) {
        Fact<V> record = of.record();
        Decision<V> decision = of.decision();
        boolean newest =
                record != null
                        && (decision == null || record.isAfter(decision.at()))
                        && of.opinions().stream().allMatch(o -> record.isAfter(o.at()));
        return newest ? onRecord(of) : Optional.empty();
    }

    private static <V> Optional<V> onRecord(Case<V> of) {
        return Optional.ofNullable(of.record()).map(Fact::value);
    }

    private static <V> Optional<V> agreed(Case<V> of) {
        List<V> values = of.known().stream().map(Opinion::value).distinct().toList();
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    private static <V> Optional<V> newest(Case<V> of) {
        Function<Opinion<V>, UUID> speaker = Opinion::speaker;
        return of.known().stream()
                .max(Comparator.comparing((Opinion<V> o) -> o.at()).thenComparing(speaker))
                .map(Opinion::value);
    }

    private static <V> Optional<V> unknown(Case<V> of) {
        return of.opinions().stream().map(Opinion::value).filter(Objects::nonNull).findFirst();
    }
}
