package org.coalitionatlas.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.RelativeDate;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.mail.MailMessage;
import org.coalitionatlas.mail.MailPurpose;
import org.coalitionatlas.mail.Mailer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes the e-mails that invite a provider. */
@Component
class InvitationLetters {

    private static final int LONGEST_NAME = 120;

    private final InvitationStore store;
    private final InvitationSettings settings;
    private final Mailer mailer;
    private final CoalitionProfile coalition;
    private final Geography geography;
    private final MessageSource messages;

    InvitationLetters(
            InvitationStore store,
            InvitationSettings settings,
            Mailer mailer,
            CoalitionProfile coalition,
            Geography geography,
            MessageSource messages) {
        this.store = store;
        this.settings = settings;
        this.mailer = mailer;
        this.coalition = coalition;
        this.geography = geography;
        this.messages = messages;
    }

    /**
     * Whom an e-mail is for.
     *
     * @param from who asked for it
     */
    record To(UUID invitation, String provider, String email, Locale locale, String from) {}

    boolean isStopped(Email address) {
        return mailer.isStopped(address, MailPurpose.INVITATION);
    }

    Instant until(Instant now) {
        return now.plus(settings.linkValid());
    }

    /** An e-mail as it would be sent now, with words in place of the link. */
    Invitations.Letter preview(
            String provider, String countyFips, String from, Locale locale, Instant now) {
        return letter(
                provider, countyFips, from, locale, now, say("invitation.mail.linkStands", locale));
    }

    /** Sends an e-mail with a link of its own, which takes the place of every earlier one. */
    void send(To to, String countyFips, int number, Instant now) {
        String token = InvitationToken.make();
        store.revoke(to.invitation(), now);
        store.link(to.invitation(), InvitationToken.hash(token), until(now));
        Locale locale = to.locale();
        Invitations.Letter letter =
                letter(
                        to.provider(),
                        countyFips,
                        to.from(),
                        locale,
                        now,
                        MailMessage.link("/assessment/" + token + "?lang=" + locale.getLanguage()));
        mailer.send(
                new MailMessage(
                        new Email(to.email()),
                        locale,
                        MailPurpose.INVITATION,
                        "invitation/" + to.invitation() + "/" + number,
                        letter.subject(),
                        letter.text()));
    }

    private Invitations.Letter letter(
            String provider,
            String countyFips,
            String from,
            Locale locale,
            Instant now,
            String link) {
        County county = geography.county(countyFips).orElseThrow();
        String lastDay = RelativeDate.plain(LocalDate.ofInstant(until(now), county.zone()), locale);
        String name = oneLine(provider);
        return new Invitations.Letter(
                say("invitation.mail.subject", locale, name, county.name()),
                say(
                        "invitation.mail.text",
                        locale,
                        name,
                        coalition.name(),
                        county.nameWithState(),
                        link,
                        lastDay,
                        oneLine(from)));
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME - 1) + "…" : line;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
