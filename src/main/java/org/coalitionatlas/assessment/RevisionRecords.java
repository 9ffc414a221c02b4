package org.coalitionatlas.assessment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface RevisionRecords extends Repository<NarrativeRevision, UUID> {

    NarrativeRevision save(NarrativeRevision revision);

    Optional<NarrativeRevision> findById(UUID id);

    Optional<NarrativeRevision> findFirstByAssessmentIdAndTopicOrderByWrittenAtDescIdDesc(
            UUID assessmentId, NarrativeTopic topic);

    List<NarrativeRevision> findByAssessmentIdAndTopicOrderByWrittenAtDescIdDesc(
            UUID assessmentId, NarrativeTopic topic, Limit limit);
}
