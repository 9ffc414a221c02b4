package org.coalitionatlas.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class BoundedPasswordsTest {

    @Test
    void who_finds_no_place_is_sent_away_and_the_place_comes_free_again() throws Exception {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var passwords = new BoundedPasswords(slow(begun, mayEnd), 1, Duration.ofMillis(1));
        CompletableFuture<Boolean> first =
                CompletableFuture.supplyAsync(() -> passwords.matches("a", "a"));
        begun.await();

        assertThatThrownBy(() -> passwords.matches("b", "b"))
                .isInstanceOf(BoundedPasswords.Busy.class);

        mayEnd.countDown();
        assertThat(first.join()).isTrue();
        assertThat(passwords.matches("c", "d")).isFalse();
    }

    private static PasswordEncoder slow(CountDownLatch begun, CountDownLatch mayEnd) {
        return new PasswordEncoder() {
            @Override
            public String encode(CharSequence password) {
                return password.toString();
            }

            @Override
            public boolean matches(CharSequence password, String encoded) {
                begun.countDown();
                try {
                    mayEnd.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                return encoded.contentEquals(password);
            }
        };
    }
}
