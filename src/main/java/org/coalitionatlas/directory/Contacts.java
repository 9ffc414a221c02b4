package org.coalitionatlas.directory;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Contacts extends Repository<Contact, UUID> {

    Contact save(Contact contact);

    Optional<Contact> findById(UUID id);

    Set<Contact> findByIdIn(Collection<UUID> ids);
}
