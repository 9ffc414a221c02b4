package org.coalitionatlas.assessment;

/** How far an invitation has got; the words are {@code invitation.state.<constant>}. */
public enum InvitationState {
    /** The e-mail is on its way or there. */
    SENT,
    /** Somebody, or a mail filter, opened the link. */
    OPENED,
    /** The provider spoke for itself. */
    ANSWERED,
    /** The time of its links is over without an answer. */
    EXPIRED,
    /** A coordinator took it back. */
    WITHDRAWN
}
