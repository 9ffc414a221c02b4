package org.coalitionatlas.assessment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface NarrativeRecords extends Repository<AssessmentNarrative, UUID> {

    AssessmentNarrative saveAndFlush(AssessmentNarrative narrative);

    Optional<AssessmentNarrative> findByAssessmentIdAndTopic(
            UUID assessmentId, NarrativeTopic topic);

    List<AssessmentNarrative> findByAssessmentId(UUID assessmentId);
}
