package org.coalitionatlas.cockpit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.coalitionatlas.capacity.Instruments;
import org.coalitionatlas.capacity.Responses;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.identity.Correspondents;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.OrganizationNames;
import org.coalitionatlas.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rounds of checklists. A coordinator asks the organizations they coordinate; what concerns a round
 * as a whole (its due date, its end) is for whoever coordinates every organization asked in it, and
 * for administrators.
 */
@Component
public class Rounds {

    private final RoundStore store;
    private final Instruments instruments;
    private final OrganizationNames organizations;
    private final Correspondents correspondents;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    Rounds(
            RoundStore store,
            Instruments instruments,
            OrganizationNames organizations,
            Correspondents correspondents,
            CurrentPerson currentPerson,
            Clock clock) {
        this.store = store;
        this.instruments = instruments;
        this.organizations = organizations;
        this.correspondents = correspondents;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    /**
     * What came of asking.
     *
     * @param asked how many organizations are asked now
     * @param already how many were asked for the same before and are left where they are
     */
    public record Opened(UUID round, int asked, int already) {}

    /** The coalition's members the current person coordinates. For coordinators. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public Set<UUID> members() {
        return organizations.coordinated(correspondents.representedOrganizations());
    }

    /**
     * Organizations to ask whose name holds the text, of those the current person coordinates. For
     * coordinators.
     */
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public List<OrganizationNames.Choice> choices(String text, int most) {
        List<OrganizationNames.Choice> found = organizations.find(text, most);
        Set<UUID> mine =
                organizations.coordinated(
                        found.stream().map(OrganizationNames.Choice::id).toList());
        return found.stream().filter(choice -> mine.contains(choice.id())).toList();
    }

    /**
     * Opens a round. An organization is asked once for a questionnaire and cycle; one that is asked
     * already, in another round, stays there. For coordinators of every organization named.
     *
     * @param cycle a year or any short name
     * @param dueOn the last day; today at the earliest
     * @throws InvalidValue {@code response.open.instrument}, {@code invalid.missing}, {@code
     *     invalid.tooLong}, {@code cockpit.problem.past}, {@code cockpit.problem.nobody}, {@code
     *     cockpit.problem.already}
     */
    @Transactional
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public Opened open(
            String instrumentCode, String cycle, LocalDate dueOn, Collection<UUID> asked) {
        if (instruments.latest().stream().noneMatch(one -> one.code().equals(instrumentCode))) {
            throw new InvalidValue("response.open.instrument", instrumentCode);
        }
        String named = Texts.required(cycle, Responses.LONGEST_CYCLE);
        requireAhead(dueOn);
        requireMine(asked);
        var round =
                new Round(
                        Ids.newId(),
                        instrumentCode,
                        named,
                        dueOn,
                        RoundState.OPEN,
                        clock.instant(),
                        currentPerson.get().name(),
                        null,
                        0);
        store.insert(round);
        return ask(round, asked);
    }

    /**
     * Asks further organizations in an open round. For coordinators of every organization named.
     *
     * @throws InvalidValue {@code cockpit.problem.closed}, {@code cockpit.problem.nobody}, {@code
     *     cockpit.problem.already}
     */
    @Transactional
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public Opened ask(UUID id, Collection<UUID> asked) {
        Round round = store.round(id).orElseThrow();
        if (!round.isOpen()) {
            throw new InvalidValue("cockpit.problem.closed");
        }
        requireMine(asked);
        return ask(round, asked);
    }

    private Opened ask(Round round, Collection<UUID> asked) {
        // In one order, so that two who ask the same organizations at once wait instead of
        // crossing.
        var inOrder = new TreeSet<>(asked);
        int taken = 0;
        for (UUID organization : inOrder) {
            taken += store.ask(round, organization) ? 1 : 0;
        }
        if (taken == 0) {
            throw new InvalidValue("cockpit.problem.already");
        }
        return new Opened(round.id(), taken, inOrder.size() - taken);
    }

    /**
     * Moves the due date. For those who coordinate every organization asked.
     *
     * @param version {@link Round#version()} the person saw
     * @throws InvalidValue {@code cockpit.problem.past}, {@code cockpit.problem.closed}
     */
    @Transactional
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public void reschedule(UUID id, long version, LocalDate dueOn) {
        requireAhead(dueOn);
        change(id, version, RoundState.OPEN, round -> changed(round, dueOn, RoundState.OPEN, null));
    }

    /** Ends the round. For those who coordinate every organization asked. */
    @Transactional
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public void close(UUID id, long version) {
        change(
                id,
                version,
                RoundState.OPEN,
                round -> changed(round, round.dueOn(), RoundState.CLOSED, clock.instant()));
    }

    /** Goes on with it. For those who coordinate every organization asked. */
    @Transactional
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public void reopen(UUID id, long version) {
        change(
                id,
                version,
                RoundState.CLOSED,
                round -> changed(round, round.dueOn(), RoundState.OPEN, null));
    }

    private void change(UUID id, long version, RoundState from, UnaryOperator<Round> work) {
        Round round = store.round(id).orElseThrow();
        requireMine(store.organizations(id));
        if (round.version() != version) {
            throw new OptimisticLockingFailureException("the round is no longer as it was seen");
        }
        if (round.state() != from) {
            throw new InvalidValue(
                    "cockpit.problem." + round.state().name().toLowerCase(Locale.ROOT));
        }
        Round after = work.apply(round);
        String by = after.isOpen() ? null : currentPerson.get().name();
        if (!store.update(after, version, by)) {
            throw new OptimisticLockingFailureException("the round is no longer as it was seen");
        }
    }

    private static Round changed(
            Round round, LocalDate dueOn, RoundState state, @Nullable Instant closedAt) {
        return new Round(
                round.id(),
                round.instrumentCode(),
                round.cycle(),
                dueOn,
                state,
                round.openedAt(),
                round.openedBy(),
                closedAt,
                round.version());
    }

    private void requireAhead(LocalDate dueOn) {
        if (dueOn.isBefore(LocalDate.now(clock))) {
            throw new InvalidValue("cockpit.problem.past");
        }
    }

    private void requireMine(Collection<UUID> asked) {
        if (asked.isEmpty()) {
            throw new InvalidValue("cockpit.problem.nobody");
        }
        SignedIn person = currentPerson.get();
        if (!person.isAdministrator() && !organizations.coordinated(asked).containsAll(asked)) {
            throw new AccessDeniedException("not all of these organizations are theirs");
        }
    }
}
