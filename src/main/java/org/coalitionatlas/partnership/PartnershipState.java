package org.coalitionatlas.partnership;

import java.time.LocalDate;

/** How a partnership stands on a day. What ends on a day holds until the day before. */
public enum PartnershipState {
    IN_FORCE,
    /** In force, but it expires or ends within {@link #SOON_DAYS}. */
    ENDS_SOON,
    /** Its term is over and nobody has said whether it goes on. */
    EXPIRED,
    /** Somebody ended it. */
    ENDED,
    /** Its term begins later. */
    NOT_BEGUN;

    /** Days before an end from which it is worth thinking of what comes after. */
    public static final int SOON_DAYS = 60;

    /** The state of that stretch of time; what was ended is no longer called expired. */
    public static PartnershipState of(Span span, LocalDate day) {
        if (reached(span.endedOn(), day)) {
            return ENDED;
        }
        if (reached(span.expiresOn(), day)) {
            return EXPIRED;
        }
        if (!span.inForce(day)) {
            return NOT_BEGUN;
        }
        LocalDate soon = day.plusDays(SOON_DAYS);
        return reached(span.expiresOn(), soon) || reached(span.endedOn(), soon)
                ? ENDS_SOON
                : IN_FORCE;
    }

    /** Whether the partnership counts as one. */
    public boolean isInForce() {
        return this == IN_FORCE || this == ENDS_SOON;
    }

    private static boolean reached(
            @org.jspecify.annotations.Nullable LocalDate end, LocalDate day) {
        return end != null && !day.isBefore(end);
    }
}
