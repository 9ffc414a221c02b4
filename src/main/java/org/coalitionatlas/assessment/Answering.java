package org.coalitionatlas.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.coalitionatlas.assessment.MergeRules.Fact;
import org.coalitionatlas.assessment.MergeRules.Outcome;
import org.coalitionatlas.assessment.MergeRules.Rule;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.identity.CurrentPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The only way a statement or a decision gets into a cycle, and with it what follows from all of
 * them into {@link AssessmentAnswer}. To be called within a transaction; the caller checks access.
 */
@Component
class Answering {

    private static final UUID THE_NEED = AssessmentAnswer.THE_NEED_ITSELF;

    private final AssessmentRecords assessments;
    private final StatementRecords statements;
    private final ResolutionRecords resolutions;
    private final AnswerRecords answers;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    Answering(
            AssessmentRecords assessments,
            StatementRecords statements,
            ResolutionRecords resolutions,
            AnswerRecords answers,
            CurrentPerson currentPerson,
            Clock clock) {
        this.assessments = assessments;
        this.statements = statements;
        this.resolutions = resolutions;
        this.answers = answers;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    /** The cycle, held until the transaction ends, so that nobody else writes into it meanwhile. */
    Assessment hold(UUID assessmentId) {
        Assessment assessment = assessments.lock(assessmentId).orElseThrow();
        assessment.requireOpen();
        return assessment;
    }

    /** Something to say in somebody's name. */
    interface Saying {
        /**
         * @param own the speaker's statement about the provider, empty at first
         * @return whether it speaks of the provider, which contradicts the speaker's own "nobody"
         */
        boolean into(AssessmentStatement own, Instant now);
    }

    CellNow say(UUID assessmentId, String need, UUID provider, Speaker speaker, Saying saying) {
        hold(assessmentId);
        Instant now = clock.instant();
        Cell cell = cell(assessmentId, need, provider);
        AssessmentStatement own = own(cell, provider, speaker, now);
        boolean withdrawn =
                saying.into(own, now)
                        && !provider.equals(THE_NEED)
                        && withdrawNobody(cell, speaker, now);
        CellNow standing = settle(cell, speaker.name(), now);
        if (withdrawn) {
            settle(cell.at(THE_NEED), speaker.name(), now);
        }
        return standing;
    }

    /**
     * Takes what somebody says of several providers of a need at once, as {@link #say} does of one:
     * four statements to read, and one to write for every few hundred rows.
     *
     * @return each row with everybody's statements, in the order given
     */
    Map<UUID, CellNow> sayAll(
            UUID assessmentId, String need, Speaker speaker, Map<UUID, Saying> sayings) {
        hold(assessmentId);
        Instant now = clock.instant();
        var about = new HashSet<>(sayings.keySet());
        about.add(THE_NEED);
        Cell whole = cell(assessmentId, need, THE_NEED, about);
        var rows = new HashMap<UUID, AssessmentAnswer>();
        answers.findByAssessmentIdAndNeedCode(assessmentId, need)
                .forEach(row -> rows.put(row.providerId(), row));
        boolean speaksOfSome = false;
        for (Map.Entry<UUID, Saying> saying : sayings.entrySet()) {
            speaksOfSome |= saying.getValue().into(own(whole, saying.getKey(), speaker, now), now);
        }
        boolean withdrawn = speaksOfSome && withdrawNobody(whole, speaker, now);
        var standing = new LinkedHashMap<UUID, CellNow>();
        for (UUID provider : sayings.keySet()) {
            Cell cell = whole.at(provider);
            CellNow is = cell.now(now);
            standing.put(provider, is);
            AssessmentAnswer row = row(rows, cell, provider, speaker.name(), now);
            hold(row, is.said(), is.rulings(), Map.of(), speaker.name(), now);
        }
        CellNow is = whole.now(now);
        if (withdrawn || !is.saidOfNeed().isEmpty() || !is.rulingsOfNeed().isEmpty()) {
            settleNeed(rows, whole, is, speaker.name(), now);
        }
        return standing;
    }

    private AssessmentStatement own(Cell cell, UUID about, Speaker speaker, Instant now) {
        AssessmentStatement own = cell.of(speaker, about);
        if (own == null) {
            own =
                    statements.save(
                            new AssessmentStatement(
                                    cell.assessmentId, cell.need, about, speaker, now));
            cell.statements.add(own);
        }
        return own;
    }

    /** Takes the speaker's own "nobody" back: a provider was found after all. */
    void withdrawNobody(UUID assessmentId, String need, Speaker speaker) {
        hold(assessmentId);
        Instant now = clock.instant();
        Cell cell = cell(assessmentId, need, THE_NEED);
        if (withdrawNobody(cell, speaker, now)) {
            settle(cell, speaker.name(), now);
        }
    }

    private static boolean withdrawNobody(Cell cell, Speaker speaker, Instant now) {
        AssessmentStatement about = cell.of(speaker, THE_NEED);
        if (about == null || about.finding() != Finding.NOBODY) {
            return false;
        }
        about.find(null, null, now);
        return true;
    }

    /**
     * Decides what holds where people disagree.
     *
     * @param provider all zeros for the need as a whole
     * @param value an {@link Answer} or {@link Finding}; {@code null} when no finding is to hold
     */
    CellNow decide(
            UUID assessmentId,
            String need,
            UUID provider,
            String question,
            @Nullable Enum<?> value,
            String reason) {
        hold(assessmentId);
        Instant now = clock.instant();
        Cell cell = cell(assessmentId, need, provider);
        boolean spokenOf =
                cell.statements.stream()
                        .filter(s -> s.isAbout(provider))
                        .anyMatch(s -> !s.view().isEmpty());
        if (!spokenOf) {
            throw new InvalidValue("cycle.problem.nothingToResolve");
        }
        AssessmentResolution resolution =
                cell.resolutions.stream()
                        .filter(r -> r.providerId().equals(provider))
                        .filter(r -> r.question().equals(question))
                        .findFirst()
                        .orElse(null);
        if (resolution == null) {
            resolution = new AssessmentResolution(assessmentId, need, provider, question);
            resolution.decide(value, reason, currentPerson.get(), now);
            cell.resolutions.add(resolutions.save(resolution));
        } else {
            resolution.decide(value, reason, currentPerson.get(), now);
        }
        return settle(cell, currentPerson.get().name(), now);
    }

    /** A row as it stands, for a screen that learned that somebody else changed it. */
    CellNow look(UUID assessmentId, String need, UUID provider) {
        return cell(assessmentId, need, provider).now(clock.instant());
    }

    /** Several rows of a need as they stand: two statements. */
    Map<UUID, CellNow> look(UUID assessmentId, String need, Collection<UUID> providers) {
        var about = new HashSet<>(providers);
        about.add(THE_NEED);
        Cell whole = cell(assessmentId, need, THE_NEED, about);
        Instant now = clock.instant();
        var standing = new LinkedHashMap<UUID, CellNow>();
        providers.forEach(provider -> standing.put(provider, whole.at(provider).now(now)));
        return standing;
    }

    /** Works a row out again, after its statements were moved to another provider. */
    void settleAgain(UUID assessmentId, String need, UUID provider) {
        settle(cell(assessmentId, need, provider), null, clock.instant());
    }

    /** A row's statements and decisions, and those of its need. */
    private record Cell(
            UUID assessmentId,
            String need,
            UUID provider,
            List<AssessmentStatement> statements,
            List<AssessmentResolution> resolutions) {

        @Nullable AssessmentStatement of(Speaker speaker, UUID about) {
            return statements.stream()
                    .filter(s -> s.isAbout(about) && s.isOf(speaker))
                    .findFirst()
                    .orElse(null);
        }

        /** Another row that was read together with this one. */
        Cell at(UUID other) {
            return new Cell(assessmentId, need, other, statements, resolutions);
        }

        List<Statement> said(UUID about) {
            return statements.stream()
                    .filter(s -> s.isAbout(about))
                    .map(AssessmentStatement::view)
                    .filter(s -> !s.isEmpty())
                    .toList();
        }

        List<Ruling> ruled(UUID about) {
            return resolutions.stream()
                    .filter(r -> r.providerId().equals(about))
                    .map(AssessmentResolution::view)
                    .toList();
        }

        CellNow now(Instant at) {
            return new CellNow(
                    at, said(provider), ruled(provider), said(THE_NEED), ruled(THE_NEED));
        }
    }

    private Cell cell(UUID assessmentId, String need, UUID provider) {
        Set<UUID> both = provider.equals(THE_NEED) ? Set.of(THE_NEED) : Set.of(provider, THE_NEED);
        return cell(assessmentId, need, provider, both);
    }

    private Cell cell(UUID assessmentId, String need, UUID provider, Set<UUID> about) {
        return new Cell(
                assessmentId,
                need,
                provider,
                new ArrayList<>(
                        statements.findByAssessmentIdAndNeedCodeAndProviderIdIn(
                                assessmentId, need, about)),
                new ArrayList<>(
                        resolutions.findByAssessmentIdAndNeedCodeAndProviderIdIn(
                                assessmentId, need, about)));
    }

    /**
     * @param by who caused it; {@code null} leaves the row's name and time as they are
     */
    private CellNow settle(Cell cell, @Nullable String by, Instant now) {
        CellNow standing = cell.now(now);
        boolean needSpoken =
                !standing.saidOfNeed().isEmpty() || !standing.rulingsOfNeed().isEmpty();
        boolean aboutNeed = cell.provider.equals(THE_NEED);
        var rows = new HashMap<UUID, AssessmentAnswer>();
        Stream<AssessmentAnswer> stored =
                needSpoken || aboutNeed
                        ? answers
                                .findByAssessmentIdAndNeedCode(cell.assessmentId, cell.need)
                                .stream()
                        : answers
                                .findByAssessmentIdAndNeedCodeAndProviderId(
                                        cell.assessmentId, cell.need, cell.provider)
                                .stream();
        stored.forEach(row -> rows.put(row.providerId(), row));
        if (!aboutNeed) {
            AssessmentAnswer row = row(rows, cell, cell.provider, by, now);
            hold(row, standing.said(), standing.rulings(), Map.of(), by, now);
        }
        if (needSpoken || aboutNeed) {
            settleNeed(rows, cell, standing, by, now);
        }
        return standing;
    }

    private void settleNeed(
            Map<UUID, AssessmentAnswer> rows,
            Cell cell,
            CellNow standing,
            @Nullable String by,
            Instant now) {
        boolean anyTie =
                rows.values().stream().anyMatch(row -> !row.isAboutTheNeed() && row.saysYes());
        Merged.OfNeed found =
                Merged.finding(standing.saidOfNeed(), standing.rulingsOfNeed(), anyTie);
        AssessmentAnswer row = row(rows, cell, THE_NEED, by, now);
        row.hold(
                found.finding(),
                found.reason(),
                by == null ? row.answeredBy() : by,
                by == null ? row.answeredAt() : now);
    }

    private AssessmentAnswer row(
            Map<UUID, AssessmentAnswer> rows,
            Cell cell,
            UUID about,
            @Nullable String by,
            Instant now) {
        return rows.computeIfAbsent(
                about,
                id ->
                        answers.save(
                                new AssessmentAnswer(
                                        cell.assessmentId,
                                        cell.need,
                                        id,
                                        by == null ? "" : by,
                                        now)));
    }

    private static void hold(
            AssessmentAnswer row,
            Collection<Statement> said,
            Collection<Ruling> rulings,
            Map<Question, Fact<Answer>> record,
            @Nullable String by,
            Instant now) {
        Map<Question, Outcome<Answer>> holds = Merged.answers(said, rulings, record);
        Outcome<Answer> trained = holds.get(Question.TRAINED);
        var decided = new EnumMap<Question, Instant>(Question.class);
        holds.forEach(
                (question, outcome) -> {
                    if (outcome.rule() == Rule.RESOLVED) {
                        rulings.stream()
                                .filter(ruling -> ruling.question() == question)
                                .forEach(ruling -> decided.put(question, ruling.at()));
                    }
                });
        row.hold(
                holds,
                trained == null ? null : Merged.at(Question.TRAINED, trained, said, rulings),
                decided,
                by == null ? row.answeredBy() : by,
                by == null ? row.answeredAt() : now);
    }

    /**
     * Works every row of a cycle out again from its statements: with all that is on record when it
     * is closed, so that the frozen answers say what held that day; without, when it is reopened.
     *
     * @param record what dated records say of a provider
     */
    void settleAll(UUID assessmentId, Function<UUID, Map<Question, Fact<Answer>>> record) {
        record Key(String need, UUID provider) {}
        var said = new LinkedHashMap<Key, List<Statement>>();
        var ruled = new HashMap<Key, List<Ruling>>();
        statements
                .findByAssessmentId(assessmentId)
                .forEach(
                        s ->
                                said.computeIfAbsent(
                                                new Key(s.needCode(), s.providerId()),
                                                key -> new ArrayList<>())
                                        .add(s.view()));
        resolutions
                .findByAssessmentId(assessmentId)
                .forEach(
                        r ->
                                ruled.computeIfAbsent(
                                                new Key(r.needCode(), r.providerId()),
                                                key -> new ArrayList<>())
                                        .add(r.view()));
        Consumer<AssessmentAnswer> work =
                row -> {
                    var key = new Key(row.needCode(), row.providerId());
                    List<Statement> spoken =
                            said.getOrDefault(key, List.of()).stream()
                                    .filter(s -> !s.isEmpty())
                                    .toList();
                    // A row without any statement came from elsewhere and stays as it is.
                    if (!row.isAboutTheNeed() && said.containsKey(key)) {
                        hold(
                                row,
                                spoken,
                                ruled.getOrDefault(key, List.of()),
                                record.apply(row.providerId()),
                                null,
                                row.answeredAt());
                    }
                };
        List<AssessmentAnswer> rows = answers.findByAssessmentId(assessmentId);
        rows.forEach(work);
        var ties = new HashSet<String>();
        rows.stream().filter(AssessmentAnswer::saysYes).forEach(row -> ties.add(row.needCode()));
        // Last, for "nobody" cannot hold beside a contact that a record has just made a yes.
        rows.stream()
                .filter(AssessmentAnswer::isAboutTheNeed)
                .forEach(
                        row -> {
                            var key = new Key(row.needCode(), THE_NEED);
                            if (!said.containsKey(key) && !ruled.containsKey(key)) {
                                return;
                            }
                            Merged.OfNeed found =
                                    Merged.finding(
                                            said.getOrDefault(key, List.of()).stream()
                                                    .filter(s -> !s.isEmpty())
                                                    .toList(),
                                            ruled.getOrDefault(key, List.of()),
                                            ties.contains(row.needCode()));
                            row.hold(
                                    found.finding(),
                                    found.reason(),
                                    row.answeredBy(),
                                    row.answeredAt());
                        });
    }
}
