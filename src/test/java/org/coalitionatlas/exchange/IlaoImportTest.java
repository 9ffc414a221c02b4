package org.coalitionatlas.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A real directory of 33 + 520 + 430 rows, from its files to the records. */
@DemoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IlaoImportTest {

    private static final Path ILAO = Path.of("..", "shared", "data", "ilao");

    /** A service whose row is whole and has nothing odd in it. */
    private static final String UPSOLVE = "127461";

    @Autowired ImportJobStore store;
    @Autowired ImportFiles files;
    @Autowired ImportRunner runner;
    @Autowired ImportMappings mappings;
    @Autowired SignedInAs as;
    @Autowired IndexCaughtUp index;
    @Autowired JdbcTemplate jdbc;

    @BeforeAll
    void the_files_are_there() {
        assumeTrue(
                Files.isDirectory(ILAO), "skipped: ../shared/data/ilao is not beside the project");
    }

    @Test
    @Order(1)
    void the_first_import_takes_every_row_or_says_why_not() throws IOException {
        ImportJob organizations = imported("organizations.csv");
        ImportJob locations = imported("locations.csv");
        ImportJob services = imported("services.csv");
        for (ImportJob job : List.of(organizations, locations, services)) {
            System.out.println(job);
            for (ImportProblem p : store.problems(job.id(), false, 0, 2000)) {
                if (!p.messageKey().contains("organizationAdded")) System.out.println("   " + p);
            }
        }
        assertThat(organizations.created()).isEqualTo(33);
    }

    private ImportJob imported(String name) throws IOException {
        return imported(name, Files.readString(ILAO.resolve(name)));
    }

    private ImportJob imported(String name, String content) throws IOException {
        return as.call(
                SignedInAs.ADMINISTRATOR,
                () -> {
                    UUID id = prepared(name, content);
                    runner.run(id, () -> true);
                    return store.find(id).orElseThrow();
                });
    }

    private UUID prepared(String name, String content) {
        try (var in = new java.io.ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))) {
            String stored = files.store(in);
            CsvFile file = CsvFile.of(files.path(stored));
            ImportMapping mapping = mappings.suggested(file.columns()).orElseThrow();
            return store.add(
                    new ImportOrder(name, stored, mapping, true, true, false),
                    file.text().displayName(),
                    as.person(SignedInAs.ADMINISTRATOR),
                    java.time.Instant.now());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
