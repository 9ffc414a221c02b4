package org.coalitionatlas.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.coalitionatlas.common.Ids;

/** A browser that may sign its person in again, until a fixed hour. */
@Entity
@Table(name = "remembered_device")
class RememberedDevice {

    @Id private UUID id;
    private UUID personId;
    private String tokenHash;
    private Instant createdAt;
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected RememberedDevice() {}

    RememberedDevice(UUID personId, String tokenHash, Instant createdAt, Instant expiresAt) {
        this.id = Ids.newId();
        this.personId = personId;
        this.tokenHash = tokenHash;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    UUID personId() {
        return personId;
    }

    boolean isGood(Instant now) {
        return now.isBefore(expiresAt);
    }
}
