package org.coalitionatlas.cockpit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalitionatlas.assessment.AssessmentFacts;
import org.coalitionatlas.assessment.AssessmentFacts.Progress;
import org.coalitionatlas.assessment.Disagreements;
import org.coalitionatlas.capacity.ResponseHead;
import org.coalitionatlas.capacity.ResponseReading;
import org.coalitionatlas.cockpit.RoundStore.AskedRow;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.OrganizationNames;
import org.coalitionatlas.identity.OrganizationNames.Place;
import org.coalitionatlas.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has answered and who has not: eleven statements at most, however many organizations there
 * are.
 *
 * <p>An organization counts in every county of the coalition in which it has a location or which
 * one of its services names; one that serves only a whole state or the country counts as wider than
 * a county, and one with neither as not placed yet. Coordinators see those of their counties, the
 * wider ones that reach them, and those not placed yet.
 */
@Component
public class Cockpit {

    private final RoundStore store;
    private final ResponseReading responses;
    private final AssessmentFacts assessments;
    private final Disagreements disagreements;
    private final OrganizationNames organizations;
    private final CoalitionProfile coalition;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    Cockpit(
            RoundStore store,
            ResponseReading responses,
            AssessmentFacts assessments,
            Disagreements disagreements,
            OrganizationNames organizations,
            CoalitionProfile coalition,
            CurrentPerson currentPerson,
            Clock clock) {
        this.store = store;
        this.responses = responses;
        this.assessments = assessments;
        this.disagreements = disagreements;
        this.organizations = organizations;
        this.coalition = coalition;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    /**
     * What the current person coordinates. For coordinators.
     *
     * @param round the one to look at; {@code null} for all that are open
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public Picture picture(@Nullable UUID round) {
        RoundStore.Rows rows = store.rows(round);
        List<Asked> seen = lines(rows.asked(), true);
        return new Picture(
                today(), rows.rounds(), seen, changeable(rows.asked(), seen), counties(true));
    }

    // As in Rounds: whoever coordinates every organization asked.
    private Set<UUID> changeable(List<AskedRow> all, List<Asked> seen) {
        var hidden =
                all.stream()
                        .collect(Collectors.groupingBy(r -> r.round().id(), Collectors.counting()));
        seen.forEach(line -> hidden.merge(line.round().id(), -1L, Long::sum));
        return hidden.entrySet().stream()
                .filter(e -> e.getValue() == 0 || currentPerson.get().isAdministrator())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** What of the organizations is overdue, for the home screen. For coordinators. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public int overdue() {
        List<AskedRow> late =
                store.rows(null).asked().stream()
                        .filter(row -> row.round().isOverdue(today()))
                        .toList();
        return Figures.of(lines(late, false)).overdue();
    }

    /** How many of the current person's counties are past their due date. For coordinators. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public int overdueCounties() {
        return Math.toIntExact(
                counties(false).stream().filter(county -> county.isOverdue(today())).count());
    }

    /**
     * What the organization the current person speaks for is asked and has not answered, the next
     * due first; nothing for everybody else.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<Asked> own() {
        SignedIn person = currentPerson.get();
        UUID organization = person.organizationId();
        if (organization == null || !person.speaksFor(organization)) {
            return List.of();
        }
        return lines(store.of(organization), false).stream()
                .filter(Asked::isOpen)
                .sorted(Comparator.comparing(line -> line.round().dueOn()))
                .toList();
    }

    /**
     * Organizations asked in that round, or in all open ones, that the current person coordinates.
     */
    List<Asked> asked(@Nullable UUID round) {
        return lines(store.rows(round).asked(), false);
    }

    /** The counties of the coalition the current person coordinates. */
    List<County> ownCounties() {
        SignedIn person = currentPerson.get();
        return coalition.counties().stream()
                .filter(county -> person.coordinates(county.fips()))
                .toList();
    }

    /** How far the counties are; without disagreements, which cost more, when not asked for. */
    List<CountyStanding> counties(boolean withDisagreements) {
        return standing(ownCounties(), withDisagreements);
    }

    List<CountyStanding> standing(List<County> counties, boolean withDisagreements) {
        List<String> codes = counties.stream().map(County::fips).toList();
        Map<String, Progress> progress = assessments.progress(codes);
        Map<String, Integer> disputed =
                withDisagreements ? disagreements.open(codes) : Map.<String, Integer>of();
        return counties.stream()
                .map(
                        county -> {
                            Progress now = progress.get(county.fips());
                            return now == null
                                    ? new CountyStanding(county, null, false, 0, 0, null, null)
                                    : new CountyStanding(
                                            county,
                                            now.cycle(),
                                            now.isOpen(),
                                            now.needs().size(),
                                            disputed.getOrDefault(county.fips(), 0),
                                            now.dueOn(),
                                            now.lastAnswerAt());
                        })
                .toList();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * Those the current person may know of, by name: two statements.
     *
     * @param withPutOff whether to count what is put off too: one more
     */
    private List<Asked> lines(List<AskedRow> rows, boolean withPutOff) {
        Set<UUID> ids = rows.stream().map(AskedRow::organization).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, Place> places = organizations.places(ids);
        List<ResponseHead> heads = responses.standing(places.keySet());
        record Key(UUID organization, String instrument, String cycle) {}
        var byKey = new HashMap<Key, ResponseHead>();
        var answered = new HashSet<UUID>();
        for (ResponseHead head : heads) {
            byKey.put(new Key(head.organization(), head.instrumentCode(), head.cycle()), head);
            if (AnswerState.of(head).isAnswered() || AnswerState.of(head) == AnswerState.RETURNED) {
                answered.add(head.organization());
            }
        }
        Map<UUID, Integer> putOff =
                withPutOff
                        ? responses.putOff(
                                rows.stream()
                                        .map(
                                                row ->
                                                        byKey.get(
                                                                new Key(
                                                                        row.organization(),
                                                                        row.round()
                                                                                .instrumentCode(),
                                                                        row.round().cycle())))
                                        .filter(Objects::nonNull)
                                        .toList())
                        : Map.of();
        return rows.stream()
                .filter(row -> places.containsKey(row.organization()))
                .map(
                        row -> {
                            Round round = row.round();
                            ResponseHead head =
                                    byKey.get(
                                            new Key(
                                                    row.organization(),
                                                    round.instrumentCode(),
                                                    round.cycle()));
                            Place place = Objects.requireNonNull(places.get(row.organization()));
                            AnswerState state = AnswerState.of(head);
                            return new Asked(
                                    row.id(),
                                    round,
                                    row.organization(),
                                    place.name(),
                                    ofCoalition(place.counties()),
                                    ofCoalition(place.counties()).isEmpty() && !place.isNowhere(),
                                    state,
                                    head == null ? null : head.id(),
                                    head == null ? 0 : putOff.getOrDefault(head.id(), 0),
                                    !state.isAnswered() && round.isOverdue(today()),
                                    !answered.contains(row.organization()),
                                    row.remindedAt());
                        })
                .sorted(
                        Comparator.comparing((Asked line) -> line.name().toLowerCase(Locale.ROOT))
                                .thenComparing(line -> line.round().dueOn())
                                .thenComparing(Asked::id))
                .toList();
    }

    private Set<String> ofCoalition(Collection<String> counties) {
        return coalition.counties().stream()
                .map(County::fips)
                .filter(counties::contains)
                .collect(Collectors.toUnmodifiableSet());
    }
}
