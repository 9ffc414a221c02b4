package org.coalitionatlas.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RememberedDevices extends Repository<RememberedDevice, UUID> {

    RememberedDevice save(RememberedDevice device);

    Optional<RememberedDevice> findByTokenHash(String tokenHash);

    @Modifying
    @Query("delete from RememberedDevice d where d.tokenHash = :tokenHash")
    void forget(String tokenHash);

    @Modifying
    @Query("delete from RememberedDevice d where d.expiresAt < :now")
    void forgetExpired(Instant now);

    @Modifying
    @Query("delete from RememberedDevice d where d.personId = :personId")
    void forgetAllOf(UUID personId);
}
