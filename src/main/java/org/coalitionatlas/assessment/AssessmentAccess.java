package org.coalitionatlas.assessment;

import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.directory.ProviderFacts;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may do what with a county's assessment. Coordinators of the county and administrators do
 * everything; members of an organization that stands in the county or serves it say what they know.
 */
@Component("assessmentAccess")
public class AssessmentAccess {

    private final CurrentPerson currentPerson;
    private final AssessmentRecords assessments;
    private final ProviderFacts providerFacts;
    private final Geography geography;

    AssessmentAccess(
            CurrentPerson currentPerson,
            AssessmentRecords assessments,
            ProviderFacts providerFacts,
            Geography geography) {
        this.currentPerson = currentPerson;
        this.assessments = assessments;
        this.providerFacts = providerFacts;
        this.geography = geography;
    }

    /**
     * Whether the current person may open, close and resolve in the county, add providers and write
     * its narratives.
     */
    public boolean mayAssess(String countyFips) {
        return currentPerson.find().map(person -> person.coordinates(countyFips)).orElse(false);
    }

    /** Whether the current person may say what they know about the county's providers. */
    @Transactional(readOnly = true)
    public boolean maySpeakIn(String countyFips) {
        Optional<SignedIn> person = currentPerson.find();
        if (person.isEmpty() || mayAssess(countyFips)) {
            return person.isPresent();
        }
        UUID organization = person.get().organizationId();
        return organization != null
                && geography
                        .county(countyFips)
                        .map(county -> providerFacts.worksIn(organization, county))
                        .orElse(false);
    }

    /** The same for the county of that cycle. */
    @Transactional(readOnly = true)
    public boolean mayAnswer(UUID assessmentId) {
        return assessments
                .findById(assessmentId)
                .map(assessment -> maySpeakIn(assessment.countyFips()))
                .orElse(false);
    }

    /** Whether the current person coordinates the county of that cycle. */
    @Transactional(readOnly = true)
    public boolean mayCoordinate(UUID assessmentId) {
        return assessments
                .findById(assessmentId)
                .map(assessment -> mayAssess(assessment.countyFips()))
                .orElse(false);
    }
}
