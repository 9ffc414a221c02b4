package org.coalitionatlas.demand;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.identity.People;
import org.coalitionatlas.identity.SignedIn;
import org.coalitionatlas.identity.SystemActor;
import org.coalitionatlas.mail.MailMessage;
import org.coalitionatlas.mail.MailPurpose;
import org.coalitionatlas.mail.Mailer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.PageRequest;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks for what newly matches saved searches, a bounded number of them each minute and those first
 * that waited longest; and tells by e-mail at most once a day.
 */
@Component
class SavedSearchRounds {

    private static final Logger LOG = LoggerFactory.getLogger(SavedSearchRounds.class);
    private static final String NAME = "saved searches";
    private static final int MOST_AT_ONCE = 100;

    private final SavedSearchRecords records;
    private final SavedSearches searches;
    private final Matches matches;
    private final People people;
    private final Mailer mailer;
    private final MessageSource messages;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SavedSearchRounds(
            SavedSearchRecords records,
            SavedSearches searches,
            Matches matches,
            People people,
            Mailer mailer,
            MessageSource messages,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.records = records;
        this.searches = searches;
        this.matches = matches;
        this.people = people;
        this.mailer = mailer;
        this.messages = messages;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${atlas.demand.look:PT1M}",
            initialDelayString = "${atlas.demand.look-first:PT30S}")
    void look() {
        List<SavedSearch> due =
                records.findByTellNewTrueOrderByLookedAtAscIdAsc(PageRequest.of(0, MOST_AT_ONCE));
        for (SavedSearch search : due) {
            Optional<SignedIn> person = person(search.personId());
            if (person.isPresent()) {
                look(person.get(), search.id());
            } else {
                // A closed account keeps its searches, last in the queue.
                transactions.executeWithoutResult(
                        status ->
                                records.findById(search.id())
                                        .ifPresent(one -> one.looked(one.matches(), now())));
            }
        }
    }

    private void look(SignedIn person, UUID search) {
        try {
            SystemActor.callAs(person, () -> searches.look(search));
        } catch (DuplicateKeyException | OptimisticLockingFailureException e) {
            // Another node looked, or the person changed the search, at this very moment.
            LOG.debug("A saved search is looked at again next time", e);
        } catch (RuntimeException e) {
            LOG.warn("A saved search could not be looked at", e);
        }
    }

    @Scheduled(
            fixedDelayString = "${atlas.demand.mail:PT1H}",
            initialDelayString = "${atlas.demand.mail-first:PT5M}")
    void mail() {
        LocalDate day = LocalDate.now(clock);
        for (UUID id : matches.peopleToMail(day, MOST_AT_ONCE)) {
            person(id).ifPresent(person -> mail(person, day));
        }
    }

    // The key names the day: a second message on it is refused by the outbox itself, whichever node
    // writes it, and what it would have told waits for the next day.
    private void mail(SignedIn person, LocalDate day) {
        transactions.executeWithoutResult(
                status -> {
                    Map<UUID, Long> counts = matches.countToMail(person.id());
                    matches.tried(person.id(), day);
                    if (!counts.isEmpty() && mailer.send(message(person, counts, day))) {
                        matches.mailed(person.id());
                    }
                });
    }

    // Counts only: names of records could be for members' eyes, and mail passes through other
    // hands.
    private MailMessage message(SignedIn person, Map<UUID, Long> counts, LocalDate day) {
        String lines =
                records.findByPersonIdOrderByNameAscIdAsc(person.id()).stream()
                        .filter(search -> counts.containsKey(search.id()))
                        .map(
                                search ->
                                        say(
                                                person,
                                                "seeking.mail.line",
                                                search.name(),
                                                counts.getOrDefault(search.id(), 0L)))
                        .collect(Collectors.joining("\n"));
        return new MailMessage(
                Email.parse(person.email()),
                person.locale(),
                MailPurpose.SAVED_SEARCH,
                "saved-search/" + person.id() + "/" + day,
                say(
                        person,
                        "seeking.mail.subject",
                        counts.values().stream().mapToLong(Long::longValue).sum()),
                say(
                        person,
                        "seeking.mail.text",
                        lines,
                        MailMessage.link("/portal/" + DemandNavigation.SAVED)));
    }

    private String say(SignedIn person, String key, Object... arguments) {
        return messages.getMessage(key, arguments, person.locale());
    }

    private Optional<SignedIn> person(UUID id) {
        return SystemActor.call(NAME, () -> people.find(id)).filter(SignedIn::isEnabled);
    }

    private Instant now() {
        return clock.instant();
    }
}
