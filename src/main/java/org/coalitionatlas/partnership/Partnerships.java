package org.coalitionatlas.partnership;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who works with whom, and who knows somebody where. */
@Component
public class Partnerships {

    private final PartnershipRecords partnerships;
    private final ContactsHeld contactsHeld;

    Partnerships(PartnershipRecords partnerships, ContactsHeld contactsHeld) {
        this.partnerships = partnerships;
        this.contactsHeld = contactsHeld;
    }

    /** A partnership as others read it. */
    public record PartnershipView(
            UUID providerId,
            UUID partnerId,
            PartnershipKind kind,
            Agreement agreement,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate expiresOn) {

        /** Whether it is in force on that day: begun and not over. */
        public boolean inForce(LocalDate day) {
            return (signedOn == null || !day.isBefore(signedOn))
                    && (expiresOn == null || day.isBefore(expiresOn));
        }
    }

    /** Records that two organizations work together. For those who may write the provider. */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditOrganization(#providerId)")
    public UUID record(
            UUID providerId,
            UUID partnerId,
            PartnershipKind kind,
            Agreement agreement,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate expiresOn) {
        return partnerships
                .save(new Partnership(providerId, partnerId, kind, agreement, signedOn, expiresOn))
                .id();
    }

    /** Records that somebody at the holder knows somebody at the provider. */
    @Transactional
    @PreAuthorize("@directoryAccess.mayEditOrganization(#providerId)")
    public UUID recordContact(
            UUID providerId, UUID holderId, @Nullable UUID contactId, String heldBy) {
        return contactsHeld.save(new ContactHeld(providerId, holderId, contactId, heldBy)).id();
    }

    /** The partnerships of a provider, in force or not. For members. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<PartnershipView> of(UUID providerId) {
        return partnerships.findByProviderId(providerId).stream().map(Partnerships::view).toList();
    }

    /**
     * For each provider with a partnership on record: whether one is in force that day. Providers
     * without any record are absent: nobody knows, which is not the same as no partner.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Map<UUID, Boolean> partnersOn(LocalDate day) {
        var inForce = new HashMap<UUID, Boolean>();
        for (Partnership partnership : partnerships.findAll()) {
            inForce.merge(
                    partnership.providerId(), view(partnership).inForce(day), Boolean::logicalOr);
        }
        return inForce;
    }

    /** The providers at which somebody of the coalition knows somebody. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Set<UUID> providersWithContact() {
        return new HashSet<>(contactsHeld.providersKnown());
    }

    private static PartnershipView view(Partnership partnership) {
        return new PartnershipView(
                partnership.providerId(),
                partnership.partnerId(),
                partnership.kind(),
                partnership.agreement(),
                partnership.signedOn(),
                partnership.expiresOn());
    }
}
