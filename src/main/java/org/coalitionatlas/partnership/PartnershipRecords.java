package org.coalitionatlas.partnership;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PartnershipRecords extends Repository<Partnership, UUID> {

    Partnership saveAndFlush(Partnership partnership);

    Optional<Partnership> findById(UUID id);
}
