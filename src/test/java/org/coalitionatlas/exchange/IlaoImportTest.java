package org.coalitionatlas.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.exchange.ImportJob.State;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;

/** A real directory of 33 + 520 + 430 rows, from its files to the records and back out again. */
@DemoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IlaoImportTest {

    private static final Path ILAO = Path.of("..", "shared", "data", "ilao");

    @Autowired ImportJobStore store;
    @Autowired ImportFiles files;
    @Autowired ImportRunner runner;
    @Autowired ImportMappings mappings;
    @Autowired Imports imports;
    @Autowired SignedInAs as;
    @Autowired IndexCaughtUp index;
    @Autowired EntityManager entities;
    @Autowired JdbcTemplate jdbc;
    @Autowired PlatformTransactionManager transactions;
    private ImportedRecords records;

    @BeforeAll
    void the_files_are_there() {
        records = new ImportedRecords(entities, jdbc, transactions);
        assumeTrue(
                Files.isDirectory(ILAO), "skipped: ../shared/data/ilao is not beside the project");
    }

    @AfterAll
    void leave_the_demo_alone() {
        records.remove("ilao");
        index.await();
    }

    @Test
    @Order(1)
    void a_trial_run_counts_every_row_and_changes_nothing() {
        ImportJob job = run("organizations.csv", text("organizations.csv"), true);

        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(job.created()).isEqualTo(33);
        assertThat(records.count("Organization", "ilao")).isZero();
    }

    @Test
    @Order(2)
    void the_first_import_takes_every_row_or_says_why_not() {
        ImportJob organizations = run("organizations.csv");
        ImportJob locations = run("locations.csv");
        ImportJob services = run("services.csv");

        assertCounts(organizations, 33, 0, 0, 0);
        assertCounts(locations, 520, 0, 0, 0);
        assertCounts(services, 429, 0, 0, 1);
        assertThat(records.count("Service", "ilao")).isEqualTo(429);
        // 33 of their own file and 280 that only locations refer to.
        assertThat(records.count("Organization", "ilao")).isEqualTo(313);
        assertThat(store.problems(locations.id(), false, 0, 1_000))
                .filteredOn(p -> p.messageKey().equals("invalid.import.organizationAdded"))
                .hasSize(280);
    }

    @Test
    @Order(3)
    void a_rejected_row_names_its_line_its_field_and_the_reason() {
        ImportJob services = latest("services.csv");

        List<ImportProblem> rejected = imports(() -> imports.problems(services.id(), true, 0, 10));

        assertThat(rejected).hasSize(1);
        assertThat(rejected.getFirst().line()).isEqualTo(14_138);
        assertThat(rejected.getFirst().field()).isEqualTo(ImportField.ID);
        assertThat(imports.words(rejected.getFirst(), Locale.ENGLISH))
                .isEqualTo("Please fill this in.");
        assertThat(imports.words(rejected.getFirst(), Locale.of("es"))).isNotBlank();
    }

    @Test
    @Order(4)
    void every_problem_has_words_in_both_languages_and_leaves_as_an_inert_csv() {
        ImportJob locations = latest("locations.csv");
        String report =
                imports(
                        () -> {
                            var out = new ByteArrayOutputStream();
                            try {
                                imports.writeReport(locations.id(), out, Locale.of("es"));
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                            return out.toString(StandardCharsets.UTF_8);
                        });

        assertThat(report.lines().count()).isEqualTo(locations.problems() + 1);
        assertThat(report).contains("no se puede leer como horario semanal");
        assertThat(report.lines()).noneMatch(line -> line.matches(".*,\"[=+@-].*"));
    }

    @Test
    @Order(5)
    void the_same_files_again_change_nothing() {
        assertCounts(run("organizations.csv"), 0, 0, 33, 0);
        assertCounts(run("locations.csv"), 0, 0, 520, 0);
        assertCounts(run("services.csv"), 0, 0, 429, 1);
    }

    @Test
    @Order(6)
    void one_changed_row_updates_one_record() {
        String changed =
                text("services.csv")
                        .replaceFirst("Lawyer Referral Service", "Lawyer Referral Service (new)");

        assertCounts(run("services.csv", changed, false), 0, 1, 428, 1);
    }

    @Test
    @Order(7)
    void a_job_that_was_interrupted_goes_on_with_the_next_row_and_doubles_nothing() {
        String changed = text("locations.csv").replace("(312)", "(773)");
        UUID id = prepared("locations.csv", changed, false);
        int[] batches = {0};

        runner.run(id, 500, () -> batches[0]++ < 1);
        ImportJob interrupted = store.find(id).orElseThrow();
        runner.run(id, () -> true);
        ImportJob finished = store.find(id).orElseThrow();

        assertThat(interrupted.state()).isEqualTo(State.RUNNING);
        assertThat(interrupted.rowsDone()).isEqualTo(500);
        assertThat(finished.state()).isEqualTo(State.DONE);
        assertThat(finished.rowsDone()).isEqualTo(520);
        assertThat(finished.created()).isZero();
        assertThat(finished.updated()).isPositive();
        assertThat(records.count("Location", "ilao")).isEqualTo(520 + 33);
    }

    @Test
    @Order(8)
    void a_row_the_database_refuses_costs_only_itself() {
        var hours = new StringBuilder("Mon ");
        for (int minute = 0; minute < 24 * 60; minute += 10) {
            hours.append(
                    String.format(
                            "%d:%02d-%d:%02d, ",
                            minute / 60, minute % 60, (minute + 5) / 60, (minute + 5) % 60));
        }
        String csv =
                "id,organization,name,hours\n"
                        + "n1,25686,First,Mon 9:00-17:00\n"
                        + "n2,25686,Second,\""
                        + hours
                        + "\"\n"
                        + "n3,25686,Third,\n"
                        + "n1,25686,First again,\n";
        var mapping =
                new ImportMapping(
                        "plain",
                        "ilao",
                        RecordKind.SERVICE,
                        "IL",
                        java.util.Map.of(),
                        List.of(
                                ColumnRule.plain("id", ImportField.ID),
                                ColumnRule.plain("organization", ImportField.ORGANIZATION_ID),
                                ColumnRule.plain("name", ImportField.NAME),
                                ColumnRule.plain("hours", ImportField.HOURS)));

        ImportJob job = run("plain.csv", csv, mapping, SignedInAs.ADMINISTRATOR, false);

        assertCounts(job, 2, 0, 0, 2);
        assertThat(store.problems(job.id(), true, 0, 10))
                .extracting(ImportProblem::line, ImportProblem::messageKey)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3L, "invalid.import.database"),
                        org.assertj.core.groups.Tuple.tuple(5L, "invalid.import.twice"));
    }

    @Test
    @Order(9)
    void a_coordinator_does_not_change_organizations_outside_their_counties() {
        ImportMapping organizations =
                plain(
                        RecordKind.ORGANIZATION,
                        ImportField.ID,
                        ImportField.NAME,
                        ImportField.CITY,
                        ImportField.ZIP);
        String standing =
                "id,name,city,zip\nc1,Loop Aid,Chicago,60602\nc2,Boone Aid,Belvidere,61008\n";
        assertCounts(
                run("own.csv", standing, organizations, SignedInAs.ADMINISTRATOR, false),
                2,
                0,
                0,
                0);

        ImportJob renamed =
                run(
                        "own.csv",
                        standing.replace(" Aid", " Help"),
                        organizations,
                        SignedInAs.COORDINATOR_OF_TWO,
                        false);
        ImportJob moved =
                run(
                        "own.csv",
                        standing.replace("60602", "61008").replace("Boone Aid", "Boone Help"),
                        organizations,
                        SignedInAs.COORDINATOR_OF_TWO,
                        false);
        ImportJob places =
                run(
                        "own.csv",
                        "id,organization_id,city,zip\np1,c1,Belvidere,61008\np2,c2,Belvidere,61008\n",
                        plain(
                                RecordKind.LOCATION,
                                ImportField.ID,
                                ImportField.ORGANIZATION_ID,
                                ImportField.CITY,
                                ImportField.ZIP),
                        SignedInAs.COORDINATOR_OF_TWO,
                        false);
        ImportMapping services =
                plain(
                        RecordKind.SERVICE,
                        ImportField.ID,
                        ImportField.ORGANIZATION_ID,
                        ImportField.NAME);
        ImportJob added =
                run(
                        "own.csv",
                        "id,organization_id,name\ns1,c1,Not theirs\ns2,c2,Theirs\ns3,nobody-yet,New\n",
                        services,
                        SignedInAs.COORDINATOR_OF_TWO,
                        false);

        assertCounts(renamed, 0, 1, 0, 1);
        assertNotTheirs(renamed);
        assertCounts(moved, 0, 0, 1, 1);
        assertNotTheirs(moved);
        assertCounts(places, 1, 0, 0, 1);
        assertNotTheirs(places);
        assertCounts(added, 2, 0, 0, 1);
        assertNotTheirs(added);
        assertThat(
                        jdbc.queryForList(
                                "select name from organization where source = 'ilao' and source_id"
                                        + " in ('c1', 'c2') order by source_id",
                                String.class))
                .containsExactly("Loop Aid", "Boone Help");
        assertThat(
                        jdbc.queryForList(
                                "select distinct zip from location where source = 'ilao' and"
                                        + " organization_id = (select id from organization where"
                                        + " source = 'ilao' and source_id = 'c1')",
                                String.class))
                .containsExactly("60602");
        assertThat(
                        jdbc.queryForObject(
                                "select count(*) from service where source = 'ilao' and source_id"
                                        + " = 's1'",
                                Long.class))
                .isZero();
    }

    /** Columns named after their fields. */
    private static ImportMapping plain(RecordKind kind, ImportField... fields) {
        return new ImportMapping(
                "plain",
                "ilao",
                kind,
                "IL",
                java.util.Map.of(),
                java.util.Arrays.stream(fields)
                        .map(
                                field ->
                                        ColumnRule.plain(
                                                field.name().toLowerCase(Locale.ROOT), field))
                        .toList());
    }

    private void assertNotTheirs(ImportJob job) {
        List<ImportProblem> rejected = store.problems(job.id(), true, 0, 10);
        assertThat(rejected)
                .extracting(ImportProblem::line, ImportProblem::messageKey)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, "invalid.import.notYours"));
        assertThat(
                        as.call(
                                SignedInAs.ADMINISTRATOR,
                                () -> imports.words(rejected.getFirst(), Locale.ENGLISH)))
                .isEqualTo("Loop Aid stands outside your counties.");
    }

    @Test
    @Order(10)
    void members_and_the_public_may_not_import() {
        assertThatThrownBy(() -> as.run(SignedInAs.MEMBER_OF_LEGAL_AID, () -> imports.jobs(0, 1)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as.anonymously(() -> imports.jobs(0, 1)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as.run(SignedInAs.MEMBER_OF_LEGAL_AID, mappings::all))
                .isInstanceOf(AccessDeniedException.class);
        UUID id =
                prepared(
                        "organizations.csv",
                        text("organizations.csv"),
                        false,
                        null,
                        SignedInAs.MEMBER_OF_LEGAL_AID);
        runner.run(id, () -> true);
        assertThat(store.find(id).orElseThrow().failure()).isEqualTo("exchange.job.failed.rights");
    }

    private static void assertCounts(
            ImportJob job, long created, long updated, long unchanged, long rejected) {
        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(List.of(job.created(), job.updated(), job.unchanged(), job.rejected()))
                .as("created, updated, unchanged, rejected of %s", job.fileName())
                .containsExactly(created, updated, unchanged, rejected);
        assertThat(job.created() + job.updated() + job.unchanged() + job.rejected())
                .isEqualTo(job.rowsDone())
                .isEqualTo(job.rowsTotal());
    }

    private <T> T imports(java.util.function.Supplier<T> work) {
        return as.call(SignedInAs.ADMINISTRATOR, work);
    }

    private ImportJob latest(String fileName) {
        return store.recent(0, 50).stream()
                .filter(job -> job.fileName().equals(fileName))
                .findFirst()
                .orElseThrow();
    }

    private ImportJob run(String name) {
        return run(name, text(name), false);
    }

    private ImportJob run(String name, String content, boolean dryRun) {
        UUID id = prepared(name, content, dryRun);
        runner.run(id, () -> true);
        return store.find(id).orElseThrow();
    }

    private ImportJob run(
            String name, String content, ImportMapping mapping, String who, boolean dryRun) {
        UUID id = prepared(name, content, dryRun, mapping, who);
        runner.run(id, () -> true);
        return store.find(id).orElseThrow();
    }

    private UUID prepared(String name, String content, boolean dryRun) {
        return prepared(name, content, dryRun, null, SignedInAs.ADMINISTRATOR);
    }

    private UUID prepared(
            String name, String content, boolean dryRun, ImportMapping mapping, String who) {
        try {
            String stored =
                    files.store(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
            CsvFile file = CsvFile.of(files.path(stored));
            ImportMapping used =
                    mapping != null
                            ? mapping
                            : imports(() -> mappings.suggested(file.columns()).orElseThrow());
            return store.add(
                    new ImportOrder(name, stored, used, false, true, dryRun),
                    file.text().displayName(),
                    as.person(who),
                    Instant.now());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) {
        try {
            return Files.readString(ILAO.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
