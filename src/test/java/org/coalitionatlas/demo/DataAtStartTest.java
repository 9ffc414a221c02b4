package org.coalitionatlas.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.StartRefused;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DataAtStartTest {

    private static final String MODE =
            ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + MODE + ";DB_CLOSE_DELAY=-1";
    private final JdbcClient database =
            JdbcClient.create(new DriverManagerDataSource(url, "atlas", ""));

    @TempDir Path index;

    @BeforeEach
    void anIndexThatSomebodyWrote() throws Exception {
        Files.createDirectories(index.resolve("schema-1"));
    }

    @Test
    void nothing_yet_may_become_either() {
        start(true);
        start(false);
    }

    @Test
    void a_loaded_demo_starts_again_as_the_demo_and_as_nothing_else() {
        start(true);
        mark("LOADED");
        start(true);

        assertThatThrownBy(() -> start(false))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("this data is the demo coalition's");
        assertThat(index).isNotEmptyDirectory();
    }

    @Test
    void data_of_peoples_own_never_gets_the_demo() {
        start(false);
        person("ana@example.org");
        start(false);

        assertThatThrownBy(() -> start(true))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("this data is not the demo's");
        assertThat(people()).containsExactly("ana@example.org");
    }

    @Test
    void data_of_peoples_own_is_not_even_brought_to_a_new_version_by_the_demo() {
        migrateTo("20");
        person("ana@example.org");

        assertThatThrownBy(() -> start(true)).isInstanceOf(StartRefused.class);
        assertThat(tables()).doesNotContain("demo_mark");
    }

    @Test
    void a_demo_from_before_the_mark_is_known_by_its_administrator() {
        migrateTo("20");
        person("admin@demo.example.org");
        start(true);

        assertThat(people()).containsExactly("admin@demo.example.org");
        assertThatThrownBy(() -> start(false)).isInstanceOf(StartRefused.class);
    }

    @Test
    void a_demo_from_before_the_mark_that_was_interrupted_is_begun_anew() {
        migrateTo("20");
        person("member1@demo.example.org");
        start(true);

        assertThat(people()).isEmpty();
    }

    @Test
    void nothing_is_cleared_where_somebody_of_ones_own_is() {
        migrateTo("20");
        person("member1@demo.example.org");
        person("ana@example.org");

        assertThatThrownBy(() -> start(true)).isInstanceOf(StartRefused.class);
        assertThat(people()).hasSize(2);
    }

    @Test
    void an_interrupted_demo_is_cleared_with_its_index() {
        start(true);
        mark("LOADING");
        person("member1@demo.example.org");
        start(true);

        assertThat(people()).isEmpty();
        assertThat(database.sql("select count(*) from demo_mark").query(Integer.class).single())
                .isZero();
        assertThat(index).doesNotExist();
    }

    @Test
    void an_interrupted_demo_is_not_cleared_by_a_start_without_the_demo() {
        start(true);
        mark("LOADING");
        person("member1@demo.example.org");

        assertThatThrownBy(() -> start(false)).isInstanceOf(StartRefused.class);
        assertThat(people()).containsExactly("member1@demo.example.org");
    }

    @Test
    void a_database_that_cannot_be_opened_is_said_in_one_line() {
        var nowhere =
                new DataAtStart(false, index, "jdbc:h2:mem:absent;IFEXISTS=TRUE", "atlas", "");

        assertThatThrownBy(() -> nowhere.migrate(flyway("latest")))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("the database cannot be opened: ");
        assertThatCode(() -> start(false)).doesNotThrowAnyException();
    }

    private void start(boolean demo) {
        new DataAtStart(demo, index, url, "atlas", "").migrate(flyway("latest"));
    }

    private void migrateTo(String version) {
        flyway(version).migrate();
    }

    private Flyway flyway(String version) {
        return Flyway.configure()
                .dataSource(url, "atlas", "")
                .locations("classpath:db/migration")
                .target(version)
                .load();
    }

    private void mark(String state) {
        database.sql("insert into demo_mark (id, state) values (1, ?)").param(state).update();
    }

    private void person(String email) {
        database.sql(
                        "insert into person (id, version, name, email, password_hash, role, locale,"
                                + " enabled, created_at) values (?, 0, 'Ana', ?, 'x',"
                                + " 'ADMINISTRATOR', 'en', true, current_timestamp)")
                .params(Ids.bytes(UUID.randomUUID()), email)
                .update();
    }

    private List<String> people() {
        return database.sql("select email from person").query(String.class).list();
    }

    private List<String> tables() {
        return database.sql("select lower(table_name) from information_schema.tables")
                .query(String.class)
                .list();
    }
}
