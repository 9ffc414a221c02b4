package org.coalitionatlas.mail;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;

/** What administrators see of outgoing e-mail. */
@Component
public class Outbox {

    private final MailStore store;
    private final MailSettings settings;
    private final Clock clock;

    Outbox(MailStore store, MailSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** Names of the environment variables that are missing, so that messages wait; often none. */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public List<String> missingSettings() {
        return settings.missing();
    }

    /** How many messages stand where; a state nothing stands in is left out. */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public Map<MailState, Long> counts() {
        return store.counts();
    }

    /** Messages in that state, the newest first. */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public List<OutboxEntry> list(MailState state, int offset, int limit) {
        return store.list(state, offset, limit);
    }

    /**
     * Has a message that was given up tried again.
     *
     * @return false when it is not given up (any more), or its text was erased
     */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public boolean retry(UUID id) {
        return store.retry(id, clock.instant());
    }
}
