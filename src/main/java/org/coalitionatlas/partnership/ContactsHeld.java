package org.coalitionatlas.partnership;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ContactsHeld extends Repository<ContactHeld, UUID> {

    ContactHeld save(ContactHeld contact);

    @Query("select distinct c.providerId from ContactHeld c")
    List<UUID> providersKnown();
}
