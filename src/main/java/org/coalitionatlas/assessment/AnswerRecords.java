package org.coalitionatlas.assessment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AnswerRecords extends Repository<AssessmentAnswer, UUID> {

    AssessmentAnswer save(AssessmentAnswer answer);

    Optional<AssessmentAnswer> findByAssessmentIdAndNeedCodeAndProviderId(
            UUID assessmentId, String needCode, UUID providerId);

    List<AssessmentAnswer> findByAssessmentIdAndNeedCode(UUID assessmentId, String needCode);

    List<AssessmentAnswer> findByAssessmentId(UUID assessmentId);
}
