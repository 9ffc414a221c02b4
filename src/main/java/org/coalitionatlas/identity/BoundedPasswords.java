package org.coalitionatlas.identity;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Lets only a few passwords be worked on at once. Each takes 16 MB and a tenth of a second by
 * design; many tries from many networks at the same moment would otherwise fill the memory.
 */
final class BoundedPasswords implements PasswordEncoder {

    private final PasswordEncoder passwords;
    private final Semaphore places;
    private final Duration patience;

    /**
     * @param atOnce how many are worked on at the same time
     * @param patience how long one waits for its turn
     */
    BoundedPasswords(PasswordEncoder passwords, int atOnce, Duration patience) {
        this.passwords = passwords;
        this.places = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /** Nobody's turn came in time; says nothing about the password. */
    static final class Busy extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        Busy() {
            super("too many sign-ins at once");
        }
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        takePlace();
        try {
            return passwords.encode(password);
        } finally {
            places.release();
        }
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        takePlace();
        try {
            return passwords.matches(password, encoded);
        } finally {
            places.release();
        }
    }

    @Override
    public boolean upgradeEncoding(@Nullable String encoded) {
        return passwords.upgradeEncoding(encoded);
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
    }
}
