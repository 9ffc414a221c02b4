package org.coalitionatlas.capacity;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.coalitionatlas.identity.SystemActor;

/** Maria of the shelter, and a colleague of hers who is at work at the same time. */
final class Respondents {

    static final String CHECKLIST = "capacity-checklist";
    static final String REVIEW = "internal-capacity-review";
    static final AnswerKey ROLE = new AnswerKey("role", AnswerKey.WHOLE);
    static final AnswerKey TRAINED = new AnswerKey("staff-trained", AnswerKey.WHOLE);

    private final SignedIn elena;
    final SignedIn maria;
    final SignedIn denise;

    Respondents(SignedInAs signedInAs) {
        this.elena = signedInAs.person(SignedInAs.COORDINATOR);
        this.maria = signedInAs.person(SignedInAs.MEMBER_OF_SHELTER);
        this.denise =
                new SignedIn(
                        UUID.randomUUID(),
                        "Denise Kowalczyk",
                        "denise@safe-harbor.example.org",
                        Role.MEMBER,
                        shelter(),
                        Set.of(),
                        Locale.ENGLISH,
                        "",
                        true);
    }

    UUID shelter() {
        UUID organization = maria.organizationId();
        if (organization == null) {
            throw new AssertionError("Maria speaks for nobody");
        }
        return organization;
    }

    <T> T maria(Supplier<T> work) {
        return SystemActor.callAs(maria, work);
    }

    void maria(Runnable work) {
        SystemActor.callAs(maria, done(work));
    }

    <T> T denise(Supplier<T> work) {
        return SystemActor.callAs(denise, work);
    }

    <T> T coordinator(Supplier<T> work) {
        return SystemActor.callAs(elena, work);
    }

    void coordinator(Runnable work) {
        SystemActor.callAs(elena, done(work));
    }

    static Supplier<Boolean> done(Runnable work) {
        return () -> {
            work.run();
            return true;
        };
    }

    static Word choose(Choice choice) {
        return new Word.Chosen(null, choice);
    }

    static Word write(String text) {
        return new Word.Written(null, text);
    }
}
