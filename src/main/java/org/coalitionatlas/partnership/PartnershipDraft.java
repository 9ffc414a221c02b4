package org.coalitionatlas.partnership;

import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Texts;
import org.jspecify.annotations.Nullable;

/**
 * All that is said about a partnership at once.
 *
 * @param providerId the organization that helps
 * @param partnerId the member of the coalition that works with it
 * @param statedBy which of the two says so; of a member, their own organization always does
 * @param kinds what they do together, at least one
 * @param providerRole what the provider does and answers for
 * @param partnerRole what the partner does and answers for
 */
public record PartnershipDraft(
        UUID providerId,
        UUID partnerId,
        Side statedBy,
        Set<PartnershipKind> kinds,
        Terms terms,
        @Nullable String providerRole,
        @Nullable String partnerRole) {

    /** Most characters of a role. */
    public static final int LONGEST_ROLE = 2000;

    /** Tidies the texts; refuses an organization with itself, and a partnership in nothing. */
    public PartnershipDraft {
        if (providerId.equals(partnerId)) {
            throw new InvalidValue("invalid.partner.self");
        }
        if (kinds.isEmpty()) {
            throw new InvalidValue("partnership.invalid.kinds");
        }
        kinds = Set.copyOf(kinds);
        providerRole = Texts.tidy(providerRole, LONGEST_ROLE);
        partnerRole = Texts.tidy(partnerRole, LONGEST_ROLE);
    }

    /** The partner says that the two do that together, and nothing more. */
    public static PartnershipDraft plain(
            UUID providerId, UUID partnerId, PartnershipKind kind, Terms terms) {
        return new PartnershipDraft(
                providerId, partnerId, Side.PARTNER, Set.of(kind), terms, null, null);
    }

    /** The organization that says so. */
    public UUID statingId() {
        return statedBy == Side.PROVIDER ? providerId : partnerId;
    }

    PartnershipDraft statedBy(Side side) {
        return new PartnershipDraft(
                providerId, partnerId, side, kinds, terms, providerRole, partnerRole);
    }
}
