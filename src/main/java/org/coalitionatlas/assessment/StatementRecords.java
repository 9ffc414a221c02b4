package org.coalitionatlas.assessment;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface StatementRecords extends Repository<AssessmentStatement, UUID> {

    AssessmentStatement save(AssessmentStatement statement);

    List<AssessmentStatement> findByAssessmentIdAndNeedCodeAndProviderIdIn(
            UUID assessmentId, String needCode, Collection<UUID> providerIds);

    List<AssessmentStatement> findByAssessmentId(UUID assessmentId);
}
