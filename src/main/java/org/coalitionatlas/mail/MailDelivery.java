package org.coalitionatlas.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.coalitionatlas.common.Faults;
import org.coalitionatlas.identity.CoalitionProfile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Hands waiting messages to the server. A message is claimed before it is sent and noted as sent
 * after, each in a transaction of its own; whatever happens in between, it is never sent a second
 * time by itself.
 */
class MailDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    private static final int AT_ONCE = 100;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(12);
    private static final Duration LONGEST_CLAIM = Duration.ofMinutes(15);

    private final MailStore store;
    private final MailOptOuts optOuts;
    private final MailSettings settings;
    private final JavaMailSender server;
    private final CoalitionProfile coalition;
    private final MessageSource messages;
    private final Clock clock;

    MailDelivery(
            MailStore store,
            MailOptOuts optOuts,
            MailSettings settings,
            JavaMailSender server,
            CoalitionProfile coalition,
            MessageSource messages,
            Clock clock) {
        this.store = store;
        this.optOuts = optOuts;
        this.settings = settings;
        this.server = server;
        this.coalition = coalition;
        this.messages = messages;
        this.clock = clock;
    }

    /** Sends what is due; stops at the first sign that the server is not there. */
    int round() {
        Instant now = clock.instant();
        store.giveUpInterrupted(now.minus(LONGEST_CLAIM), now);
        if (!settings.missing().isEmpty()) {
            return 0;
        }
        int sent = 0;
        for (UUID id : store.due(now, AT_ONCE)) {
            var letter = store.claim(id, clock.instant());
            if (letter.isEmpty()) {
                continue;
            }
            switch (send(letter.get())) {
                case SENT -> sent++;
                case NO_SERVER -> {
                    return sent;
                }
                case OTHER -> {}
            }
        }
        return sent;
    }

    private enum Outcome {
        SENT,
        NO_SERVER,
        OTHER
    }

    private Outcome send(MailStore.Letter letter) {
        if (optOuts.isStopped(letter.to(), letter.purpose())) {
            store.declined(letter.id(), clock.instant());
            return Outcome.OTHER;
        }
        MimeMessage mime;
        try {
            mime = mime(letter);
        } catch (MessagingException | RuntimeException e) {
            LOG.error("Message {} cannot be written", letter.id(), Faults.loggable(e));
            store.failed(letter.id(), "mail.failure.inside", null, clock.instant());
            return Outcome.OTHER;
        }
        try {
            server.send(mime);
        } catch (MailAuthenticationException e) {
            LOG.warn("The mail server refuses the account: {}", e.getMessage());
            again(letter, "mail.failure.account", e.getMessage());
            return Outcome.NO_SERVER;
        } catch (MailSendException e) {
            return judge(letter, e);
        }
        store.sent(letter.id(), clock.instant());
        return Outcome.SENT;
    }

    // Spring throws for three things: no connection (the cause is also the message's own failure),
    // a message that failed, and a good-bye that failed, whether or not the message had.
    private Outcome judge(MailStore.Letter letter, MailSendException e) {
        Throwable cause = e.getCause();
        if (e.getFailedMessages().isEmpty()) {
            store.sent(letter.id(), clock.instant());
            return Outcome.SENT;
        }
        Exception reason = e.getFailedMessages().values().iterator().next();
        if (reason.equals(cause)) {
            LOG.warn("The mail server cannot be reached: {}", reason.getMessage());
            again(letter, "mail.failure.server", reason.getMessage());
            return Outcome.NO_SERVER;
        }
        SmtpReply reply = SmtpReply.of(reason);
        if (reply == null) {
            // The line broke: the server may have taken the message.
            store.failed(
                    letter.id(), "mail.failure.uncertain", reason.getMessage(), clock.instant());
            return Outcome.NO_SERVER;
        }
        if (reply.isForNow()) {
            again(letter, "mail.failure.later", reply.text());
        } else {
            store.failed(letter.id(), "mail.failure.refused", reply.text(), clock.instant());
        }
        return Outcome.OTHER;
    }

    private void again(MailStore.Letter letter, String failure, @Nullable String detail) {
        Instant now = clock.instant();
        if (letter.attempts() >= settings.attempts()) {
            store.failed(letter.id(), failure, detail, now);
        } else {
            store.waitUntil(letter.id(), now.plus(pause(letter.attempts())), failure, detail);
        }
    }

    /** A minute after the first try, then twice as long each time, up to half a day. */
    static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private MimeMessage mime(MailStore.Letter letter) throws MessagingException {
        Locale locale = letter.locale();
        String stop =
                settings.publicUrl()
                        + optOuts.path(letter.to(), letter.purpose())
                        + "?lang="
                        + locale.getLanguage();
        String text =
                MailText.plain(letter.text(), settings.publicUrl()).strip()
                        + "\n\n"
                        + messages.getMessage(
                                "mail.footer",
                                new Object[] {
                                    coalition.name(),
                                    messages.getMessage(
                                            "mail.purpose." + letter.purpose(), null, locale),
                                    stop
                                },
                                locale)
                        + "\n";
        MimeMessage mime = server.createMimeMessage();
        var helper = new MimeMessageHelper(mime, true, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(letter.to());
        helper.setSubject(letter.subject());
        helper.setText(text, MailText.html(text, letter.subject(), locale.getLanguage()));
        mime.setHeader("Content-Language", locale.getLanguage());
        mime.setHeader("Auto-Submitted", "auto-generated");
        mime.setHeader("List-Unsubscribe", "<" + stop + ">");
        mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        // The same for every try, so that receivers recognize a repetition.
        mime.setHeader("Message-ID", "<" + letter.id() + "@" + domain() + ">");
        return mime;
    }

    private String domain() {
        return settings.from().replaceFirst("^.*@", "").replaceFirst(">.*$", "");
    }
}
