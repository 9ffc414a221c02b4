package org.coalitionatlas.partnership;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.InvalidValue;
import org.jspecify.annotations.Nullable;

/** That two organizations work together, as one of them states it. */
@Entity
@Table(name = "partnership")
class Partnership {

    @Id private UUID id;
    @Version private @Nullable Long version;
    private UUID providerId;
    private UUID partnerId;

    @Enumerated(EnumType.STRING)
    private PartnershipKind kind;

    @Enumerated(EnumType.STRING)
    private Agreement agreement;

    private @Nullable LocalDate signedOn;
    private @Nullable LocalDate expiresOn;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Partnership() {}

    Partnership(
            UUID providerId,
            UUID partnerId,
            PartnershipKind kind,
            Agreement agreement,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate expiresOn) {
        if (providerId.equals(partnerId)) {
            throw new InvalidValue("invalid.partner.self");
        }
        if (signedOn != null && expiresOn != null && expiresOn.isBefore(signedOn)) {
            throw new InvalidValue("invalid.dates", signedOn, expiresOn);
        }
        this.id = Ids.newId();
        this.providerId = providerId;
        this.partnerId = partnerId;
        this.kind = kind;
        this.agreement = agreement;
        this.signedOn = signedOn;
        this.expiresOn = expiresOn;
    }

    UUID id() {
        return id;
    }

    UUID providerId() {
        return providerId;
    }

    UUID partnerId() {
        return partnerId;
    }

    PartnershipKind kind() {
        return kind;
    }

    Agreement agreement() {
        return agreement;
    }

    @Nullable LocalDate signedOn() {
        return signedOn;
    }

    @Nullable LocalDate expiresOn() {
        return expiresOn;
    }
}
