package org.coalitionatlas.partnership;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.Texts;
import org.jspecify.annotations.Nullable;

/** That somebody at one organization knows somebody at another. */
@Entity
@Table(name = "contact_held")
class ContactHeld {

    @Id private UUID id;
    private UUID providerId;
    private UUID holderId;
    private @Nullable UUID contactId;
    private String heldBy;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected ContactHeld() {}

    ContactHeld(UUID providerId, UUID holderId, @Nullable UUID contactId, String heldBy) {
        this.id = Ids.newId();
        this.providerId = providerId;
        this.holderId = holderId;
        this.contactId = contactId;
        this.heldBy = Texts.required(heldBy, 200);
    }

    UUID id() {
        return id;
    }

    UUID providerId() {
        return providerId;
    }

    UUID holderId() {
        return holderId;
    }

    @Nullable UUID contactId() {
        return contactId;
    }

    String heldBy() {
        return heldBy;
    }
}
