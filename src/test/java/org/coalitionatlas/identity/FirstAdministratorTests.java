package org.coalitionatlas.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.coalitionatlas.common.InvalidValue;
import org.junit.jupiter.api.Test;

class FirstAdministratorTests {

    private static final Instant NOW = Instant.parse("2026-11-02T15:00:00Z");

    private final People people = mock(People.class);
    private final Rows rows = new Rows();
    private final FirstAdministrator first = at(NOW);

    @Test
    void aLinkWorksOnce() {
        String token = first.issueToken();

        assertThat(first.create(token, "Ana Ruiz", "ana@example.org", "otter-violin-91")).isTrue();
        assertThat(first.create(token, "Eve", "eve@example.org", "otter-violin-92")).isFalse();
        verify(people).create(eq("Ana Ruiz"), any(), any(), eq(Role.ADMINISTRATOR), any(), any());
        verify(people, never()).create(eq("Eve"), any(), any(), any(), any(), any());
    }

    @Test
    void aLinkPrintedByAnotherProcessWorksHere() {
        String token = at(NOW).issueToken();

        assertThat(first.accepts(token)).isTrue();
    }

    @Test
    void aNewLinkReplacesTheOneBefore() {
        String old = first.issueToken();
        String latest = first.issueToken();

        assertThat(first.accepts(old)).isFalse();
        assertThat(first.accepts(latest)).isTrue();
    }

    @Test
    void aLinkEndsAfterADay() {
        String token = first.issueToken();

        assertThat(at(NOW.plus(Duration.ofHours(23))).accepts(token)).isTrue();
        assertThat(at(NOW.plus(Duration.ofHours(24))).accepts(token)).isFalse();
    }

    @Test
    void noLinkWorksOnceSomebodyAdministers() {
        String token = first.issueToken();
        when(people.hasAdministrator()).thenReturn(true);

        assertThat(first.accepts(token)).isFalse();
        assertThat(first.create(token, "Eve", "eve@example.org", "otter-violin-92")).isFalse();
    }

    @Test
    void aGuessedTokenOpensNothing() {
        first.issueToken();

        assertThat(first.accepts("guess")).isFalse();
        assertThat(first.create("guess", "Eve", "eve@example.org", "otter-violin-92")).isFalse();
    }

    @Test
    void anAddressThatIsNoneIsRefusedInWords() {
        String token = first.issueToken();

        assertThatThrownBy(() -> first.create(token, "Ana", "no address", "otter-violin-91"))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void onlyTheHashOfATokenIsKept() {
        String token = first.issueToken();

        assertThat(rows.link).isNotNull();
        assertThat(rows.link.opensWith(token, NOW)).isFalse();
        assertThat(rows.link.opensWith(RememberMe.hash(token), NOW)).isTrue();
    }

    private FirstAdministrator at(Instant now) {
        return new FirstAdministrator(people, rows, Clock.fixed(now, ZoneOffset.UTC));
    }

    /** The table, in memory. */
    private static final class Rows implements SetupLinks {

        private SetupLink link;

        @Override
        public SetupLink save(SetupLink saved) {
            link = saved;
            return saved;
        }

        @Override
        public Optional<SetupLink> findById(int id) {
            return Optional.ofNullable(link);
        }

        @Override
        public int spend(String tokenHash) {
            if (link == null || !link.opensWith(tokenHash, Instant.MIN)) {
                return 0;
            }
            link = null;
            return 1;
        }
    }
}
