package org.coalitionatlas.verification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.RelativeDate;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.mail.MailMessage;
import org.coalitionatlas.mail.MailPurpose;
import org.coalitionatlas.mail.Mailer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes the e-mails that ask an organization whether its entry is right. */
@Component
class RequestLetters {

    private static final int LONGEST_NAME = 120;

    private final VerificationStore store;
    private final VerificationSettings settings;
    private final Mailer mailer;
    private final CoalitionProfile coalition;
    private final MessageSource messages;
    private final Clock clock;

    RequestLetters(
            VerificationStore store,
            VerificationSettings settings,
            Mailer mailer,
            CoalitionProfile coalition,
            MessageSource messages,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.mailer = mailer;
        this.coalition = coalition;
        this.messages = messages;
        this.clock = clock;
    }

    boolean isStopped(String email) {
        return mailer.isStopped(new Email(email), MailPurpose.VERIFICATION);
    }

    /**
     * Sends an e-mail with a link of its own; earlier links go on working until one is used.
     *
     * @param number 1 for the first e-mail, more for reminders
     * @param now the link's time begins with it
     */
    void send(
            UUID request,
            String organization,
            String email,
            Locale locale,
            int number,
            Instant now) {
        Instant until = now.plus(settings.linkValid());
        String token = OneTimeToken.make();
        store.link(request, OneTimeToken.hash(token), until);
        String name = organization.replaceAll("\\s+", " ");
        name = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name;
        String lastDay = RelativeDate.plain(LocalDate.ofInstant(until, clock.getZone()), locale);
        mailer.send(
                new MailMessage(
                        new Email(email),
                        locale,
                        MailPurpose.VERIFICATION,
                        "verification/" + request + "/" + number,
                        say(
                                number == 1
                                        ? "verification.mail.subject"
                                        : "verification.mail.reminder",
                                locale,
                                name),
                        say(
                                "verification.mail.text",
                                locale,
                                name,
                                coalition.name(),
                                MailMessage.link(
                                        "/check/" + token + "?lang=" + locale.getLanguage()),
                                lastDay)));
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
