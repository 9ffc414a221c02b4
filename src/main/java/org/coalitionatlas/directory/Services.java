package org.coalitionatlas.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Services extends Repository<Service, UUID> {

    Service save(Service service);

    Optional<Service> findById(UUID id);

    long count();

    @Query(
            "select s from Service s where s.provenance.source = :source and"
                    + " s.provenance.sourceId in :sourceIds")
    List<Service> findImported(String source, Collection<String> sourceIds);
}
