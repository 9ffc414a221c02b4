package org.coalitionatlas.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

/** An import is ended by whoever answers for it. */
@DemoTest
class ImportCancelTest {

    @Autowired private Imports imports;
    @Autowired private ImportAccess access;
    @Autowired private ImportJobStore store;
    @Autowired private SignedInAs signedInAs;
    @Autowired private JdbcTemplate jdbc;

    private UUID job = new UUID(0, 0);

    @BeforeEach
    void aJobThatWaits() {
        job =
                store.add(
                        new ImportOrder(
                                "list.csv",
                                "nowhere.csv",
                                new ImportMapping(
                                        "list",
                                        "cancelled",
                                        RecordKind.ORGANIZATION,
                                        "IL",
                                        Map.of(),
                                        List.of()),
                                false,
                                false,
                                true),
                        "UTF-8",
                        signedInAs.person(SignedInAs.COORDINATOR),
                        Instant.now());
    }

    @AfterEach
    void noJobIsLeft() {
        jdbc.update("delete from import_job where id = ?", (Object) Ids.bytes(job));
    }

    @ParameterizedTest
    @ValueSource(strings = {SignedInAs.COORDINATOR, SignedInAs.ADMINISTRATOR})
    void whoeverStartedItAndAdministratorsEndIt(String who) {
        signedInAs.run(
                who,
                () -> {
                    assertThat(access.mayCancel(job)).isTrue();
                    imports.cancel(job);
                });
        assertThat(store.isCancelAsked(job)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {SignedInAs.COORDINATOR_OF_TWO, SignedInAs.MEMBER_OF_LEGAL_AID})
    void nobodyElseDoes(String who) {
        signedInAs.run(
                who,
                () -> {
                    assertThat(access.mayCancel(job)).isFalse();
                    assertThatThrownBy(() -> imports.cancel(job))
                            .isInstanceOf(AccessDeniedException.class);
                });
        assertThat(store.isCancelAsked(job)).isFalse();
    }

    @Test
    void aJobThatDoesNotExistIsNobodys() {
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> assertThat(access.mayCancel(UUID.randomUUID())).isFalse());
    }
}
