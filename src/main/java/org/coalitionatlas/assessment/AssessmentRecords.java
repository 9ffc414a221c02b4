package org.coalitionatlas.assessment;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AssessmentRecords extends Repository<Assessment, UUID> {

    Assessment saveAndFlush(Assessment assessment);

    Optional<Assessment> findById(UUID id);

    /**
     * The cycle, for whoever is about to write into it: answers to one county come one after the
     * other, so that what follows from them is worked out from all of them, and none slips in while
     * the cycle is being closed.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Assessment a where a.id = :id")
    Optional<Assessment> lock(UUID id);

    /** All cycles of the county, the latest first. */
    List<Assessment> findByCountyFipsOrderByOpenedAtDescIdDesc(String countyFips);
}
