package org.coalitionatlas.capacity;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.capacity.ResponseVerb.Side;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.OrganizationNames;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Who stands where towards a response: people who speak for the organization fill it in;
 * coordinators of the counties in which it stands or serves, and administrators, review it; nobody
 * else knows of it.
 */
@Component
class ResponseAccess {

    private final CurrentPerson currentPerson;
    private final OrganizationNames organizations;

    ResponseAccess(CurrentPerson currentPerson, OrganizationNames organizations) {
        this.currentPerson = currentPerson;
        this.organizations = organizations;
    }

    /** On which side the current person is; no query for a member. */
    Set<Side> sides(UUID organization) {
        SignedIn person = currentPerson.get();
        if (person.speaksFor(organization)) {
            return EnumSet.of(Side.ORGANIZATION);
        }
        return person.role() != Role.MEMBER
                        && !organizations.coordinated(Set.of(organization)).isEmpty()
                ? EnumSet.of(Side.COORDINATOR)
                : EnumSet.noneOf(Side.class);
    }

    /** The sides of somebody who may read the response at all. */
    Set<Side> requireReader(UUID organization) {
        Set<Side> sides = sides(organization);
        if (sides.isEmpty()) {
            throw new AccessDeniedException("neither of the organization nor its coordinator");
        }
        return sides;
    }

    /** How much of the response somebody on these sides may read. */
    static Sight sight(ResponseHead head, Set<Side> sides) {
        if (sides.contains(Side.ORGANIZATION)) {
            return Sight.RESULT;
        }
        if (head.state().isOpen()) {
            return Sight.PROGRESS;
        }
        return head.resultShared() ? Sight.RESULT : Sight.ANSWERS;
    }

    /** Whether they may also read what was written in words, noted and attached. */
    static boolean readsWords(ResponseHead head, Set<Side> sides) {
        return sides.contains(Side.ORGANIZATION)
                || head.narrativesShared() && sight(head, sides).hasAnswers();
    }

    /**
     * Checks that the verb is the current person's and fits the state.
     *
     * @throws AccessDeniedException when it is somebody else's
     * @throws NotInState when it does not fit
     */
    void require(ResponseHead head, ResponseVerb verb) {
        boolean mine =
                verb.side() == Side.ORGANIZATION
                        ? currentPerson.get().speaksFor(head.organization())
                        : sides(head.organization()).contains(verb.side());
        if (!mine) {
            throw new AccessDeniedException(verb + " is not for this person");
        }
        if (!verb.fits(head.state())) {
            throw new NotInState(verb, head.state());
        }
    }

    /** Those of the organizations the current person coordinates. */
    Set<UUID> coordinated(Collection<UUID> ids) {
        return ids.isEmpty() ? Set.of() : organizations.coordinated(ids);
    }
}
