package org.coalitionatlas.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.SignedIn;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Needs of an open cycle given to people who may answer them. An assignment asks somebody and
 * forbids nobody: whoever may answer the county still may answer every need. The number of
 * statements does not grow with the number of needs.
 */
@Component
public class NeedAssignments {

    /** People offered to choose from, at most. */
    static final int MOST_CANDIDATES = 500;

    /** Whether a person has said anything about a need they were given. */
    private static final String SPOKEN =
            """
            exists (
              select 1 from assessment_statement s
              where s.assessment_id = g.assessment_id and s.need_code = g.need_code
                and s.said_by = 'PERSON' and s.speaker_id = g.person_id
                and (s.has_contact is not null or s.partners is not null
                  or s.trained is not null or s.finding is not null))
            """;

    private final NamedParameterJdbcTemplate jdbc;
    private final AssessmentRecords assessments;
    private final Answering answering;
    private final Taxonomy taxonomy;
    private final Geography geography;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    NeedAssignments(
            NamedParameterJdbcTemplate jdbc,
            AssessmentRecords assessments,
            Answering answering,
            Taxonomy taxonomy,
            Geography geography,
            CurrentPerson currentPerson,
            Clock clock) {
        this.jdbc = jdbc;
        this.assessments = assessments;
        this.answering = answering;
        this.taxonomy = taxonomy;
        this.geography = geography;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    /**
     * A need that was given to somebody.
     *
     * @param person the name at that time
     * @param dueOn the day by which an answer is wanted, if any
     */
    public record Assignment(
            String needCode,
            UUID personId,
            String person,
            @Nullable LocalDate dueOn,
            String assignedBy,
            Instant assignedAt) {}

    /**
     * Somebody who may answer in the county.
     *
     * @param organization whom a member speaks for; {@code null} for coordinators and
     *     administrators
     */
    public record Candidate(UUID id, String name, @Nullable String organization) {}

    /**
     * Needs that wait for the current person in one county.
     *
     * @param overdue whether the day of one of them is past
     */
    public record Waiting(String countyFips, int needs, boolean overdue) {}

    /**
     * What was given to somebody in a county's open cycle.
     *
     * @param waiting codes of the needs of which they have said nothing yet, in order
     * @param answered how many of theirs they have spoken of
     * @param firstDue the earliest day by which one that waits is wanted, if any has a day
     */
    public record Given(List<String> waiting, int answered, @Nullable LocalDate firstDue) {

        private Given and(Given other) {
            LocalDate due =
                    Stream.of(this, other)
                            .map(Given::firstDue)
                            .flatMap(Stream::ofNullable)
                            .min(Comparator.naturalOrder())
                            .orElse(null);
            return new Given(
                    Stream.concat(waiting.stream(), other.waiting.stream()).toList(),
                    answered + other.answered,
                    due);
        }
    }

    /** What is given to whom in a cycle, by need. For members. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<Assignment> of(UUID assessmentId) {
        return jdbc.query(
                """
                select need_code, person_id, person, due_on, assigned_by, assigned_at
                from assessment_assignment where assessment_id = :assessment
                order by need_code, person, person_id
                """,
                Map.of("assessment", Ids.bytes(assessmentId)),
                (row, n) -> assignment(row));
    }

    private static Assignment assignment(ResultSet row) throws SQLException {
        return new Assignment(
                row.getString("need_code"),
                Ids.of(row.getBytes("person_id")),
                row.getString("person"),
                row.getObject("due_on", LocalDate.class),
                row.getString("assigned_by"),
                row.getObject("assigned_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    /** Whoever may answer in the cycle's county, by name. For coordinators of the county. */
    @Transactional(readOnly = true)
    @PreAuthorize("@assessmentAccess.mayCoordinate(#assessmentId)")
    public List<Candidate> candidates(UUID assessmentId) {
        return candidates(countyOf(assessmentId), null);
    }

    /**
     * Gives needs to somebody; a need they have already only gets the new day. For coordinators of
     * the county, while the cycle is open.
     *
     * @param dueOn the day by which answers are wanted, if any
     * @throws InvalidValue {@code invitation.assign.none} without a need, {@code
     *     invitation.assign.cannotAnswer} when that person may not answer there
     */
    @Transactional
    @PreAuthorize("@assessmentAccess.mayCoordinate(#assessmentId)")
    public void assign(
            UUID assessmentId, Collection<String> needs, UUID person, @Nullable LocalDate dueOn) {
        Set<String> wanted = known(needs);
        Assessment cycle = answering.hold(assessmentId);
        Candidate to =
                candidates(cycle.countyFips(), person).stream()
                        .findFirst()
                        .orElseThrow(() -> new InvalidValue("invitation.assign.cannotAnswer"));
        var parameters =
                new MapSqlParameterSource("assessment", Ids.bytes(assessmentId))
                        .addValue("person", Ids.bytes(person))
                        .addValue("needs", wanted)
                        .addValue("due", dueOn);
        Set<String> had =
                new HashSet<>(
                        jdbc.queryForList(
                                """
                                select need_code from assessment_assignment
                                where assessment_id = :assessment and person_id = :person
                                  and need_code in (:needs)
                                """,
                                parameters,
                                String.class));
        jdbc.update(
                """
                update assessment_assignment set due_on = :due
                where assessment_id = :assessment and person_id = :person
                  and need_code in (:needs)
                """,
                parameters);
        SignedIn by = currentPerson.get();
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        MapSqlParameterSource[] added =
                wanted.stream()
                        .filter(need -> !had.contains(need))
                        .map(
                                need ->
                                        new MapSqlParameterSource("id", Ids.bytes(Ids.newId()))
                                                .addValue("assessment", Ids.bytes(assessmentId))
                                                .addValue("need", need)
                                                .addValue("person", Ids.bytes(person))
                                                .addValue("name", to.name())
                                                .addValue("due", dueOn)
                                                .addValue("byId", Ids.bytes(by.id()))
                                                .addValue("by", by.name())
                                                .addValue("at", now))
                        .toArray(MapSqlParameterSource[]::new);
        jdbc.batchUpdate(
                """
                insert into assessment_assignment (id, assessment_id, need_code, person_id, person,
                  due_on, assigned_by_id, assigned_by, assigned_at)
                values (:id, :assessment, :need, :person, :name, :due, :byId, :by, :at)
                """,
                added);
    }

    /**
     * Takes needs back from somebody; what they have answered stays. For coordinators of the
     * county, while the cycle is open.
     */
    @Transactional
    @PreAuthorize("@assessmentAccess.mayCoordinate(#assessmentId)")
    public void takeBack(UUID assessmentId, Collection<String> needs, UUID person) {
        Set<String> wanted = known(needs);
        answering.hold(assessmentId);
        jdbc.update(
                """
                delete from assessment_assignment
                where assessment_id = :assessment and person_id = :person
                  and need_code in (:needs)
                """,
                Map.of(
                        "assessment",
                        Ids.bytes(assessmentId),
                        "person",
                        Ids.bytes(person),
                        "needs",
                        wanted));
    }

    /**
     * What was given to whom in the open cycles of the counties, by county and person; one
     * statement. For coordinators.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public Map<String, Map<UUID, Given>> given(Collection<String> counties) {
        var given = new HashMap<String, Map<UUID, Given>>();
        if (counties.isEmpty()) {
            return given;
        }
        jdbc.query(
                """
                select a.county_fips, g.person_id, g.need_code, g.due_on,
                       case when %s then 1 else 0 end as spoken
                from assessment_assignment g join assessment a on a.id = g.assessment_id
                where a.state = 'OPEN' and a.county_fips in (:counties)
                order by g.need_code
                """
                        .formatted(SPOKEN),
                Map.of("counties", counties),
                row -> {
                    boolean spoken = row.getInt("spoken") == 1;
                    given.computeIfAbsent(row.getString("county_fips"), fips -> new HashMap<>())
                            .merge(
                                    Ids.of(row.getBytes("person_id")),
                                    spoken
                                            ? new Given(List.of(), 1, null)
                                            : new Given(
                                                    List.of(row.getString("need_code")),
                                                    0,
                                                    row.getObject("due_on", LocalDate.class)),
                                    Given::and);
                });
        return given;
    }

    /**
     * Needs of open cycles that were given to the current person and of which they have said
     * nothing yet, by county; one statement. For members.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<Waiting> waiting() {
        return jdbc.query(
                """
                select a.county_fips, count(*) as needs, min(g.due_on) as first_due
                from assessment_assignment g join assessment a on a.id = g.assessment_id
                where g.person_id = :person and a.state = 'OPEN' and not %s
                group by a.county_fips order by a.county_fips
                """
                        .formatted(SPOKEN),
                Map.of("person", Ids.bytes(currentPerson.get().id())),
                (row, n) -> {
                    LocalDate due = row.getObject("first_due", LocalDate.class);
                    LocalDate today = LocalDate.now(clock);
                    return new Waiting(
                            row.getString("county_fips"),
                            row.getInt("needs"),
                            due != null && due.isBefore(today));
                });
    }

    private String countyOf(UUID assessmentId) {
        return assessments.findById(assessmentId).orElseThrow().countyFips();
    }

    private Set<String> known(Collection<String> needs) {
        if (needs.isEmpty()) {
            throw new InvalidValue("invitation.assign.none");
        }
        for (String need : needs) {
            if (taxonomy.need(need).isEmpty()) {
                throw new InvalidValue("invalid.need", need);
            }
        }
        return new LinkedHashSet<>(needs);
    }

    // The rule of AssessmentAccess.maySpeakIn, asked of everybody at once.
    private List<Candidate> candidates(String countyFips, @Nullable UUID only) {
        var county = geography.county(countyFips).orElseThrow();
        return jdbc.query(
                """
                select p.id, p.name, p.role, o.name as organization
                from person p left join organization o on o.id = p.organization_id
                where p.enabled = true and (:any = true or p.id = :only)
                  and (p.role = 'ADMINISTRATOR'
                    or (p.role = 'COORDINATOR' and exists (
                      select 1 from person_county c
                      where c.person_id = p.id and c.county_fips = :fips))
                    or (p.organization_id is not null and (exists (
                        select 1 from location l
                        where l.organization_id = p.organization_id and l.county_fips = :fips
                          and l.retired_at is null)
                      or exists (
                        select 1 from service s join service_area a on a.service_id = s.id
                        where s.organization_id = p.organization_id
                          and s.publication = 'PUBLISHED' and a.area_code in (:codes)))))
                order by p.name, p.id
                """
                        + "limit "
                        + MOST_CANDIDATES,
                new MapSqlParameterSource("fips", countyFips)
                        .addValue("any", only == null)
                        .addValue("only", Ids.bytes(only == null ? new UUID(0, 0) : only))
                        .addValue("codes", ServiceArea.codesCovering(county)),
                (row, n) ->
                        new Candidate(
                                Ids.of(row.getBytes("id")),
                                row.getString("name"),
                                row.getString("role").equals("MEMBER")
                                        ? row.getString("organization")
                                        : null));
    }
}
