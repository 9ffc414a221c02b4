package org.coalitionatlas.cockpit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.OrganizationNames;
import org.coalitionatlas.identity.OrganizationNames.Place;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Due dates of the current person: a coordinator's are those of the open rounds in which somebody
 * they coordinate is asked and of their counties' open cycles; a member's those of what their
 * organization is asked and has not answered, and of the counties in which it works.
 */
@Component
public class DueCalendar {

    private final Cockpit cockpit;
    private final OrganizationNames organizations;
    private final CoalitionProfile coalition;
    private final CurrentPerson currentPerson;

    DueCalendar(
            Cockpit cockpit,
            OrganizationNames organizations,
            CoalitionProfile coalition,
            CurrentPerson currentPerson) {
        this.cockpit = cockpit;
        this.organizations = organizations;
        this.coalition = coalition;
        this.currentPerson = currentPerson;
    }

    /**
     * A due date.
     *
     * @param id stays the same for the same round or county and cycle
     * @param round {@code null} for a county
     * @param figures of the organizations asked; {@code null} for a member and for a county
     * @param response the member's own, where there is one
     * @param county {@code null} for a round
     */
    public record Due(
            String id,
            LocalDate on,
            @Nullable Round round,
            @Nullable Figures figures,
            @Nullable UUID response,
            @Nullable CountyStanding county) {}

    /** The day everything is measured against. */
    @PreAuthorize("isAuthenticated()")
    public LocalDate today() {
        return cockpit.today();
    }

    /** All due dates of the current person, the earliest first. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<Due> dates() {
        SignedIn person = currentPerson.get();
        var dates = new ArrayList<Due>();
        if (person.role() == Role.MEMBER) {
            cockpit.own().forEach(asked -> dates.add(of(asked)));
        } else {
            var byRound = new LinkedHashMap<Round, List<Asked>>();
            cockpit.asked(null)
                    .forEach(
                            asked ->
                                    byRound.computeIfAbsent(
                                                    asked.round(), round -> new ArrayList<>())
                                            .add(asked));
            byRound.forEach((round, asked) -> dates.add(of(round, Figures.of(asked))));
        }
        cockpit.standing(counties(person), false).stream()
                .filter(county -> county.isOpen() && county.dueOn() != null)
                .map(DueCalendar::of)
                .forEach(dates::add);
        dates.sort(Comparator.comparing(Due::on).thenComparing(Due::id));
        return dates;
    }

    private List<County> counties(SignedIn person) {
        if (person.role() != Role.MEMBER) {
            return cockpit.ownCounties();
        }
        Optional<Place> place =
                Optional.ofNullable(person.organizationId())
                        .map(id -> organizations.places(List.of(id)).get(id));
        return coalition.counties().stream()
                .filter(county -> place.map(where -> where.reaches(county)).orElse(false))
                .toList();
    }

    private static Due of(Asked asked) {
        return new Due(
                "round-" + asked.round().id(),
                asked.round().dueOn(),
                asked.round(),
                null,
                asked.response(),
                null);
    }

    private static Due of(Round round, Figures figures) {
        return new Due("round-" + round.id(), round.dueOn(), round, figures, null, null);
    }

    private static Due of(CountyStanding county) {
        return new Due(
                "county-" + county.county().fips() + "-" + Objects.hashCode(county.cycle()),
                Objects.requireNonNull(county.dueOn()),
                null,
                null,
                null,
                county);
    }
}
