package org.coalitionatlas.cockpit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalitionatlas.assessment.NeedAssignments;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.identity.Correspondents.Correspondent;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.OrganizationNames;
import org.coalitionatlas.identity.OrganizationNames.Place;
import org.coalitionatlas.identity.SignedIn;
import org.coalitionatlas.mail.MailMessage;
import org.coalitionatlas.mail.MailPurpose;
import org.coalitionatlas.mail.Mailer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminders by e-mail. A person gets one letter that names everything still open for them, and
 * never two within seven days, whoever asks: the turn of a person is a row that the letter's own
 * transaction takes first.
 *
 * <p>{@link OpenMatters} says who is written to about what; whoever reminds is left out.
 */
@Component
public class Reminders {

    /** A person is not written to again before this is over. */
    public static final Duration REST = Duration.ofDays(7);

    private static final int SHOWN = 100;
    private static final int READ = 1_000;
    private static final int TRIES = 4;

    private final Cockpit cockpit;
    private final ReminderStore store;
    private final RoundStore rounds;
    private final ReminderLetters letters;
    private final OpenMatters matters;
    private final OrganizationNames organizations;
    private final CurrentPerson currentPerson;
    private final Mailer mailer;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Reminders(
            Cockpit cockpit,
            ReminderStore store,
            RoundStore rounds,
            ReminderLetters letters,
            OpenMatters matters,
            OrganizationNames organizations,
            CurrentPerson currentPerson,
            Mailer mailer,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        this.cockpit = cockpit;
        this.store = store;
        this.rounds = rounds;
        this.letters = letters;
        this.matters = matters;
        this.organizations = organizations;
        this.currentPerson = currentPerson;
        this.mailer = mailer;
        this.transactions = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    /** Which of the open checklists and counties. */
    public enum Choice {
        OVERDUE,
        NOT_BEGUN,
        ALL_OPEN
    }

    /** What is reminded of. */
    public enum About {
        EVERYTHING,
        CHECKLISTS,
        COUNTIES
    }

    /**
     * Whom to remind of what.
     *
     * @param round one round alone; {@code null} for all open ones
     */
    public record Wanted(Choice choice, About about, @Nullable UUID round) {}

    /** Why somebody gets no letter. */
    public enum Why {
        /** Nobody with an account speaks for the organization, or works in the county. */
        NO_ADDRESS,
        /** They stopped reminders. */
        OPTED_OUT,
        /** They were given needs of the county and have answered them all. */
        ANSWERED,
        /** They were reminded less than seven days ago. */
        TOO_SOON
    }

    /**
     * Something that is open: a checklist of an organization, or a county's assessment.
     *
     * @param asked what was asked of an organization; {@code null} for a county
     * @param county {@code null} for a checklist
     * @param given the needs of the county that wait for this person; {@code null} when they are
     *     asked for the county as a whole
     */
    public record Item(
            @Nullable Asked asked,
            @Nullable CountyStanding county,
            NeedAssignments.@Nullable Given given) {

        /** The day by which it is wanted. */
        public @Nullable LocalDate dueOn() {
            if (given != null && given.firstDue() != null) {
                return given.firstDue();
            }
            return asked != null ? asked.round().dueOn() : Objects.requireNonNull(county).dueOn();
        }

        boolean isBegun() {
            if (given != null) {
                return given.answered() > 0;
            }
            return asked != null
                    ? asked.state() != AnswerState.NOT_BEGUN
                    : Objects.requireNonNull(county).assessed() > 0;
        }

        boolean isOverdue(LocalDate today) {
            if (asked != null) {
                return asked.isOverdue();
            }
            LocalDate due = dueOn();
            return due != null && today.isAfter(due);
        }

        boolean isWanted(Choice choice, LocalDate today) {
            return switch (choice) {
                case OVERDUE -> isOverdue(today);
                case NOT_BEGUN -> !isBegun();
                case ALL_OPEN -> true;
            };
        }

        String name() {
            return asked != null
                    ? asked.name()
                    : Objects.requireNonNull(county).county().nameWithState();
        }
    }

    /** A letter as the person will read it; where links stand, their paths are shown. */
    public record Letter(
            UUID person,
            String name,
            Email to,
            Locale locale,
            String subject,
            String text,
            List<Item> of) {}

    /**
     * Somebody who gets none.
     *
     * @param name of the person; of the organization or county where there is nobody
     * @param since when they were last reminded, where that is why
     */
    public record Withheld(String name, Why why, @Nullable Instant since) {}

    /** Who will get a letter and who will not. */
    public record Preview(List<Letter> letters, List<Withheld> withheld) {}

    /**
     * What would go out now. Ten statements at most beside those of the figures' lists. For
     * coordinators.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public Preview preview(Wanted wanted) {
        SignedIn sender = currentPerson.get();
        LocalDate today = cockpit.today();
        OpenMatters.Found found = matters.find(wanted, today);
        return written(found.ofPerson(), new ArrayList<>(found.withheld()), sender, today);
    }

    private Preview written(
            Map<Correspondent, List<Item>> ofPerson,
            List<Withheld> withheld,
            SignedIn sender,
            LocalDate today) {
        Set<Email> stopped =
                mailer.stopped(
                        ofPerson.keySet().stream().map(Correspondent::email).toList(),
                        MailPurpose.REMINDER);
        Map<UUID, Instant> turns =
                store.turns(ofPerson.keySet().stream().map(Correspondent::id).toList());
        Instant rested = clock.instant().minus(REST);
        var written = new ArrayList<Letter>();
        ofPerson.forEach(
                (who, items) -> {
                    if (who.id().equals(sender.id())) {
                        return;
                    }
                    Instant last = turns.get(who.id());
                    if (stopped.contains(who.email())) {
                        withheld.add(new Withheld(who.name(), Why.OPTED_OUT, null));
                    } else if (last != null && last.isAfter(rested)) {
                        withheld.add(new Withheld(who.name(), Why.TOO_SOON, last));
                    } else {
                        written.add(letters.write(who, items, sender.name(), today));
                    }
                });
        written.sort(Comparator.comparing(Letter::name));
        withheld.sort(Comparator.comparing(Withheld::why).thenComparing(Withheld::name));
        return new Preview(written, withheld.stream().distinct().toList());
    }

    /**
     * Writes to those of the people who may be written to now. Each letter is a transaction of its
     * own: whoever was reminded by somebody else in the meantime is left out, and nobody twice. For
     * coordinators.
     *
     * @param people those seen in the preview
     * @return how many letters went into the outbox
     */
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public int send(Wanted wanted, Collection<UUID> people) {
        var chosen = new HashSet<>(people);
        int sent = 0;
        for (Letter letter : preview(wanted).letters()) {
            if (chosen.contains(letter.person()) && retrying(wanted, letter)) {
                sent++;
            }
        }
        return sent;
    }

    private boolean retrying(Wanted wanted, Letter letter) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Boolean.TRUE.equals(transactions.execute(status -> sent(wanted, letter)));
            } catch (ConcurrencyFailureException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private boolean sent(Wanted wanted, Letter letter) {
        Instant now = clock.instant();
        if (!store.take(letter.person(), now, now.minus(REST))) {
            return false;
        }
        UUID id = Ids.newId();
        mailer.send(
                new MailMessage(
                        letter.to(),
                        letter.locale(),
                        MailPurpose.REMINDER,
                        "reminder/" + id,
                        letter.subject(),
                        letter.text()));
        store.insert(id, letter, wanted.choice(), now, currentPerson.get().name());
        rounds.reminded(
                letter.of().stream()
                        .map(Item::asked)
                        .flatMap(Stream::ofNullable)
                        .map(Asked::id)
                        .toList(),
                now);
        return true;
    }

    /**
     * Letters that went out, the latest first: those about organizations and counties the current
     * person coordinates. For coordinators.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public List<SentReminder> history() {
        SignedIn person = currentPerson.get();
        List<SentReminder> all = store.sent(READ);
        Map<UUID, Place> places =
                organizations.places(
                        all.stream()
                                .flatMap(sent -> sent.of().stream())
                                .map(SentReminder.Item::organization)
                                .flatMap(Stream::ofNullable)
                                .collect(Collectors.toSet()));
        return all.stream()
                .map(
                        sent ->
                                sent.with(
                                        sent.of().stream()
                                                .flatMap(
                                                        item ->
                                                                named(item, places, person)
                                                                        .stream())
                                                .toList()))
                .filter(sent -> !sent.of().isEmpty())
                .limit(SHOWN)
                .toList();
    }

    private static Optional<SentReminder.Item> named(
            SentReminder.Item item, Map<UUID, Place> places, SignedIn person) {
        UUID organization = item.organization();
        if (organization != null) {
            return Optional.ofNullable(places.get(organization))
                    .map(place -> item.named(place.name()));
        }
        String county = item.county();
        return county != null && person.coordinates(county) ? Optional.of(item) : Optional.empty();
    }
}
