package org.coalitionatlas.directory;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Locations extends Repository<Location, UUID> {

    Location save(Location location);

    Optional<Location> findById(UUID id);

    Set<Location> findByIdIn(Collection<UUID> ids);
}
