package org.coalitionatlas.partnership;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PartnershipRecords extends Repository<Partnership, UUID> {

    Partnership save(Partnership partnership);

    List<Partnership> findAll();

    List<Partnership> findByProviderId(UUID providerId);
}
