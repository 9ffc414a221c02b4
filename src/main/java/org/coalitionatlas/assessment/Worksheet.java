package org.coalitionatlas.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalitionatlas.assessment.MergeRules.Fact;
import org.coalitionatlas.assessment.MergeRules.Outcome;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.taxonomy.Need;
import org.jspecify.annotations.Nullable;

/**
 * A county's assessment as it stands: every need, the providers the directory knows for it, what
 * each person has said about each, and what follows from it.
 *
 * @param cycle the cycle it is of
 * @param cycles all cycles of the county, the latest first
 * @param lines the 33 needs, by phase and order
 */
public record Worksheet(
        UUID assessmentId,
        County county,
        CycleView cycle,
        List<CycleView> cycles,
        List<Line> lines,
        Map<NarrativeTopic, Narrative> narratives) {

    /**
     * A need and its providers.
     *
     * @param finding what holds about the need as a whole
     * @param reason why the need does not apply
     * @param isContested whether people disagree about the need as a whole
     * @param said what people say about the need as a whole
     * @param rulings what a coordinator decided about it
     * @param carried whether last time's answers are shown
     * @param lastFinding what held about the need as a whole in the last cycle
     */
    public record Line(
            Need need,
            List<Row> rows,
            @Nullable Finding finding,
            @Nullable String reason,
            boolean isContested,
            List<Statement> said,
            List<Ruling> rulings,
            boolean carried,
            @Nullable Finding lastFinding,
            @Nullable String lastReason) {

        static Line of(
                Need need,
                List<Row> rows,
                List<Statement> said,
                List<Ruling> rulings,
                boolean carried,
                @Nullable Finding lastFinding,
                @Nullable String lastReason) {
            Merged.OfNeed holds =
                    said.isEmpty() && rulings.isEmpty()
                            ? Merged.OfNeed.NOTHING
                            : Merged.finding(said, rulings, rows.stream().anyMatch(Row::hasTie));
            return new Line(
                    need,
                    rows,
                    holds.finding(),
                    holds.reason(),
                    holds.isContested(),
                    said,
                    rulings,
                    carried,
                    lastFinding,
                    lastReason);
        }

        /** Whether anything counts as assessed here: a finding, or one provider's contact known. */
        public boolean isAssessed() {
            return finding != null || rows.stream().anyMatch(Row::isAssessed);
        }

        /** Whether people disagree about the need or about one of its providers. */
        public boolean isDisputed() {
            return isContested || rows.stream().anyMatch(Row::isContested);
        }

        /** What that person says about the need as a whole. */
        public Optional<Finding> findingOf(UUID person) {
            return said.stream()
                    .filter(statement -> statement.isOf(person))
                    .findFirst()
                    .map(Statement::finding);
        }

        /** Whether last time's word about the need as a whole waits to be confirmed. */
        public boolean hasLastFinding() {
            return lastFinding != null && finding == null && said.isEmpty();
        }

        /** The same need after one of its providers, or a new one, is as given. */
        public Line with(Row changed) {
            var all = new ArrayList<Row>();
            boolean found = false;
            for (Row row : rows) {
                boolean same = row.providerId().equals(changed.providerId());
                all.add(same ? changed : row);
                found |= same;
            }
            if (!found) {
                all.add(changed);
            }
            return of(need, List.copyOf(all), said, rulings, carried, lastFinding, lastReason);
        }

        /** The same need with everything that is said of a provider and of the need by now. */
        public Line with(UUID provider, CellNow now) {
            Line line =
                    of(
                            need,
                            rows,
                            now.saidOfNeed(),
                            now.rulingsOfNeed(),
                            carried,
                            lastFinding,
                            lastReason);
            return rows.stream()
                    .filter(row -> row.providerId().equals(provider))
                    .findFirst()
                    .map(row -> line.with(row.with(now.said(), now.rulings())))
                    .orElse(line);
        }
    }

    /**
     * One provider for one need.
     *
     * @param provider its name; empty when it left the directory or the person may not know of it
     * @param services names of its services that meet the need in the county; none when the
     *     directory no longer lists any
     * @param listed whether the record is published; a provider added from a worksheet is not
     * @param said what each person says
     * @param rulings what a coordinator decided
     * @param holds the answers that hold, and why
     * @param records what dated records say; none in a closed cycle, where all is frozen
     * @param last what held in the last cycle
     * @param since what else is known of the last cycle
     */
    public record Row(
            UUID providerId,
            String provider,
            List<String> services,
            boolean listed,
            List<Statement> said,
            List<Ruling> rulings,
            Map<Question, Outcome<Answer>> holds,
            Map<Question, Fact<Answer>> records,
            Map<Question, Answer> last,
            Since since) {

        /** A row on which the answers follow from what is said and recorded. */
        public static Row of(
                UUID providerId,
                String provider,
                List<String> services,
                boolean listed,
                List<Statement> said,
                List<Ruling> rulings,
                Map<Question, Fact<Answer>> records,
                Map<Question, Answer> last,
                Since since) {
            return new Row(
                    providerId,
                    provider,
                    services,
                    listed,
                    said,
                    rulings,
                    Merged.answers(said, rulings, records),
                    records,
                    last,
                    since);
        }

        /** The same row of a closed cycle, on which these answers hold for good. */
        Row frozen(Map<Question, Answer> kept) {
            var frozen = new EnumMap<Question, Outcome<Answer>>(Question.class);
            kept.forEach(
                    (question, answer) -> {
                        Outcome<Answer> spoken = holds.get(question);
                        frozen.put(
                                question,
                                spoken != null && spoken.value() == answer
                                        ? spoken
                                        : new Outcome<>(answer, MergeRules.Rule.RECORD));
                    });
            return new Row(
                    providerId,
                    provider,
                    services,
                    listed,
                    said,
                    rulings,
                    frozen,
                    records,
                    last,
                    since);
        }

        /** What dated records say; {@code null} when nothing is on record. */
        public @Nullable Answer known(Question question) {
            Fact<Answer> record = records.get(question);
            return record == null ? null : record.value();
        }

        /** The answers that hold, by question; unanswered questions are absent. */
        public Map<Question, Answer> given() {
            return holds.isEmpty()
                    ? Map.of()
                    : holds.entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            Map.Entry::getKey, held -> held.getValue().value()));
        }

        /** The answer that holds; {@code null} when the question is open. */
        public @Nullable Answer given(Question question) {
            Outcome<Answer> outcome = holds.get(question);
            return outcome == null ? null : outcome.value();
        }

        /** What that person says to a question; {@code null} when nothing. */
        public @Nullable Answer of(UUID person, Question question) {
            for (Statement statement : said) {
                if (statement.isOf(person)) {
                    return statement.to(question);
                }
            }
            return null;
        }

        /** Whether that person has said anything here. */
        public boolean isSpokenOfBy(UUID person) {
            return said.stream().anyMatch(statement -> statement.isOf(person));
        }

        /** The given answer, or else the one the directory has. */
        public Optional<Answer> shown(Question question) {
            Answer answer = given(question);
            return Optional.ofNullable(answer == null ? known(question) : answer);
        }

        /** Whether the shown answer comes from the directory and nobody has confirmed it yet. */
        public boolean isPrefilled(Question question) {
            return !holds.containsKey(question) && records.containsKey(question);
        }

        /** Whether somebody has said if there is a contact; "don't know" is not an answer. */
        public boolean isAssessed() {
            Answer contact = given(Question.CONTACT);
            return contact == Answer.YES || contact == Answer.NO;
        }

        /** Whether a contact or partnership holds. */
        public boolean hasTie() {
            return given(Question.CONTACT) == Answer.YES || given(Question.PARTNER) == Answer.YES;
        }

        /** Whether people disagree about a question and nobody has decided. */
        public boolean isContested() {
            return holds.values().stream().anyMatch(Outcome::isContested);
        }

        /** Whether people disagree about that question and nobody has decided. */
        public boolean isContested(Question question) {
            Outcome<Answer> outcome = holds.get(question);
            return outcome != null && outcome.isContested();
        }

        /** Whether last time's answer to the question waits to be confirmed. */
        public boolean isCarried(Question question) {
            return last.containsKey(question) && !holds.containsKey(question);
        }

        /**
         * Whether a record made since contradicts last time's answer, or one that bore it out is no
         * longer there, and nobody has answered this time.
         */
        public boolean isChanged(Question question) {
            Answer then = last.get(question);
            Answer now = known(question);
            if (!isCarried(question) || then == Answer.UNKNOWN) {
                return false;
            }
            return now == null ? since.recorded().get(question) == then : now != then;
        }

        /** Whether the directory no longer lists what last time was answered for. */
        public boolean isGoneSinceLast() {
            return services.isEmpty() && !last.isEmpty() && holds.isEmpty();
        }

        /** Whether the directory lists it since last time, and nobody has said anything of it. */
        public boolean isNewSinceLast() {
            return since.isNew() && last.isEmpty() && holds.isEmpty();
        }

        /** Whether anything changed since last time. */
        public boolean isChanged() {
            if (isNewSinceLast()) {
                return true;
            }
            if (last.isEmpty()) {
                return false;
            }
            for (Question question : Question.values()) {
                if (isChanged(question)) {
                    return true;
                }
            }
            return isGoneSinceLast();
        }

        /** Last time's answers that wait to be confirmed and that no record contradicts. */
        public Map<Question, Answer> unchanged() {
            var waiting = new EnumMap<Question, Answer>(Question.class);
            last.forEach(
                    (question, answer) -> {
                        if (isCarried(question) && !isChanged(question)) {
                            waiting.put(question, answer);
                        }
                    });
            return waiting;
        }

        /** Who said something last. */
        public @Nullable String answeredBy() {
            return newest().map(Statement::speaker).orElse(null);
        }

        /** When somebody said something last. */
        public @Nullable Instant answeredAt() {
            return newest().map(Statement::saidAt).orElse(null);
        }

        private Optional<Statement> newest() {
            return said.stream().max(Comparator.comparing(Statement::saidAt));
        }

        Row with(List<Statement> nowSaid, List<Ruling> nowRuled) {
            return of(
                    providerId,
                    provider,
                    services,
                    listed,
                    nowSaid,
                    nowRuled,
                    records,
                    last,
                    since);
        }

        static Map<Question, Answer> answers(
                @Nullable Answer contact, @Nullable Answer partner, @Nullable Answer trained) {
            if (contact == null && partner == null && trained == null) {
                return Map.of();
            }
            var answers = new EnumMap<Question, Answer>(Question.class);
            if (contact != null) {
                answers.put(Question.CONTACT, contact);
            }
            if (partner != null) {
                answers.put(Question.PARTNER, partner);
            }
            if (trained != null) {
                answers.put(Question.TRAINED, trained);
            }
            return answers;
        }
    }

    /**
     * What a row has of the last cycle besides its answers.
     *
     * @param isNew whether the provider is listed now and was not when that cycle was closed
     * @param recorded what dated records said of it that day
     */
    public record Since(boolean isNew, Map<Question, Answer> recorded) {

        /** Nothing is known of a last cycle. */
        public static final Since NOTHING = new Since(false, Map.of());
    }

    /**
     * A narrative as last written.
     *
     * @param version grows with each change
     */
    public record Narrative(String text, String by, Instant at, long version) {

        /** Version of a narrative nobody has begun. */
        public static final long UNWRITTEN = -1;
    }

    /** How many needs are assessed. */
    public int assessed() {
        return (int) lines.stream().filter(Line::isAssessed).count();
    }

    /** How many needs of that phase are assessed. */
    public int assessed(String phaseCode) {
        return (int)
                lines.stream()
                        .filter(line -> line.need().phase().code().equals(phaseCode))
                        .filter(Line::isAssessed)
                        .count();
    }
}
