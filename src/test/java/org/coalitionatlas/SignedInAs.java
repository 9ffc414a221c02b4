package org.coalitionatlas;

import java.util.function.Supplier;
import org.coalitionatlas.identity.People;
import org.coalitionatlas.identity.SignedIn;
import org.coalitionatlas.identity.SystemActor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** The people of the demo coalition, by what they do. */
@TestComponent
public class SignedInAs {

    public static final String ADMINISTRATOR = "admin@demo.example.org";

    /** Elena Brandt, who coordinates all five counties. */
    public static final String COORDINATOR = "coordinator@demo.example.org";

    /** Marcus Oyelaran, who coordinates Boone and DeKalb only. */
    public static final String COORDINATOR_OF_TWO = "coordinator2@demo.example.org";

    /** Maria Delgado of Safe Harbor, the confidential shelter. */
    public static final String MEMBER_OF_SHELTER = "member1@demo.example.org";

    /** Priya Raman of Blackhawk Legal Aid. */
    public static final String MEMBER_OF_LEGAL_AID = "member2@demo.example.org";

    private final People people;

    SignedInAs(People people) {
        this.people = people;
    }

    public SignedIn person(String email) {
        return people.loadUserByUsername(email);
    }

    public <T> T call(String email, Supplier<T> work) {
        return SystemActor.callAs(person(email), work);
    }

    public void run(String email, Runnable work) {
        call(
                email,
                () -> {
                    work.run();
                    return true;
                });
    }

    /** As somebody who is not signed in. */
    public <T> T anonymously(Supplier<T> work) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new AnonymousAuthenticationToken(
                                "test",
                                "anonymous",
                                AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
