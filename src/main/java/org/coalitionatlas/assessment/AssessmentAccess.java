package org.coalitionatlas.assessment;

import java.util.UUID;
import org.coalitionatlas.identity.CurrentPerson;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may answer: the coordinators of the county, and administrators. */
@Component("assessmentAccess")
public class AssessmentAccess {

    private final CurrentPerson currentPerson;
    private final AssessmentRecords assessments;

    AssessmentAccess(CurrentPerson currentPerson, AssessmentRecords assessments) {
        this.currentPerson = currentPerson;
        this.assessments = assessments;
    }

    /** Whether the current person may assess the county. */
    public boolean mayAssess(String countyFips) {
        return currentPerson.find().map(person -> person.coordinates(countyFips)).orElse(false);
    }

    /** Whether the current person may answer in that assessment. */
    @Transactional(readOnly = true)
    public boolean mayAnswer(UUID assessmentId) {
        return assessments
                .findById(assessmentId)
                .map(assessment -> mayAssess(assessment.countyFips()))
                .orElse(false);
    }
}
