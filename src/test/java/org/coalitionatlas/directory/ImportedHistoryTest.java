package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.directory.DirectoryImport.Options;
import org.coalitionatlas.directory.DirectoryImport.OrganizationRow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a file said is not lost with the first change that a person makes. */
@DemoTest
class ImportedHistoryTest {

    private static final String NAME = "Pennywhistle Annex";
    private static final String SPOILED = "Pennywhistle, spoiled";

    @Autowired private DirectoryImport imports;
    @Autowired private DirectoryCommands commands;
    @Autowired private RecordHistory history;
    @Autowired private SignedInAs signedInAs;
    @Autowired private JdbcTemplate jdbc;

    @Test
    void whatAnImportSaidIsRestoredFromTheFirstChangeAfterIt() {
        signedInAs.run(
                SignedInAs.COORDINATOR,
                () -> {
                    UUID id = imported();
                    assertThat(history.of(RecordKind.ORGANIZATION, id, 0)).isEmpty();
                    rename(id, "Pennywhistle, changed");
                    rename(id, SPOILED);
                    List<RecordChange> changes = history.of(RecordKind.ORGANIZATION, id, 0);
                    assertThat(changes)
                            .extracting(RecordChange::first)
                            .containsExactly(false, true);
                    commands.restore(
                            RecordKind.ORGANIZATION,
                            id,
                            changes.getLast().id(),
                            RecordChange.Side.BEFORE,
                            commands.organization(id).version());
                    assertThat(commands.organization(id).draft().name()).isEqualTo(NAME);
                    RecordChange restored = history.of(RecordKind.ORGANIZATION, id, 0).getFirst();
                    assertThat(restored.action()).isEqualTo(RecordAction.RESTORED);
                    assertThat(((OrganizationDraft) restored.before()).name()).isEqualTo(SPOILED);
                });
    }

    private UUID imported() {
        imports.organizations(
                new Options("history", false, true, "other", WhenAlike.ADD),
                List.of(
                        new OrganizationRow(
                                "h1", standing -> OrganizationDraft.named(NAME, "other"), null)));
        return Ids.of(
                jdbc.queryForObject(
                        "select id from organization where name = ?", byte[].class, NAME));
    }

    private void rename(UUID id, String name) {
        commands.reviseOrganization(
                id, commands.organization(id).version(), OrganizationDraft.named(name, "other"));
    }
}
