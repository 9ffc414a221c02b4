package org.coalitionatlas.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.coalitionatlas.common.Email;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets whoever can read the console make the first administrator of an empty installation, once.
 * The token lives in memory only: a restart prints a new one for as long as nobody administers.
 */
@Component
class FirstAdministrator {

    private static final Duration GOOD_FOR = Duration.ofHours(24);

    private final People people;
    private final Clock clock;
    private @Nullable String tokenHash;
    private Instant expiresAt = Instant.EPOCH;

    FirstAdministrator(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /** A new token, which makes any earlier one worthless. */
    synchronized String issueToken() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        tokenHash = RememberMe.hash(token);
        expiresAt = clock.instant().plus(GOOD_FOR);
        return token;
    }

    /** Whether the token opens the form. */
    synchronized boolean accepts(String token) {
        return RememberMe.hash(token).equals(tokenHash)
                && clock.instant().isBefore(expiresAt)
                && !people.hasAdministrator();
    }

    /**
     * Makes the administrator and spends the token.
     *
     * @return false when the token is not good (any more)
     * @throws org.coalitionatlas.common.InvalidValue when e-mail or password cannot be accepted;
     *     the token stays good
     */
    @Transactional
    synchronized boolean create(String token, String name, String email, String password) {
        if (!accepts(token)) {
            return false;
        }
        people.create(name, Email.parse(email), password, Role.ADMINISTRATOR, null, Set.of());
        tokenHash = null;
        return true;
    }
}
