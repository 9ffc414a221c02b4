package org.coalitionatlas.demand;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Texts;
import org.jspecify.annotations.Nullable;

/** A search somebody wants to make again, or to be told about. */
@Entity
@Table(name = "saved_search")
class SavedSearch {

    static final int LONGEST_NAME = 120;
    private static final int LONGEST_ADDRESS = 2000;

    @Id private UUID id;
    @Version private @Nullable Long version;
    private UUID personId;

    @Column(length = LONGEST_NAME)
    private String name;

    @Column(length = LONGEST_ADDRESS)
    private String address;

    private boolean tellNew;
    private boolean byMail;
    private long matches;
    private Instant createdAt;
    private Instant lookedAt;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected SavedSearch() {}

    SavedSearch(UUID personId, String name, String address, Instant now) {
        this.id = Ids.newId();
        this.personId = personId;
        this.name = Texts.required(name, LONGEST_NAME);
        if (address.length() > LONGEST_ADDRESS) {
            throw new InvalidValue("invalid.tooLong", LONGEST_ADDRESS, address.length());
        }
        this.address = address;
        this.createdAt = now;
        this.lookedAt = now;
    }

    void rename(String newName) {
        name = Texts.required(newName, LONGEST_NAME);
    }

    void tell(boolean somethingNew, boolean alsoByMail) {
        tellNew = somethingNew;
        byMail = somethingNew && alsoByMail;
    }

    void looked(long found, Instant now) {
        matches = found;
        lookedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID personId() {
        return personId;
    }

    String name() {
        return name;
    }

    String address() {
        return address;
    }

    boolean tellsNew() {
        return tellNew;
    }

    boolean isByMail() {
        return byMail;
    }

    long matches() {
        return matches;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant lookedAt() {
        return lookedAt;
    }
}
