package org.coalitionatlas.directory;

import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may show a retired location or contact again: coordinators, and the member who retired it.
 * What somebody else took out of sight, perhaps to protect a person, is not a member's to show.
 */
@Component("retirementAccess")
class RetirementAccess {

    private final DirectoryAccess access;
    private final CurrentPerson currentPerson;
    private final Locations locations;
    private final Contacts contacts;

    RetirementAccess(
            DirectoryAccess access,
            CurrentPerson currentPerson,
            Locations locations,
            Contacts contacts) {
        this.access = access;
        this.currentPerson = currentPerson;
        this.locations = locations;
        this.contacts = contacts;
    }

    /** Whether the current person may put the location or contact back. */
    @Transactional(readOnly = true)
    public boolean mayPutBack(@Nullable RecordKind kind, UUID id) {
        Optional<Retirement> retirement =
                switch (kind) {
                    case LOCATION -> locations.findById(id).map(Location::retirement);
                    case CONTACT -> contacts.findById(id).map(Contact::retirement);
                    case null, default -> Optional.empty();
                };
        return retirement.isPresent()
                && access.mayEditRecord(kind, id)
                && mayPutBack(retirement.get());
    }

    /** The same, of a record the current person may write. */
    boolean mayPutBack(Retirement retirement) {
        return currentPerson
                .find()
                .filter(
                        person ->
                                person.role() != Role.MEMBER || person.id().equals(retirement.by()))
                .isPresent();
    }
}
