package org.coalitionatlas.directory;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Services extends Repository<Service, UUID> {

    Service save(Service service);

    Optional<Service> findById(UUID id);

    long count();
}
