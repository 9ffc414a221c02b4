package org.coalitionatlas.identity;

import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is acting in the current thread. */
@Component
public class CurrentPerson {

    /** The signed-in person, or empty for the public and for work nobody started. */
    public Optional<SignedIn> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn person
                ? Optional.of(person)
                : Optional.empty();
    }

    /**
     * The signed-in person.
     *
     * @throws AccessDeniedException when nobody is signed in
     */
    public SignedIn get() {
        return find().orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
    }

    /** How much of the directory the current thread may see. */
    public Reader reader() {
        return find().map(SignedIn::reader).orElse(Reader.PUBLIC);
    }
}
