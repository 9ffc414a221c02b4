package org.coalitionatlas.assessment;

import org.coalitionatlas.common.OrganizationsMerged;
import org.coalitionatlas.common.OrganizationsSeparated;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Invitations follow their provider into the organization it is merged into, and come back with it:
 * the link then shows the rows of whoever the provider has become.
 */
@Component
class InvitationsMerged {

    private final InvitationStore store;

    InvitationsMerged(InvitationStore store) {
        this.store = store;
    }

    @EventListener
    void follow(OrganizationsMerged merged) {
        store.follow(merged.mergeId(), merged.from().value(), merged.into().value());
    }

    @EventListener
    void goBack(OrganizationsSeparated separated) {
        store.goBack(separated.mergeId(), separated.from().value());
    }
}
