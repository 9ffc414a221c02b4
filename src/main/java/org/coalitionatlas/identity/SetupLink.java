package org.coalitionatlas.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The link that makes the first administrator: one row, replaced by every new link. */
@Entity
@Table(name = "setup_link")
class SetupLink {

    static final int ID = 1;

    @Id private int id = ID;
    private String tokenHash;
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected SetupLink() {}

    SetupLink(String tokenHash, Instant expiresAt) {
        this.tokenHash = tokenHash;
        this.expiresAt = expiresAt;
    }

    boolean opensWith(String hash, Instant now) {
        return tokenHash.equals(hash) && now.isBefore(expiresAt);
    }
}
