package org.coalitionatlas.mail;

import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import org.coalitionatlas.common.Email;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way every room sends e-mail. The message is written in the caller's transaction: when that is
 * rolled back, nothing is sent; when it is committed, the message is sent at most once, later, by
 * whichever node comes first. Who may cause a message is the caller's to decide.
 */
@Component
public class Mailer {

    private final MailStore store;
    private final MailOptOuts optOuts;
    private final Clock clock;

    Mailer(MailStore store, MailOptOuts optOuts, Clock clock) {
        this.store = store;
        this.optOuts = optOuts;
        this.clock = clock;
    }

    /**
     * Puts the message into the outbox. Somebody who stopped messages of that purpose gets none:
     * the message is noted as declined.
     *
     * @return false when a message with the same dedupe key was taken before
     */
    @Transactional
    @PreAuthorize("permitAll()")
    public boolean send(MailMessage message) {
        return store.add(message, clock.instant());
    }

    /** Whether the person at that address stopped messages of that purpose. */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public boolean isStopped(Email address, MailPurpose purpose) {
        return optOuts.isStopped(address.address(), purpose);
    }

    /** Those of the addresses whose person stopped messages of that purpose: one statement. */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public Set<Email> stopped(Collection<Email> addresses, MailPurpose purpose) {
        return optOuts.stopped(addresses, purpose);
    }
}
