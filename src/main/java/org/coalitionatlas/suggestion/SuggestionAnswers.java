package org.coalitionatlas.suggestion;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.directory.ProposalDecided;
import org.coalitionatlas.directory.ProposalState;
import org.coalitionatlas.directory.Proposals;
import org.coalitionatlas.mail.MailMessage;
import org.coalitionatlas.mail.MailPurpose;
import org.coalitionatlas.mail.Mailer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Whoever suggested something and left an address is told what became of it; 30 days later the
 * address is forgotten, and after two years what was proposed.
 */
@Component
class SuggestionAnswers {

    /** So long after the answer the address is kept, for a question back. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final int LONGEST_LABEL = 120;

    private final Mailer mailer;
    private final Proposals proposals;
    private final MessageSource messages;
    private final Duration draftsKept;
    private final Clock clock;

    SuggestionAnswers(
            Mailer mailer,
            Proposals proposals,
            MessageSource messages,
            @Value("${atlas.suggestions.drafts-kept:730d}") Duration draftsKept,
            Clock clock) {
        this.mailer = mailer;
        this.proposals = proposals;
        this.messages = messages;
        this.draftsKept = draftsKept;
        this.clock = clock;
    }

    // In the transaction of the decision: both are kept, or neither.
    @EventListener
    void answer(ProposalDecided decided) {
        String email = decided.email();
        if (email == null || decided.state() == ProposalState.WITHDRAWN) {
            return;
        }
        Locale locale = decided.locale();
        String label = decided.recordLabel();
        String about =
                label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) + "…" : label;
        String reason = decided.answer();
        String outcome =
                "suggestion.mail."
                        + decided.kind().name().toLowerCase(Locale.ROOT)
                        + "."
                        + decided.state().name().toLowerCase(Locale.ROOT);
        var text = new StringBuilder(say("suggestion.mail.hello", locale, about));
        text.append("\n\n").append(say(outcome, locale));
        if (reason != null && !reason.isBlank()) {
            text.append("\n\n").append(say("suggestion.mail.reason", locale));
            text.append("\n\n").append(reason);
        }
        text.append("\n\n").append(say("suggestion.mail.kept", locale, KEPT.toDays()));
        mailer.send(
                new MailMessage(
                        Email.parse(email),
                        locale,
                        MailPurpose.SUGGESTION,
                        "suggestion/" + decided.proposalId(),
                        say("suggestion.mail.subject", locale, about.replaceAll("\\s+", " ")),
                        text.toString()));
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT2M")
    void forget() {
        int forgotten;
        do {
            forgotten = proposals.forgetProposersAnsweredBefore(clock.instant().minus(KEPT));
        } while (forgotten > 0);
        do {
            forgotten = proposals.forgetDraftsDecidedBefore(clock.instant().minus(draftsKept));
        } while (forgotten > 0);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
