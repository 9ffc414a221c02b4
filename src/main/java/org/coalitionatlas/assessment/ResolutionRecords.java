package org.coalitionatlas.assessment;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ResolutionRecords extends Repository<AssessmentResolution, UUID> {

    AssessmentResolution save(AssessmentResolution resolution);

    List<AssessmentResolution> findByAssessmentIdAndNeedCodeAndProviderIdIn(
            UUID assessmentId, String needCode, Collection<UUID> providerIds);

    List<AssessmentResolution> findByAssessmentId(UUID assessmentId);

    /** Cycle and ruling. */
    @Query("select r.assessmentId, r from AssessmentResolution r where r.assessmentId in :ids")
    List<Object[]> inCycles(Collection<UUID> ids);
}
