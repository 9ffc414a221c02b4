package org.coalitionatlas.suggestion;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.coalitionatlas.directory.DirectoryAccess;
import org.coalitionatlas.directory.UnsafeReports;
import org.coalitionatlas.directory.UnsafeStillShown;
import org.coalitionatlas.identity.Correspondents;
import org.coalitionatlas.identity.Correspondents.Correspondent;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.mail.MailMessage;
import org.coalitionatlas.mail.MailPurpose;
import org.coalitionatlas.mail.Mailer;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes to coordinators at once when a record was reported as unsafe and is still shown: once an
 * hour for each record. What was said of it stays in the queue, where only they read it.
 */
@Component
class UnsafeAlarm {

    private static final int LONGEST_LABEL = 100;

    private final Correspondents correspondents;
    private final DirectoryAccess access;
    private final Mailer mailer;
    private final MessageSource messages;

    UnsafeAlarm(
            Correspondents correspondents,
            DirectoryAccess access,
            Mailer mailer,
            MessageSource messages) {
        this.correspondents = correspondents;
        this.access = access;
        this.mailer = mailer;
        this.messages = messages;
    }

    // In the transaction of the report: both are kept, or neither.
    @EventListener
    void alarm(UnsafeStillShown report) {
        for (Correspondent person : recipients(report)) {
            mailer.send(letter(report, person));
        }
    }

    // A record nobody coordinates is everybody's until an administrator has placed it.
    private List<Correspondent> recipients(UnsafeStillShown report) {
        List<Correspondent> all = correspondents.coordinators();
        return all.stream()
                .filter(
                        person ->
                                person.role() == Role.ADMINISTRATOR
                                        || access.isReachedFrom(
                                                person.counties(), report.organizationId()))
                .toList();
    }

    private MailMessage letter(UnsafeStillShown report, Correspondent person) {
        Locale locale = person.locale();
        String label = report.recordLabel().replaceAll("\\s+", " ");
        String about =
                label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) + "…" : label;
        String why =
                report.why() == UnsafeReports.Outcome.LOOKED_AT
                        ? "suggestion.alarm.seen"
                        : "suggestion.alarm.many";
        return new MailMessage(
                person.email(),
                locale,
                MailPurpose.UNSAFE,
                "unsafe/"
                        + report.recordId()
                        + "/"
                        + report.at().truncatedTo(ChronoUnit.HOURS)
                        + "/"
                        + person.id(),
                say("suggestion.alarm.subject", locale, about),
                String.join(
                        "\n\n",
                        say("suggestion.alarm.hello", locale, person.name(), about),
                        say(why, locale, UnsafeReports.LOOKED_AT.toDays()),
                        say("suggestion.alarm.look", locale),
                        MailMessage.link("/portal/review/" + report.proposalId())));
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
