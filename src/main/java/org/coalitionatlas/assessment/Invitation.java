package org.coalitionatlas.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A provider asked to confirm its own rows of a cycle.
 *
 * @param provider its name when it was invited
 * @param locale language of e-mail and page
 * @param sent e-mails so far
 * @param expiresAt when the latest link stops working
 * @param openedAt when a link was first opened
 * @param answeredAt when it last answered
 * @param answers how many times it answered
 * @param noLonger codes of needs it says it no longer meets
 * @param also codes of needs it says it meets too
 * @param note what it added in words
 */
public record Invitation(
        UUID id,
        UUID assessmentId,
        UUID providerId,
        String provider,
        String email,
        Locale locale,
        String invitedBy,
        Instant invitedAt,
        int sent,
        Instant lastSentAt,
        Instant expiresAt,
        @Nullable Instant openedAt,
        @Nullable Instant answeredAt,
        int answers,
        List<String> noLonger,
        List<String> also,
        @Nullable String note,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy) {

    /** How far it has got at that time. */
    public InvitationState state(Instant now) {
        if (withdrawnAt != null) {
            return InvitationState.WITHDRAWN;
        }
        if (answeredAt != null) {
            return InvitationState.ANSWERED;
        }
        if (!now.isBefore(expiresAt)) {
            return InvitationState.EXPIRED;
        }
        return openedAt == null ? InvitationState.SENT : InvitationState.OPENED;
    }
}
