package org.coalitionatlas.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalitionatlas.assessment.MergeRules.Case;
import org.coalitionatlas.assessment.MergeRules.Decision;
import org.coalitionatlas.assessment.MergeRules.Fact;
import org.coalitionatlas.assessment.MergeRules.Opinion;
import org.coalitionatlas.assessment.MergeRules.Outcome;
import org.coalitionatlas.assessment.MergeRules.Rule;
import org.coalitionatlas.common.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the latest assessments of some counties say, as plain values for the gaps: one statement.
 */
@Component
public class AssessmentFacts {

    private final NamedParameterJdbcTemplate jdbc;
    private final KnownRecords records;

    AssessmentFacts(NamedParameterJdbcTemplate jdbc, KnownRecords records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    /**
     * What people's statements come to about one provider for one need, before records are looked
     * up; in a closed cycle, the frozen answers.
     *
     * @param at when it was last said whether they are trained; when anything was last said, if
     *     that was not asked
     * @param decided when a coordinator decided a question with a reason: there the answer stands
     *     even against a dated record, unless that is newer
     */
    public record ProviderAnswers(
            UUID providerId,
            @Nullable Answer contact,
            @Nullable Answer partner,
            @Nullable Answer trained,
            Instant at,
            Map<Question, Instant> decided) {

        /** Answers on which no coordinator had to decide. */
        public ProviderAnswers(
                UUID providerId,
                @Nullable Answer contact,
                @Nullable Answer partner,
                @Nullable Answer trained,
                Instant at) {
            this(providerId, contact, partner, trained, at, Map.of());
        }

        /** The answer to a question; {@code null} when nobody gave any. */
        public @Nullable Answer to(Question question) {
            return switch (question) {
                case CONTACT -> contact;
                case PARTNER -> partner;
                case TRAINED -> trained;
            };
        }

        /**
         * What holds once a record is looked up, by the rules of the sheet. Who said what is no
         * longer told apart here, and need not be: a record only asks whether a decision stands.
         *
         * @return {@code null} when nobody answered and nothing is on record
         */
        public @Nullable Outcome<Answer> with(Question question, @Nullable Fact<Answer> record) {
            Answer said = to(question);
            if (said == null) {
                return record == null ? null : new Outcome<>(record.value(), Rule.RECORD);
            }
            Instant at = decided.get(question);
            return MergeRules.merge(
                            at == null
                                    ? new Case<>(
                                            List.of(new Opinion<>(providerId, said, this.at)),
                                            null,
                                            record,
                                            Answer.UNKNOWN)
                                    : new Case<>(
                                            List.of(),
                                            new Decision<>(said, at),
                                            record,
                                            Answer.UNKNOWN))
                    .orElse(null);
        }
    }

    /**
     * What is said about a need in a county.
     *
     * @param finding about the need as a whole
     */
    public record NeedAnswers(
            List<ProviderAnswers> providers, @Nullable Finding finding, @Nullable String reason) {

        /** Nothing has been said. */
        public static final NeedAnswers NONE = new NeedAnswers(List.of(), null, null);
    }

    /**
     * By county FIPS code, then need code; counties without an assessment are absent. For members.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Map<String, Map<String, NeedAnswers>> latest(Collection<String> countyFips) {
        if (countyFips.isEmpty()) {
            return Map.of();
        }
        return read("and a.county_fips in (:counties)", Map.of("counties", countyFips));
    }

    /** The same for every county with an assessment. For coordinators and administrators. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public Map<String, Map<String, NeedAnswers>> latestOfAll() {
        return read("", Map.of());
    }

    /**
     * How far a county's latest assessment has come.
     *
     * @param isOpen whether it takes answers
     * @param dueOn the day by which answers are wanted
     * @param needs codes of the needs assessed
     * @param lastAnswerAt when somebody last answered; {@code null} when nobody has
     */
    public record Progress(
            String cycle,
            Instant openedAt,
            boolean isOpen,
            @Nullable LocalDate dueOn,
            Set<String> needs,
            @Nullable Instant lastAnswerAt) {

        private Progress with(String need) {
            var all = new HashSet<>(needs);
            all.add(need);
            return new Progress(cycle, openedAt, isOpen, dueOn, all, lastAnswerAt);
        }
    }

    /**
     * Progress by county FIPS code in one statement, and a second where nobody knew of a contact;
     * counties without an assessment are absent. For members.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Map<String, Progress> progress(Collection<String> countyFips) {
        if (countyFips.isEmpty()) {
            return Map.of();
        }
        var byCounty = new HashMap<String, Progress>();
        var doubts = new ArrayList<Doubt>();
        jdbc.query(
                """
                select a.county_fips, a.assessment_cycle, a.opened_at, a.state, a.due_on,
                       r.need_code,
                       case when r.has_contact = 'UNKNOWN' then r.provider_id end as doubted,
                       max(case when r.finding is not null or r.has_contact in ('YES', 'NO')
                           then 1 else 0 end) as assessed,
                       max(r.answered_at) as last_answer
                from assessment a
                left join assessment_answer r on r.assessment_id = a.id
                where not exists (
                  select 1 from assessment later
                  where later.county_fips = a.county_fips and later.opened_at > a.opened_at)
                  and a.county_fips in (:counties)
                group by a.county_fips, a.assessment_cycle, a.opened_at, a.state, a.due_on,
                         r.need_code,
                         case when r.has_contact = 'UNKNOWN' then r.provider_id end
                """,
                Map.of("counties", countyFips),
                row -> {
                    Instant last = instant(row.getObject("last_answer", LocalDateTime.class));
                    String need = row.getString("need_code");
                    boolean open = row.getString("state").equals(CycleState.OPEN.name());
                    byte[] doubted = row.getBytes("doubted");
                    if (open && doubted != null) {
                        doubts.add(new Doubt(row.getString("county_fips"), need, Ids.of(doubted)));
                    }
                    byCounty.merge(
                            row.getString("county_fips"),
                            new Progress(
                                    row.getString("assessment_cycle"),
                                    row.getObject("opened_at", LocalDateTime.class)
                                            .toInstant(ZoneOffset.UTC),
                                    open,
                                    row.getObject("due_on", LocalDate.class),
                                    row.getInt("assessed") == 1 ? Set.of(need) : Set.of(),
                                    last),
                            AssessmentFacts::together);
                });
        doubts.removeIf(
                doubt ->
                        Objects.requireNonNull(byCounty.get(doubt.county()))
                                .needs()
                                .contains(doubt.need()));
        if (!doubts.isEmpty()) {
            Set<UUID> onRecord = records.contactsToday();
            doubts.stream()
                    .filter(doubt -> onRecord.contains(doubt.provider()))
                    .forEach(
                            doubt ->
                                    byCounty.compute(
                                            doubt.county(),
                                            (fips, progress) ->
                                                    Objects.requireNonNull(progress)
                                                            .with(doubt.need())));
        }
        return byCounty;
    }

    /** Nobody knew whether there is a contact; if one is on record, the sheet counts it. */
    private record Doubt(String county, String need, UUID provider) {}

    private static Progress together(Progress a, Progress b) {
        var needs = new HashSet<>(a.needs());
        needs.addAll(b.needs());
        Instant last =
                Stream.of(a, b)
                        .map(Progress::lastAnswerAt)
                        .flatMap(Stream::ofNullable)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
        return new Progress(a.cycle(), a.openedAt(), a.isOpen(), a.dueOn(), needs, last);
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime stored) {
        return stored == null ? null : stored.toInstant(ZoneOffset.UTC);
    }

    private Map<String, Map<String, NeedAnswers>> read(String where, Map<String, ?> parameters) {
        var byCounty = new HashMap<String, Map<String, NeedAnswers>>();
        jdbc.query(
                """
                select a.county_fips, r.need_code, r.provider_id, r.has_contact, r.partners,
                       r.trained, r.finding, r.reason,
                       r.contact_decided_at, r.partners_decided_at, r.trained_decided_at,
                       coalesce(r.trained_at, r.answered_at) as said_at
                from assessment a
                left join assessment_answer r on r.assessment_id = a.id
                where not exists (
                  select 1 from assessment later
                  where later.county_fips = a.county_fips and later.opened_at > a.opened_at)
                """
                        + where,
                parameters,
                row -> {
                    Map<String, NeedAnswers> ofCounty =
                            byCounty.computeIfAbsent(
                                    row.getString("county_fips"), fips -> new HashMap<>());
                    String need = row.getString("need_code");
                    if (need != null) {
                        ofCounty.merge(need, answers(row), AssessmentFacts::together);
                    }
                });
        return byCounty;
    }

    private static NeedAnswers answers(ResultSet row) throws SQLException {
        UUID provider = Ids.of(row.getBytes("provider_id"));
        String finding = row.getString("finding");
        if (provider.equals(AssessmentAnswer.THE_NEED_ITSELF)) {
            return new NeedAnswers(
                    List.of(),
                    finding == null ? null : Finding.valueOf(finding),
                    row.getString("reason"));
        }
        var answers =
                new ProviderAnswers(
                        provider,
                        answer(row.getString("has_contact")),
                        answer(row.getString("partners")),
                        answer(row.getString("trained")),
                        row.getObject("said_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        decided(row));
        return new NeedAnswers(List.of(answers), null, null);
    }

    // Hardly any row has one.
    private static Map<Question, Instant> decided(ResultSet row) throws SQLException {
        Instant contact = instant(row.getObject("contact_decided_at", LocalDateTime.class));
        Instant partner = instant(row.getObject("partners_decided_at", LocalDateTime.class));
        Instant trained = instant(row.getObject("trained_decided_at", LocalDateTime.class));
        if (contact == null && partner == null && trained == null) {
            return Map.of();
        }
        var decided = new EnumMap<Question, Instant>(Question.class);
        put(decided, Question.CONTACT, contact);
        put(decided, Question.PARTNER, partner);
        put(decided, Question.TRAINED, trained);
        return decided;
    }

    private static void put(
            Map<Question, Instant> decided, Question question, @Nullable Instant at) {
        if (at != null) {
            decided.put(question, at);
        }
    }

    private static NeedAnswers together(NeedAnswers a, NeedAnswers b) {
        var providers = new ArrayList<>(a.providers());
        providers.addAll(b.providers());
        return new NeedAnswers(
                providers,
                a.finding() == null ? b.finding() : a.finding(),
                a.reason() == null ? b.reason() : a.reason());
    }

    private static @Nullable Answer answer(@Nullable String stored) {
        return stored == null ? null : Answer.valueOf(stored);
    }
}
