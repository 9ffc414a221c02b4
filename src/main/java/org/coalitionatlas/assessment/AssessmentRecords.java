package org.coalitionatlas.assessment;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AssessmentRecords extends Repository<Assessment, UUID> {

    Assessment save(Assessment assessment);

    Optional<Assessment> findById(UUID id);

    Optional<Assessment> findByCountyFipsAndCycle(String countyFips, String cycle);

    Optional<Assessment> findFirstByCountyFipsOrderByOpenedAtDescIdDesc(String countyFips);
}
