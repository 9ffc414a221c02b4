package org.coalitionatlas.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Published records whose verification is due. Plain SQL over three tables: one statement for a
 * page, whatever the size of the directory.
 */
@Component
public class DueRecords {

    private static final String ACUTE = "acute";

    private final JdbcClient jdbc;
    private final VerificationCycle cycle;
    private final CurrentPerson currentPerson;
    private final Geography geography;
    private final Clock clock;
    private final List<String> acuteNeeds;

    DueRecords(
            JdbcClient jdbc,
            VerificationCycle cycle,
            CurrentPerson currentPerson,
            Geography geography,
            Taxonomy taxonomy,
            Clock clock) {
        this.jdbc = jdbc;
        this.cycle = cycle;
        this.currentPerson = currentPerson;
        this.geography = geography;
        this.clock = clock;
        this.acuteNeeds =
                taxonomy.needs().stream()
                        .filter(need -> need.phase().code().equals(ACUTE))
                        .map(need -> need.code())
                        .toList();
    }

    /**
     * Which records are wanted.
     *
     * @param countyFips organizations that stand in or serve the county; {@code null} for all
     * @param kind {@code null} for all
     * @param soon whether those that will be due soon are wanted too
     */
    public record Wanted(@Nullable String countyFips, @Nullable RecordKind kind, boolean soon) {

        /** Everything that is due now. */
        public static final Wanted DUE = new Wanted(null, null, false);
    }

    /** A record that was not verified for so long that it is to be taken out of sight. */
    public record Lapsed(
            RecordKind kind,
            UUID id,
            UUID organizationId,
            String label,
            @Nullable LocalDate assuredOn) {}

    /**
     * A page of the due records the current person may write, the most important first. For
     * everybody who is signed in; a member gets their own organization's.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<DueRecord> list(Wanted wanted, int offset, int limit) {
        var values = new HashMap<String, Object>();
        String due = due(wanted, values);
        return query(
                        "select * from ("
                                + due
                                + ") due order by "
                                + VerificationPriority.SQL_ORDER
                                + ", id limit :limit offset :offset",
                        values)
                .param("limit", limit)
                .param("offset", offset)
                .query(DueRecords::record)
                .list();
    }

    /** How many there are. For everybody who is signed in. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public long count(Wanted wanted) {
        var values = new HashMap<String, Object>();
        return query("select count(*) from (" + due(wanted, values) + ") due", values)
                .query(Long.class)
                .single();
    }

    /** Whether anything of the organization is due. For those who may write it. */
    @Transactional(readOnly = true)
    @PreAuthorize("@directoryAccess.mayEditOrganization(#organizationId)")
    public boolean anyOf(UUID organizationId) {
        var values = new HashMap<String, Object>();
        String due = due(new Wanted(null, null, true), values);
        return query(
                                "select count(*) from ("
                                        + due
                                        + ") due where organization_id = :organization",
                                values)
                        .param("organization", Ids.bytes(organizationId))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Published organizations and services, and contacts the public sees, that are to be taken out
     * of sight, in the order of their ids. An organization is not among them while one of its
     * services was verified in time: hiding it would hide them. For the nightly job.
     *
     * @param after id of the last one looked at, {@code null} for the first page
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public List<Lapsed> lapsed(LocalDate today, @Nullable UUID after, int limit) {
        LocalDate before = today.minusDays((long) cycle.days() + cycle.withholdDays());
        LocalDate contactsBefore =
                today.minusDays((long) cycle.contactDays() + cycle.withholdDays());
        // What was never verified counts from the day it was made, which a UUIDv7 begins with.
        Instant made =
                today.minusDays(cycle.withholdDays()).atStartOfDay(clock.getZone()).toInstant();
        String old =
                "(%1$s.assured_on < :before or (%1$s.assured_on is null and %1$s.id < :madeBefore))";
        return jdbc.sql(
                        "select * from (select 'ORGANIZATION' as kind, o.id, o.id as"
                                + " organization_id, o.name as label, o.assured_on from"
                                + " organization o where o.publication = 'PUBLISHED' and "
                                + old.formatted("o")
                                + " and not exists (select 1 from service f where"
                                + " f.organization_id = o.id and f.publication = 'PUBLISHED' and"
                                + " not "
                                + "(f.assured_on is null or f.assured_on < :before)"
                                + ") union all select 'SERVICE', s.id, s.organization_id, s.name,"
                                + " s.assured_on from service s where s.publication = 'PUBLISHED'"
                                + " and "
                                + old.formatted("s")
                                + " union all select 'CONTACT', c.id, c.organization_id, c.name,"
                                + " c.assured_on from contact c join organization o on o.id ="
                                + " c.organization_id where o.publication = 'PUBLISHED' and"
                                + " c.visibility = 'PUBLIC' and c.retired_at is null and"
                                + " c.withheld_at is null and "
                                + old.formatted("c").replace(":before", ":contactsBefore")
                                + ") lapsed where id > :after order by id limit :limit")
                .param("before", before)
                .param("contactsBefore", contactsBefore)
                .param("madeBefore", Ids.bytes(new UUID(made.toEpochMilli() << 16, 0)))
                .param("after", Ids.bytes(after == null ? new UUID(0, 0) : after))
                .param("limit", limit)
                .query(
                        (row, n) ->
                                new Lapsed(
                                        RecordKind.valueOf(row.getString("kind")),
                                        Ids.of(row.getBytes("id")),
                                        Ids.of(row.getBytes("organization_id")),
                                        row.getString("label"),
                                        row.getObject("assured_on", LocalDate.class)))
                .list();
    }

    /**
     * Names of those records that are withheld now and that the current person may write. For
     * everybody who is signed in.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Map<UUID, String> withheldAmong(Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        if (ids.isEmpty()) {
            return names;
        }
        var values = new HashMap<String, Object>();
        String scope = scope(new Wanted(null, null, false), values);
        values.put("ids", ids.stream().map(Ids::bytes).toList());
        query(
                        "select o.id, o.name from organization o where o.publication = 'WITHHELD'"
                                + " and o.id in (:ids)"
                                + scope
                                + " union all select s.id, s.name from service s join organization"
                                + " o on o.id = s.organization_id where s.publication = 'WITHHELD'"
                                + " and s.id in (:ids)"
                                + scope,
                        values)
                .query(
                        row -> {
                            names.put(Ids.of(row.getBytes(1)), row.getString(2));
                        });
        return names;
    }

    private String due(Wanted wanted, Map<String, Object> values) {
        LocalDate today = today();
        int ahead = wanted.soon() ? cycle.aheadDays() : 0;
        values.put("recordsBefore", today.plusDays(ahead).minusDays(cycle.days()));
        values.put("contactsBefore", today.plusDays(ahead).minusDays(cycle.contactDays()));
        values.put("today", today);
        String scope = scope(wanted, values);
        return Stream.of(organizations(scope), services(scope), contacts(scope))
                .skip(wanted.kind() == null ? 0 : order(wanted.kind()))
                .limit(wanted.kind() == null ? 3 : 1)
                .collect(Collectors.joining(" union all "));
    }

    private static int order(RecordKind kind) {
        return switch (kind) {
            case ORGANIZATION -> 0;
            case SERVICE -> 1;
            case CONTACT -> 2;
            case LOCATION ->
                    throw new IllegalArgumentException("a location is verified with its owner");
        };
    }

    private String organizations(String scope) {
        return columns("ORGANIZATION", "o", "o.name", cycle.days())
                + flag(
                        "exists (select 1 from contact c join contact_training t on t.contact_id ="
                                + " c.id where c.retired_at is null and c.organization_id = o.id and "
                                + trained("t")
                                + ") or exists (select 1 from organization_training t where"
                                + " t.organization_id = o.id and "
                                + trained("t")
                                + ")",
                        "is_trained")
                + flag(
                        "exists (select 1 from service s where s.organization_id = o.id and"
                                + " s.publication = 'PUBLISHED' and "
                                + acute("s")
                                + ")",
                        "is_acute")
                + " from organization o where o.publication = 'PUBLISHED' and o.status <>"
                + " 'DEFUNCT' and (o.assured_on is null or o.assured_on <= :recordsBefore)"
                + scope;
    }

    private String services(String scope) {
        return columns("SERVICE", "s", "s.name", cycle.days())
                + flag(
                        "exists (select 1 from service_contact sc join contact c on c.id ="
                                + " sc.contact_id and c.retired_at is null join contact_training t"
                                + " on t.contact_id = c.id where sc.service_id = s.id and "
                                + trained("t")
                                + ")",
                        "is_trained")
                + flag(acute("s"), "is_acute")
                + " from service s join organization o on o.id = s.organization_id where"
                + " s.publication = 'PUBLISHED' and o.publication = 'PUBLISHED' and s.status <>"
                + " 'DEFUNCT' and (s.assured_on is null or s.assured_on <= :recordsBefore)"
                + scope;
    }

    private String contacts(String scope) {
        return columns("CONTACT", "c", "c.name", cycle.contactDays())
                + flag(
                        "exists (select 1 from contact_training t where t.contact_id = c.id and "
                                + trained("t")
                                + ")",
                        "is_trained")
                + flag(
                        "exists (select 1 from service_contact sc join service s on s.id ="
                                + " sc.service_id where sc.contact_id = c.id and "
                                + acute("s")
                                + ")",
                        "is_acute")
                + " from contact c join organization o on o.id = c.organization_id where"
                + " c.retired_at is null and"
                + " o.publication = 'PUBLISHED' and o.status <> 'DEFUNCT' and (c.assured_on is"
                + " null or c.assured_on <= :contactsBefore)"
                + scope;
    }

    private static String columns(String kind, String table, String label, int days) {
        return "select '%s' as kind, %s.id as id, o.id as organization_id, o.name as organization,"
                        .formatted(kind, table)
                + " %1$s as label, o.email as email, %2$s.assured_on as assured_on,"
                        .formatted(label, table)
                + " %1$s.assured_how as assured_how, %1$s.assured_on + interval '%2$d' day as"
                        .formatted(table, days)
                + " due_on";
    }

    private static String flag(String condition, String name) {
        return ", case when " + condition + " then 1 else 0 end as " + name;
    }

    private static String trained(String table) {
        return table
                + ".topic = '"
                + TrainingTopic.IDENTIFICATION_RESPONSE
                + "' and "
                + table
                + ".valid_until > :today";
    }

    private String acute(String table) {
        return acuteNeeds.stream()
                .map(need -> "concat(' ', " + table + ".needs, ' ') like '% " + need + " %'")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    // Who may write what is DirectoryAccess's rule; this is the same for a whole list at once.
    private String scope(Wanted wanted, Map<String, Object> values) {
        SignedIn person = currentPerson.get();
        var scope = new StringBuilder();
        if (person.role() == Role.MEMBER) {
            UUID own = person.organizationId();
            values.put("own", Ids.bytes(own == null ? new UUID(0, 0) : own));
            scope.append(" and o.id = :own");
        } else if (!person.isAdministrator()) {
            scope.append(" and (")
                    .append(reaches("mine", List.copyOf(person.counties()), values))
                    .append(
                            " or (not exists (select 1 from location l where l.organization_id ="
                                    + " o.id and l.county_fips is not null) and not exists (select"
                                    + " 1 from service a join service_area sa on sa.service_id ="
                                    + " a.id where a.organization_id = o.id)))");
        }
        if (wanted.countyFips() != null) {
            scope.append(" and (")
                    .append(reaches("county", List.of(wanted.countyFips()), values))
                    .append(")");
        }
        return scope.toString();
    }

    private String reaches(String name, List<String> fips, Map<String, Object> values) {
        List<County> counties =
                fips.stream().map(geography::county).flatMap(Optional::stream).toList();
        var areas = new ArrayList<String>();
        counties.forEach(county -> areas.addAll(ServiceArea.codesCovering(county)));
        values.put(name, fips.isEmpty() ? List.of("-") : fips);
        values.put(
                name + "Areas",
                areas.isEmpty() ? List.of("-") : areas.stream().distinct().toList());
        return "exists (select 1 from location l where l.organization_id = o.id and l.county_fips in"
                + " (:%1$s)) or exists (select 1 from service a join service_area sa on"
                        .formatted(name)
                + " sa.service_id = a.id where a.organization_id = o.id and sa.area_code in"
                + " (:%sAreas))".formatted(name);
    }

    private JdbcClient.StatementSpec query(String sql, Map<String, Object> values) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql);
        for (Map.Entry<String, Object> value : values.entrySet()) {
            if (sql.contains(":" + value.getKey())) {
                statement = statement.param(value.getKey(), value.getValue());
            }
        }
        return statement;
    }

    private static DueRecord record(ResultSet row, int number) throws SQLException {
        String how = row.getString("assured_how");
        return new DueRecord(
                RecordKind.valueOf(row.getString("kind")),
                Ids.of(row.getBytes("id")),
                Ids.of(row.getBytes("organization_id")),
                row.getString("organization"),
                row.getString("label"),
                row.getString("email"),
                row.getObject("assured_on", LocalDate.class),
                how == null ? null : AssuranceMethod.valueOf(how),
                new VerificationPriority(
                        row.getInt("is_trained") == 1,
                        row.getInt("is_acute") == 1,
                        row.getObject("due_on", LocalDate.class)));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
