package org.coalitionatlas.directory;

import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may do what with a proposal: a coordinator of the organization's counties decides, its own
 * organization sees it and takes it back. A report that a record is unsafe is not the
 * organization's: whoever reported may stand in front of its staff, so only coordinators know of
 * it.
 */
@Component
class ProposalAccess {

    private final ProposalRecords proposals;
    private final DirectoryAccess access;
    private final CurrentPerson currentPerson;

    ProposalAccess(ProposalRecords proposals, DirectoryAccess access, CurrentPerson currentPerson) {
        this.proposals = proposals;
        this.access = access;
        this.currentPerson = currentPerson;
    }

    @Transactional(readOnly = true)
    public boolean mayDecide(UUID id) {
        Optional<SignedIn> person = currentPerson.find();
        return person.isPresent()
                && person.get().role() != Role.MEMBER
                && proposals.findById(id).map(one -> reaches(one, person.get())).orElse(false);
    }

    @Transactional(readOnly = true)
    public boolean maySee(UUID id) {
        return mayDecide(id) || isOfOwnOrganization(id);
    }

    /** Its own organization may, and whoever may decide it: a coordinator's own proposals too. */
    @Transactional(readOnly = true)
    public boolean mayWithdraw(UUID id) {
        return maySee(id);
    }

    private boolean isOfOwnOrganization(UUID id) {
        return currentPerson
                .find()
                .flatMap(
                        person ->
                                proposals
                                        .findById(id)
                                        .filter(one -> one.kind() != ProposalKind.UNSAFE)
                                        .map(Proposal::organizationId)
                                        .map(person::speaksFor))
                .orElse(false);
    }

    private boolean reaches(Proposal proposal, SignedIn person) {
        UUID organization = proposal.organizationId();
        if (organization != null) {
            return access.mayEditOrganization(organization);
        }
        return proposal.countyFips() == null || person.coordinates(proposal.countyFips());
    }
}
