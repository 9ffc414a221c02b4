package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.directory.DirectoryImport.Options;
import org.coalitionatlas.directory.DirectoryImport.OrganizationRow;
import org.coalitionatlas.directory.DirectoryImport.ServiceRow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a file shows to the public is told in the history, however many records it has. */
@DemoTest
class ImportedPublicationTest {

    private static final String SOURCE = "publication";
    private static final int MANY = 40;

    @Autowired private DirectoryImport imports;
    @Autowired private DirectoryCommands commands;
    @Autowired private RecordHistory history;
    @Autowired private SignedInAs signedInAs;
    @Autowired private IndexCaughtUp index;
    @Autowired private SqlStatements statements;
    @Autowired private JdbcTemplate jdbc;

    @Test
    void everyRecordThatAFilePublishesSaysSoInItsHistory() {
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> {
                    List<String> written =
                            statements.during(
                                    () -> {
                                        imports.organizations(options(true), organizations());
                                        imports.services(options(true), services());
                                    });
                    assertThat(
                                    written.stream()
                                            .filter(sql -> sql.contains("into record_change"))
                                            .toList())
                            .hasSize(2);
                    for (int i = 0; i < MANY; i++) {
                        assertThat(history.of(RecordKind.SERVICE, id("service", i), 0))
                                .extracting(RecordChange::action)
                                .containsExactly(RecordAction.PUBLISHED);
                    }
                    UUID organization = id("organization", 0);
                    assertThat(history.of(RecordKind.ORGANIZATION, organization, 0))
                            .singleElement()
                            .satisfies(
                                    change -> {
                                        assertThat(change.action())
                                                .isEqualTo(RecordAction.PUBLISHED);
                                        assertThat(change.by()).isEqualTo("Ruth Okafor");
                                    });
                    IntStream.range(0, MANY)
                            .mapToObj(i -> id("organization", i))
                            .forEach(commands::archiveOrganization);
                });
        index.await();
    }

    @Test
    void aDraftThatALaterFilePublishesSaysSoOnce() {
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> {
                    List<OrganizationRow> one =
                            List.of(
                                    new OrganizationRow(
                                            "late",
                                            standing ->
                                                    OrganizationDraft.named(
                                                            "Late imported", "other"),
                                            null));
                    imports.organizations(options(false), one);
                    UUID id =
                            Ids.of(
                                    jdbc.queryForObject(
                                            "select id from organization where name = 'Late"
                                                    + " imported'",
                                            byte[].class));
                    assertThat(history.of(RecordKind.ORGANIZATION, id, 0)).isEmpty();
                    imports.organizations(options(true), one);
                    imports.organizations(options(true), one);
                    assertThat(history.of(RecordKind.ORGANIZATION, id, 0))
                            .extracting(RecordChange::action)
                            .containsExactly(RecordAction.PUBLISHED);
                    commands.archiveOrganization(id);
                });
        index.await();
    }

    private static Options options(boolean publish) {
        return new Options(SOURCE, publish, true, "other", WhenAlike.ADD);
    }

    private static List<OrganizationRow> organizations() {
        return IntStream.range(0, MANY)
                .mapToObj(
                        i ->
                                new OrganizationRow(
                                        "o" + i,
                                        standing ->
                                                OrganizationDraft.named(
                                                        "Imported organization " + i, "other"),
                                        null))
                .toList();
    }

    private static List<ServiceRow> services() {
        return IntStream.range(0, MANY)
                .mapToObj(
                        i ->
                                new ServiceRow(
                                        "s" + i,
                                        "o" + i,
                                        "Imported organization " + i,
                                        Set.of(),
                                        null,
                                        standing -> ServiceDraft.named("Imported service " + i)))
                .toList();
    }

    private UUID id(String table, int number) {
        return Ids.of(
                jdbc.queryForObject(
                        "select id from " + table + " where name = ?",
                        byte[].class,
                        "Imported " + table + " " + number));
    }
}
