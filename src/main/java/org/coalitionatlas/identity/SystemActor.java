package org.coalitionatlas.identity;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Lets work that nobody started from a screen (loading the demo, a job resumed after a restart)
 * meet the same access checks as everybody else's, under a name that the records show.
 */
public final class SystemActor {

    private SystemActor() {}

    /**
     * Runs the work as an administrator of that name. Only for code inside the product that has its
     * own reason to act; never reachable from a request.
     *
     * @param name shown wherever "by whom" is shown
     */
    public static <T> T call(String name, Supplier<T> work) {
        var actor =
                new SignedIn(
                        new UUID(0, 0),
                        name,
                        "system",
                        Role.ADMINISTRATOR,
                        null,
                        Set.of(),
                        Locale.ENGLISH,
                        "",
                        true);
        return callAs(actor, work);
    }

    /** Runs the work as that person: a job goes on with the rights of whoever started it. */
    public static <T> T callAs(SignedIn person, Supplier<T> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        person, null, person.getAuthorities()));
        SecurityContextHolder.setContext(context);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
