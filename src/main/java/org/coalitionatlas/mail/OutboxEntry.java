package org.coalitionatlas.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as administrators see it: never its text, which may hold a one-time link.
 *
 * @param nextAttemptAt when it is tried next, while it waits
 * @param doneAt when it was sent or given up
 * @param failure key of the sentence about the last try that failed
 * @param detail what the mail server said, if it did
 * @param retryable whether it was given up and its text is still there
 */
public record OutboxEntry(
        UUID id,
        String to,
        String subject,
        MailPurpose purpose,
        MailState state,
        int attempts,
        Instant createdAt,
        Instant nextAttemptAt,
        @Nullable Instant doneAt,
        @Nullable String failure,
        @Nullable String detail,
        boolean retryable) {}
