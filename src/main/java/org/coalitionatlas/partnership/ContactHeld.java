package org.coalitionatlas.partnership;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Texts;
import org.jspecify.annotations.Nullable;

/** That somebody at one organization knows somebody at another. */
@Entity
@Table(name = "contact_held")
class ContactHeld {

    @Id private UUID id;
    @Version private @Nullable Long version;
    private UUID providerId;
    private UUID holderId;
    private @Nullable UUID contactId;
    private String heldBy;
    private @Nullable String note;
    private @Nullable LocalDate heldSince;
    private @Nullable LocalDate confirmedOn;
    private @Nullable String confirmedBy;
    private @Nullable LocalDate endedOn;
    private @Nullable String endReason;
    private @Nullable String endedBy;
    private @Nullable String recordedBy;
    private @Nullable Instant recordedAt;

    /** The merge of organizations that made it meaningless or a double, until taken back. */
    private @Nullable UUID setAside;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected ContactHeld() {}

    @SuppressWarnings("NullAway.Init") // revise fills the rest
    ContactHeld(HeldDraft draft, String by, LocalDate today, Instant now) {
        this.id = Ids.newId();
        this.providerId = draft.providerId();
        this.holderId = draft.holderId();
        this.recordedBy = Texts.required(by, 200);
        this.recordedAt = now;
        revise(draft, by, today);
    }

    /** Takes over what was said, which is so today; the two organizations stay the same. */
    void revise(HeldDraft draft, String by, LocalDate today) {
        if (!draft.providerId().equals(providerId) || !draft.holderId().equals(holderId)) {
            throw new InvalidValue("partnership.invalid.others");
        }
        if (draft.since() != null && draft.since().isAfter(today)) {
            throw new InvalidValue("partnership.invalid.future");
        }
        contactId = draft.contactId();
        heldBy = draft.heldBy();
        note = draft.note();
        heldSince = draft.since();
        confirm(by, today);
    }

    /** It is still so. */
    void confirm(String by, LocalDate today) {
        if (endedOn != null) {
            throw new InvalidValue("partnership.invalid.ended");
        }
        confirmedOn = today;
        confirmedBy = Texts.required(by, 200);
    }

    /** It is no longer so from that day on. */
    void end(LocalDate on, String reason, String by) {
        if (endedOn != null) {
            throw new InvalidValue("partnership.invalid.ended");
        }
        if (heldSince != null && on.isBefore(heldSince)) {
            throw new InvalidValue("partnership.invalid.endBefore");
        }
        endReason = Texts.required(reason, 500);
        endedOn = on;
        endedBy = Texts.required(by, 200);
    }

    /** It was not ended after all. */
    void resume() {
        if (endedOn == null) {
            throw new InvalidValue("partnership.invalid.notEnded");
        }
        endedOn = null;
        endReason = null;
        endedBy = null;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version == null ? 0 : version;
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

    boolean isSetAside() {
        return setAside != null;
    }
}
