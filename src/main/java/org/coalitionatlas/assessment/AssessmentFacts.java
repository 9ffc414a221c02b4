package org.coalitionatlas.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    AssessmentFacts(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The answers that hold about one provider for one need.
     *
     * @param at when it was last said whether they are trained; when anything was last said, if
     *     that was not asked
     * @param resolved questions a coordinator decided with a reason: there the answer stands even
     *     against a dated record
     */
    public record ProviderAnswers(
            UUID providerId,
            @Nullable Answer contact,
            @Nullable Answer partner,
            @Nullable Answer trained,
            Instant at,
            Set<Question> resolved) {

        /** Answers on which no coordinator had to decide. */
        public ProviderAnswers(
                UUID providerId,
                @Nullable Answer contact,
                @Nullable Answer partner,
                @Nullable Answer trained,
                Instant at) {
            this(providerId, contact, partner, trained, at, Set.of());
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
            @Nullable Instant lastAnswerAt) {}

    /**
     * Progress by county FIPS code in one statement; counties without an assessment are absent. For
     * members.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Map<String, Progress> progress(Collection<String> countyFips) {
        if (countyFips.isEmpty()) {
            return Map.of();
        }
        var byCounty = new HashMap<String, Progress>();
        jdbc.query(
                """
                select a.county_fips, a.assessment_cycle, a.opened_at, a.state, a.due_on,
                       r.need_code,
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
                         r.need_code
                """,
                Map.of("counties", countyFips),
                row -> {
                    Instant last = instant(row.getObject("last_answer", LocalDateTime.class));
                    String need = row.getString("need_code");
                    byCounty.merge(
                            row.getString("county_fips"),
                            new Progress(
                                    row.getString("assessment_cycle"),
                                    row.getObject("opened_at", LocalDateTime.class)
                                            .toInstant(ZoneOffset.UTC),
                                    row.getString("state").equals(CycleState.OPEN.name()),
                                    row.getObject("due_on", LocalDate.class),
                                    row.getInt("assessed") == 1 ? Set.of(need) : Set.of(),
                                    last),
                            AssessmentFacts::together);
                });
        return byCounty;
    }

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
                       r.trained, r.finding, r.reason, r.resolved,
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
                        resolved(row.getString("resolved")));
        return new NeedAnswers(List.of(answers), null, null);
    }

    private static Set<Question> resolved(@Nullable String stored) {
        return stored == null
                ? Set.of()
                : Arrays.stream(stored.split(","))
                        .map(Question::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static NeedAnswers together(NeedAnswers a, NeedAnswers b) {
        var providers = new java.util.ArrayList<>(a.providers());
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
