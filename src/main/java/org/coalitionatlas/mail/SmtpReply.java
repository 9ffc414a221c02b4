package org.coalitionatlas.mail;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server answered to a message.
 *
 * @param code SMTP reply code: 4xx for now, 5xx for good
 */
record SmtpReply(int code, String text) {

    /** The answer inside an exception; {@code null} when the server gave none. */
    static @Nullable SmtpReply of(Throwable failure) {
        for (Throwable t = failure; t != null; t = inside(t)) {
            int code =
                    switch (t) {
                        case SMTPAddressFailedException e -> e.getReturnCode();
                        case SMTPSenderFailedException e -> e.getReturnCode();
                        case SMTPSendFailedException e -> e.getReturnCode();
                        default -> -1;
                    };
            if (code >= 400) {
                String text = t.getMessage();
                return new SmtpReply(code, text == null ? "" : text.strip());
            }
        }
        return null;
    }

    boolean isForNow() {
        return code < 500;
    }

    private static @Nullable Throwable inside(Throwable t) {
        return t instanceof MessagingException e ? e.getNextException() : t.getCause();
    }
}
