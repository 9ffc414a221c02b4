package org.coalitionatlas.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The contract on the MySQL server that {@code ./atlas test} starts, in a database of its own. */
@SpringBootTest
@ActiveProfiles("demo")
@Import({SignedInAs.class, IndexCaughtUp.class})
@DirtiesContext
@EnabledIfEnvironmentVariable(
        named = "ATLAS_TEST_MYSQL_URL",
        matches = ".+",
        disabledReason = "no MySQL server was started: ATLAS_TEST_WITHOUT_MYSQL=1")
class OnMySqlIT extends StorageContract {

    @Autowired JdbcTemplate jdbc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        String name = "atlas_" + UUID.randomUUID().toString().replace("-", "");
        Path home = Path.of("target", "test-homes", name);
        properties.add("atlas.home", () -> home.toAbsolutePath().toString());
        properties.add("atlas.zone", () -> "UTC");
        properties.add(
                "spring.datasource.url",
                () -> MySqlAddress.ofNewDatabase(System.getenv("ATLAS_TEST_MYSQL_URL"), name));
        properties.add("spring.datasource.username", () -> System.getenv("ATLAS_TEST_MYSQL_USER"));
        properties.add(
                "spring.datasource.password", () -> System.getenv("ATLAS_TEST_MYSQL_PASSWORD"));
    }

    @Test
    void it_is_a_real_mysql() {
        assertThat(jdbc.queryForObject("select version()", String.class))
                .matches("(8\\.[4-9]|9\\.).*");
    }
}
