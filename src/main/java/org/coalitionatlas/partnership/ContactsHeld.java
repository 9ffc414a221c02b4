package org.coalitionatlas.partnership;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ContactsHeld extends Repository<ContactHeld, UUID> {

    ContactHeld saveAndFlush(ContactHeld contact);

    Optional<ContactHeld> findById(UUID id);
}
