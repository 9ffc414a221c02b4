package org.coalitionatlas.assessment;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StatementRecords extends Repository<AssessmentStatement, UUID> {

    AssessmentStatement save(AssessmentStatement statement);

    List<AssessmentStatement> findByAssessmentIdAndNeedCodeAndProviderIdIn(
            UUID assessmentId, String needCode, Collection<UUID> providerIds);

    List<AssessmentStatement> findByAssessmentId(UUID assessmentId);

    /** County, cycle and statement, for everything said in the open cycles of the counties. */
    @Query(
            "select a.countyFips, a.id, s from AssessmentStatement s join Assessment a on a.id ="
                    + " s.assessmentId where a.openCounty in :counties")
    List<Object[]> inOpenCyclesOf(Collection<String> counties);
}
