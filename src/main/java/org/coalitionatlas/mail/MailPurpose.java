package org.coalitionatlas.mail;

/**
 * What a message is for. Whoever receives one can stop each purpose by itself; the name people read
 * is the text {@code mail.purpose.<constant>}.
 */
public enum MailPurpose {
    /** Asks an organization whether its entry is still right. */
    VERIFICATION,
    /** Tells a member that something new matches a saved search. */
    SAVED_SEARCH,
    /** Answers somebody who suggested a change. */
    SUGGESTION,
    /** Asks a provider to confirm its own rows in a county's assessment. */
    INVITATION,
    /** Tells a coordinator that a record was reported as unsafe and is still shown. */
    UNSAFE,
    /** Reminds of a checklist or a county's assessment that is still open. */
    REMINDER
}
