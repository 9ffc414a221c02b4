package org.coalitionatlas.demand;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

interface SavedSearchRecords extends Repository<SavedSearch, UUID> {

    SavedSearch saveAndFlush(SavedSearch search);

    void delete(SavedSearch search);

    Optional<SavedSearch> findById(UUID id);

    Optional<SavedSearch> findByIdAndPersonId(UUID id, UUID personId);

    List<SavedSearch> findByPersonIdOrderByNameAscIdAsc(UUID personId);

    long countByPersonId(UUID personId);

    List<SavedSearch> findByTellNewTrueOrderByLookedAtAscIdAsc(Pageable page);
}
