package org.coalitionatlas.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Assessments from before statements were kept: each answer becomes that of whoever gave it. */
class StatementsMigrationTest {

    private static final LocalDateTime MARCH = LocalDateTime.of(2026, 3, 1, 9, 0);

    private final JdbcDataSource dataSource = new JdbcDataSource();
    private JdbcTemplate jdbc = new JdbcTemplate();

    @BeforeEach
    void before_statements() {
        dataSource.setURL(
                "jdbc:h2:mem:"
                        + UUID.randomUUID()
                        + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;"
                        + "DB_CLOSE_DELAY=-1");
        jdbc = new JdbcTemplate(dataSource);
        migrate("11");
    }

    @Test
    void answers_become_statements_of_whoever_gave_them_and_the_latest_cycle_stays_open() {
        UUID ana = person("Ana Reyes", "ana@example.org");
        person("Sam Lee", "sam1@example.org");
        person("Sam Lee", "sam2@example.org");
        UUID older = assessment("17001", "2024", MARCH.minusYears(1));
        UUID latest = assessment("17001", "2025", MARCH);
        UUID provider = Ids.newId();
        answer(latest, "A1", provider, "YES", null, null, "Ana Reyes");
        answer(latest, "A2", provider, "UNKNOWN", "NO", null, "Sam Lee");
        answer(latest, "L9", new UUID(0, 0), null, null, "NOBODY", "Gone Person");
        answer(older, "A1", provider, "NO", null, null, "Ana Reyes");
        jdbc.update(
                "insert into assessment_narrative (id, version, assessment_id, topic, narrative,"
                        + " written_by, written_at) values (?,0,?,'GAPS','Rides','Ana Reyes',?)",
                Ids.bytes(Ids.newId()),
                Ids.bytes(latest),
                MARCH);

        migrate("14");

        assertThat(states("17001")).containsExactly("2024 CLOSED null", "2025 OPEN 17001");
        Map<String, Object> known = statement(latest, "A1");
        assertThat(Ids.of((byte[]) known.get("speaker_id"))).isEqualTo(ana);
        assertThat(known)
                .containsEntry("speaker", "Ana Reyes")
                .containsEntry("said_by", "PERSON")
                .containsEntry("has_contact", "YES")
                .containsEntry("partners", null)
                .containsEntry("partners_at", null);
        assertThat(known.get("contact_at")).isNotNull();
        assertThat(Ids.of((byte[]) statement(latest, "A2").get("speaker_id")))
                .as("two people share the name")
                .isEqualTo(new UUID(0, 0));
        assertThat(statement(latest, "L9"))
                .containsEntry("finding", "NOBODY")
                .containsEntry("speaker", "Gone Person");
        assertThat(statement(older, "A1")).containsEntry("has_contact", "NO");
        assertThat(jdbc.queryForObject("select narrative from assessment_revision", String.class))
                .isEqualTo("Rides");
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }

    private List<String> states(String county) {
        return jdbc.query(
                "select assessment_cycle, state, open_county from assessment where county_fips = ?"
                        + " order by assessment_cycle",
                (row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3),
                county);
    }

    private Map<String, Object> statement(UUID assessment, String need) {
        return jdbc.queryForMap(
                "select * from assessment_statement where assessment_id = ? and need_code = ?",
                Ids.bytes(assessment),
                need);
    }

    private UUID person(String name, String email) {
        UUID id = Ids.newId();
        jdbc.update(
                "insert into person (id, version, name, email, password_hash, role, locale,"
                        + " enabled, created_at) values (?,0,?,?,'x','COORDINATOR','en',true,?)",
                Ids.bytes(id),
                name,
                email,
                MARCH);
        return id;
    }

    private UUID assessment(String county, String cycle, LocalDateTime opened) {
        UUID id = Ids.newId();
        jdbc.update(
                "insert into assessment (id, version, county_fips, assessment_cycle, opened_at)"
                        + " values (?,0,?,?,?)",
                Ids.bytes(id),
                county,
                cycle,
                opened);
        return id;
    }

    private void answer(
            UUID assessment,
            String need,
            UUID provider,
            @Nullable String contact,
            @Nullable String partners,
            @Nullable String finding,
            String by) {
        jdbc.update(
                "insert into assessment_answer (id, version, assessment_id, need_code,"
                        + " provider_id, has_contact, partners, finding, answered_by, answered_at)"
                        + " values (?,0,?,?,?,?,?,?,?,?)",
                Ids.bytes(Ids.newId()),
                Ids.bytes(assessment),
                need,
                Ids.bytes(provider),
                contact,
                partners,
                finding,
                by,
                MARCH);
    }
}
