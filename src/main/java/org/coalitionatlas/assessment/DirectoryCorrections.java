package org.coalitionatlas.assessment;

import java.util.UUID;
import org.coalitionatlas.common.PastedText;
import org.coalitionatlas.directory.DirectoryAccess;
import org.coalitionatlas.directory.Proposals;
import org.coalitionatlas.directory.Proposer;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.Suggestion;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.SignedIn;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way from an answer back to the directory: what a person says and no record holds becomes a
 * suggestion to the coordinators. An answer itself never changes a record.
 */
@Component
public class DirectoryCorrections {

    private static final int LONGEST = 1000;

    private final AssessmentRecords assessments;
    private final DirectoryAccess access;
    private final Proposals proposals;
    private final CurrentPerson currentPerson;

    DirectoryCorrections(
            AssessmentRecords assessments,
            DirectoryAccess access,
            Proposals proposals,
            CurrentPerson currentPerson) {
        this.assessments = assessments;
        this.access = access;
        this.proposals = proposals;
        this.currentPerson = currentPerson;
    }

    /** Whether the current person may write the provider's record and needs no suggestion. */
    public boolean mayEdit(UUID providerId) {
        return access.mayEditOrganization(providerId);
    }

    /**
     * Suggests a correction of a provider's record to the coordinators. For whoever may answer in
     * the cycle.
     *
     * @param message what should be corrected, in the person's words or language
     * @return the proposal
     */
    @Transactional
    @PreAuthorize("@assessmentAccess.mayAnswer(#assessmentId)")
    public UUID suggest(UUID assessmentId, UUID providerId, String message) {
        SignedIn person = currentPerson.get();
        String county = assessments.findById(assessmentId).orElseThrow().countyFips();
        return proposals.suggest(
                new Suggestion(
                        RecordKind.ORGANIZATION,
                        providerId,
                        providerId,
                        county,
                        null,
                        PastedText.required(message, LONGEST),
                        new Proposer(person.id(), person.name(), person.email(), person.locale())));
    }
}
