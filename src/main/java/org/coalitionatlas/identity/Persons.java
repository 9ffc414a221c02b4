package org.coalitionatlas.identity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Persons extends Repository<Person, UUID> {

    Person save(Person person);

    Optional<Person> findById(UUID id);

    Optional<Person> findByEmail(String email);

    List<Person> findAllByIdIn(Collection<UUID> ids);

    @Query(
            "select distinct p.organizationId from Person p"
                    + " where p.enabled = true and p.organizationId is not null")
    Set<UUID> findRepresented();

    List<Person> findAllByOrderByNameAscIdAsc(Pageable page);

    long count();

    boolean existsByRole(Role role);
}
