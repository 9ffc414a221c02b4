package org.coalitionatlas.identity;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Persons extends Repository<Person, UUID> {

    Person save(Person person);

    Optional<Person> findById(UUID id);

    Optional<Person> findByEmail(String email);

    boolean existsByRole(Role role);
}
