package org.coalitionatlas.partnership;

import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.directory.DirectoryAccess;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may say that two organizations work together or know each other: whoever may write the record
 * of either of them, and nobody about an organization they may not see.
 */
@Component("partnershipAccess")
public class PartnershipAccess {

    private final CurrentPerson currentPerson;
    private final DirectoryAccess directoryAccess;
    private final PartnershipRecords partnerships;
    private final ContactsHeld contacts;
    private final OrganizationsSeen seen;

    PartnershipAccess(
            CurrentPerson currentPerson,
            DirectoryAccess directoryAccess,
            PartnershipRecords partnerships,
            ContactsHeld contacts,
            OrganizationsSeen seen) {
        this.currentPerson = currentPerson;
        this.directoryAccess = directoryAccess;
        this.partnerships = partnerships;
        this.contacts = contacts;
        this.seen = seen;
    }

    /** Whether the current person may record that. */
    @Transactional(readOnly = true)
    public boolean mayState(@Nullable PartnershipDraft draft) {
        return draft != null && mayWriteOneOf(draft.providerId(), draft.partnerId());
    }

    /** Whether the current person may record that. */
    @Transactional(readOnly = true)
    public boolean mayHold(@Nullable HeldDraft draft) {
        return draft != null && mayWriteOneOf(draft.providerId(), draft.holderId());
    }

    /** Whether the current person may change the partnership. */
    @Transactional(readOnly = true)
    public boolean mayWrite(UUID id) {
        return isSomebody()
                && partnerships
                        .findById(id)
                        .filter(p -> !p.isSetAside())
                        .map(p -> mayWriteOneOf(p.providerId(), p.partnerId()))
                        .orElse(false);
    }

    /** Whether the current person may change the contact held. */
    @Transactional(readOnly = true)
    public boolean mayWriteContact(UUID id) {
        return isSomebody()
                && contacts.findById(id)
                        .filter(c -> !c.isSetAside())
                        .map(c -> mayWriteOneOf(c.providerId(), c.holderId()))
                        .orElse(false);
    }

    /** Which side the current person speaks for; empty for coordinators, who speak for none. */
    Optional<Side> sideOf(PartnershipDraft draft) {
        SignedIn person = currentPerson.get();
        if (person.speaksFor(draft.providerId())) {
            return Optional.of(Side.PROVIDER);
        }
        return person.speaksFor(draft.partnerId()) ? Optional.of(Side.PARTNER) : Optional.empty();
    }

    private boolean mayWriteOneOf(UUID one, UUID other) {
        return isSomebody()
                && (directoryAccess.mayEditOrganization(one)
                        || directoryAccess.mayEditOrganization(other))
                && seen.both(one, other);
    }

    private boolean isSomebody() {
        return currentPerson.find().isPresent();
    }
}
