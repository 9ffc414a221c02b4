package org.coalitionatlas.verification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DueRecords;
import org.coalitionatlas.directory.DueRecords.Lapsed;
import org.coalitionatlas.directory.HistoryReason;
import org.coalitionatlas.directory.NoSuchRecord;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.WrongState;
import org.coalitionatlas.identity.SystemActor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What happens by itself: reminders, and taking out of sight what nobody made sure of. Each record
 * is a transaction of its own, and doing all of it twice, or on two nodes at once, changes nothing
 * more.
 */
@Component
class VerificationRounds {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationRounds.class);
    private static final int BATCH = 100;

    private final DueRecords due;
    private final DirectoryCommands directory;
    private final VerificationStore store;
    private final VerificationSettings settings;
    private final RequestLetters letters;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;
    private final TransactionTemplate transaction;

    VerificationRounds(
            DueRecords due,
            DirectoryCommands directory,
            VerificationStore store,
            VerificationSettings settings,
            RequestLetters letters,
            ApplicationEventPublisher events,
            MessageSource messages,
            PlatformTransactionManager transactions) {
        this.due = due;
        this.directory = directory;
        this.store = store;
        this.settings = settings;
        this.letters = letters;
        this.events = events;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Does what is to be done at that moment; returns how many records were withheld. */
    int at(Clock clock) {
        Instant now = clock.instant();
        return SystemActor.call(
                messages.getMessage("verification.actor", null, Locale.ENGLISH),
                () -> {
                    remind(now);
                    store.forgetAnswersBefore(now.minus(settings.answersKept()));
                    // Kept for a while, so that a late reader learns that the link is old.
                    store.forgetLinksBefore(now.minus(Duration.ofDays(365)));
                    return withhold(LocalDate.now(clock), now);
                });
    }

    private void remind(Instant now) {
        int mostSent = 1 + settings.reminders();
        store.closeSilent(now.minus(settings.linkValid()), mostSent, now);
        List<VerificationStore.Request> batch;
        do {
            batch = store.toRemind(now.minus(settings.remindEvery()), mostSent, BATCH);
            for (VerificationStore.Request request : batch) {
                transaction.executeWithoutResult(status -> remind(request, now));
            }
        } while (batch.size() == BATCH);
    }

    // Whatever happens, the request leaves the list: it is counted as sent, or closed.
    private void remind(VerificationStore.Request request, Instant now) {
        if (letters.isStopped(request.email())) {
            store.close(request.id(), "STOPPED", now);
            return;
        }
        String name;
        try {
            name = directory.organization(request.organizationId()).draft().name();
        } catch (NoSuchRecord e) {
            store.close(request.id(), "GONE", now);
            return;
        }
        if (!due.anyOf(request.organizationId())) {
            store.close(request.id(), "VERIFIED", now);
            return;
        }
        if (store.countSent(request, now)) {
            letters.send(
                    request.id(),
                    name,
                    request.email(),
                    request.locale(),
                    request.sentCount() + 1,
                    now);
        }
    }

    private int withhold(LocalDate today, Instant now) {
        int withheld = 0;
        UUID after = null;
        List<Lapsed> batch;
        do {
            batch = due.lapsed(today, after, BATCH);
            for (Lapsed record : batch) {
                after = record.id();
                if (withheld(record, now)) {
                    withheld++;
                }
            }
        } while (batch.size() == BATCH);
        if (withheld > 0) {
            LOG.info("{} records were taken out of sight: not verified for too long", withheld);
        }
        return withheld;
    }

    private boolean withheld(Lapsed record, Instant now) {
        try {
            return Boolean.TRUE.equals(
                    transaction.execute(
                            status -> {
                                // A contact is shown again by verifying it and in no other way,
                                // so nobody's decision has to be remembered.
                                boolean first =
                                        record.kind() == RecordKind.CONTACT
                                                || store.withhold(
                                                        record.kind(),
                                                        record.id(),
                                                        record.organizationId(),
                                                        record.assuredOn(),
                                                        now);
                                if (first) {
                                    directory.withhold(
                                            record.kind(),
                                            record.id(),
                                            new HistoryReason(record.assuredOn()).code());
                                    events.publishEvent(
                                            new RecordWithheld(
                                                    record.kind(),
                                                    record.id(),
                                                    record.organizationId(),
                                                    record.label()));
                                }
                                return first;
                            }));
        } catch (WrongState | OptimisticLockingFailureException e) {
            LOG.info("{} {} changed meanwhile: {}", record.kind(), record.id(), e.getMessage());
            return false;
        }
    }
}
