package org.coalitionatlas.assessment;

import java.util.UUID;
import org.coalitionatlas.identity.SignedIn;
import org.jspecify.annotations.Nullable;

/**
 * In whose name something is said.
 *
 * @param id the person's, or the organization's where a provider speaks of itself
 * @param organizationId the organization spoken for
 */
record Speaker(SaidBy kind, UUID id, String name, @Nullable UUID organizationId) {

    static Speaker of(SignedIn person) {
        return new Speaker(SaidBy.PERSON, person.id(), person.name(), person.organizationId());
    }
}
