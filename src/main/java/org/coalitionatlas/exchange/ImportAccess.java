package org.coalitionatlas.exchange;

import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.springframework.stereotype.Component;

/**
 * Who may end an import. Anybody who may import sees all imports and what came of them, but a file
 * has no counties of its own before it is read: only its starter and administrators can answer for
 * the half of it that is left out.
 */
@Component("importAccess")
public class ImportAccess {

    private final CurrentPerson currentPerson;
    private final ImportJobStore store;

    ImportAccess(CurrentPerson currentPerson, ImportJobStore store) {
        this.currentPerson = currentPerson;
        this.store = store;
    }

    /** Whether the current person may end the job; nobody may end one that does not exist. */
    public boolean mayCancel(UUID id) {
        Optional<SignedIn> person = currentPerson.find();
        if (person.isEmpty() || person.get().role() == Role.MEMBER) {
            return false;
        }
        SignedIn who = person.get();
        return store.starter(id)
                .filter(email -> who.isAdministrator() || email.equalsIgnoreCase(who.email()))
                .isPresent();
    }
}
