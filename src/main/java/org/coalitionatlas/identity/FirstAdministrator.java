package org.coalitionatlas.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.coalitionatlas.common.Email;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets whoever can read the console make the first administrator of an empty installation, once.
 * Only the hash of the token is stored, so that a link printed by the command line works in the
 * running product.
 */
@Component
class FirstAdministrator {

    private static final Duration GOOD_FOR = Duration.ofHours(24);

    private final People people;
    private final SetupLinks links;
    private final Clock clock;

    FirstAdministrator(People people, SetupLinks links, Clock clock) {
        this.people = people;
        this.links = links;
        this.clock = clock;
    }

    /** A new token, which makes any earlier one worthless. */
    @Transactional
    String issueToken() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        links.save(new SetupLink(RememberMe.hash(token), clock.instant().plus(GOOD_FOR)));
        return token;
    }

    /** Whether the token opens the form. */
    @Transactional(readOnly = true)
    boolean accepts(String token) {
        Instant now = clock.instant();
        return links.findById(SetupLink.ID)
                        .filter(link -> link.opensWith(RememberMe.hash(token), now))
                        .isPresent()
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
    boolean create(String token, String name, String email, String password) {
        // Deleting the row decides who was first; an exception below brings it back.
        if (!accepts(token) || links.spend(RememberMe.hash(token)) == 0) {
            return false;
        }
        people.create(name, Email.parse(email), password, Role.ADMINISTRATOR, null, Set.of());
        return true;
    }
}
