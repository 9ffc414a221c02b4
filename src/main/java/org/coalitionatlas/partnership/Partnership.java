package org.coalitionatlas.partnership;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Texts;
import org.jspecify.annotations.Nullable;

/** That two organizations work together, as one of them states it. */
@Entity
@Table(name = "partnership")
class Partnership {

    @Id private UUID id;
    @Version private @Nullable Long version;
    private UUID providerId;
    private UUID partnerId;

    /** Names of the kinds, in the order of the enum, separated by blanks. */
    @Column(name = "kind")
    private String kinds;

    @Enumerated(EnumType.STRING)
    private Agreement agreement;

    private @Nullable LocalDate signedOn;
    private @Nullable LocalDate expiresOn;
    private @Nullable String document;

    @Enumerated(EnumType.STRING)
    private Side statedSide;

    private @Nullable String statedBy;
    private @Nullable Instant statedAt;
    private @Nullable String providerRole;
    private @Nullable String partnerRole;
    private @Nullable LocalDate endedOn;
    private @Nullable String endReason;
    private @Nullable String endedBy;

    /** The merge of organizations that made it meaningless or a double, until taken back. */
    private @Nullable UUID setAside;

    @ElementCollection
    @CollectionTable(name = "partnership_term", joinColumns = @JoinColumn(name = "partnership_id"))
    @OrderColumn(name = "term_order")
    private List<FormerTerm> formerTerms = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Partnership() {}

    @SuppressWarnings("NullAway.Init") // revise fills the rest
    Partnership(PartnershipDraft draft, String by, Instant now) {
        this.id = Ids.newId();
        this.providerId = draft.providerId();
        this.partnerId = draft.partnerId();
        revise(draft, by, now);
    }

    /** Takes over what was said; the two organizations stay the same. */
    void revise(PartnershipDraft draft, String by, Instant now) {
        if (!draft.providerId().equals(providerId) || !draft.partnerId().equals(partnerId)) {
            throw new InvalidValue("partnership.invalid.others");
        }
        kinds = PartnershipKind.stored(draft.kinds());
        statedSide = draft.statedBy();
        statedBy = Texts.required(by, 200);
        statedAt = now;
        providerRole = draft.providerRole();
        partnerRole = draft.partnerRole();
        run(draft.terms());
    }

    private void run(Terms terms) {
        agreement = terms.agreement();
        signedOn = terms.signedOn();
        expiresOn = terms.expiresOn();
        document = terms.document() == null ? null : terms.document().address();
    }

    /** It no longer holds from that day on. */
    void end(LocalDate on, String reason, String by) {
        if (endedOn != null) {
            throw new InvalidValue("partnership.invalid.ended");
        }
        if (signedOn != null && on.isBefore(signedOn)) {
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

    /** A new term replaces the one that runs, which is kept. */
    void renew(Terms terms, String by, Instant now) {
        if (endedOn != null) {
            throw new InvalidValue("partnership.invalid.ended");
        }
        if (expiresOn != null
                && terms.expiresOn() != null
                && !terms.expiresOn().isAfter(expiresOn)) {
            throw new InvalidValue("partnership.invalid.notLonger");
        }
        formerTerms.add(
                new FormerTerm(
                        agreement, signedOn, expiresOn, document, now, Texts.required(by, 200)));
        run(terms);
    }

    /** The term before the last renewal runs again. */
    void takeBackRenewal() {
        if (formerTerms.isEmpty()) {
            throw new InvalidValue("partnership.invalid.notRenewed");
        }
        FormerTerm former = formerTerms.removeLast();
        agreement = former.agreement();
        signedOn = former.signedOn();
        expiresOn = former.expiresOn();
        document = former.document();
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

    UUID partnerId() {
        return partnerId;
    }

    Span span() {
        return new Span(signedOn, expiresOn, endedOn);
    }

    boolean isSetAside() {
        return setAside != null;
    }
}
