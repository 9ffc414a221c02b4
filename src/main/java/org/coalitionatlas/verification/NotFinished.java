package org.coalitionatlas.verification;

import org.coalitionatlas.common.SaidInWords;

/** A verb of verification does not fit how things stand; the message is the key of a sentence. */
public final class NotFinished extends RuntimeException implements SaidInWords {

    NotFinished(String messageKey) {
        super(messageKey);
    }

    @Override
    public String messageKey() {
        return String.valueOf(getMessage());
    }
}
