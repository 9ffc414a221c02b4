package org.coalitionatlas.gaps;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.directory.CapacityValue;
import org.coalitionatlas.gaps.Cell.ProfileCoverage;
import org.coalitionatlas.gaps.Cell.Usable;
import org.coalitionatlas.gaps.CellFacts.Offer;
import org.coalitionatlas.gaps.CellFacts.Provider;
import org.coalitionatlas.taxonomy.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Judges a need in a county (PRODUCT §7). Each gap is one named rule in {@link #RULES}; all are
 * pure functions of the facts and a day.
 */
final class CoverageRules {

    private final List<Profile> profiles;
    private final CoverageSettings settings;
    private final LocalDate today;
    private final LocalDate oldestVerification;
    // Most cells of a large map have nobody usable: they share this.
    private final List<ProfileCoverage> nobody;

    CoverageRules(List<Profile> profiles, CoverageSettings settings, LocalDate today) {
        this.profiles = profiles;
        this.settings = settings;
        this.today = today;
        this.oldestVerification = today.minusDays(settings.verifiedWithinDays());
        this.nobody = profiles.stream().map(profile -> new ProfileCoverage(profile, 0, 0)).toList();
    }

    /** A gap and the question that finds it. */
    private record Rule(GapCode code, Test test) {}

    private interface Test {
        boolean fallsShort(Judging cell);
    }

    /**
     * All of them. While nobody has looked, or there is no provider or no relationship, that alone
     * is said: what a provider offers matters once somebody can call it. When every partner is lost
     * to a full house or a stale record, that is said instead of the populations and hours that
     * follow from it.
     */
    private static final List<Rule> RULES =
            List.of(
                    new Rule(GapCode.G0, cell -> cell.level == null),
                    new Rule(GapCode.G1, cell -> cell.level == Standing.NONE),
                    new Rule(
                            GapCode.G2,
                            cell ->
                                    cell.level == Standing.LISTED
                                            || cell.level == Standing.CONTACT),
                    new Rule(GapCode.G3, cell -> cell.level == Standing.PARTNER),
                    new Rule(GapCode.G4, Judging::leavesPopulationsOut),
                    new Rule(GapCode.G5, Judging::leavesHoursOut),
                    new Rule(GapCode.G6, cell -> cell.redundancy == 1),
                    new Rule(GapCode.G7, Judging::isLostToCapacity),
                    new Rule(GapCode.G8, Judging::isLostToStaleness),
                    new Rule(GapCode.G9, cell -> cell.isFarAway() || cell.lacksLanguage()));

    /** The cell as it would be if all that were true. */
    Cell judge(CellFacts facts, Collection<Assumption> assumptions) {
        return judge(Assumption.applied(facts, assumptions, today));
    }

    /** Judges one cell. */
    Cell judge(CellFacts facts) {
        if (facts.notApplicable() != null) {
            return Cell.notApplicable(facts);
        }
        var cell = new Judging(facts);
        var gaps = EnumSet.noneOf(GapCode.class);
        for (Rule rule : RULES) {
            if (rule.test().fallsShort(cell)) {
                gaps.add(rule.code());
            }
        }
        return new Cell(facts, cell.level, cell.usable, cell.redundancy, cell.coverage, gaps);
    }

    /** Everything that keeps a service from being used today; none when it can be. */
    Set<Obstacle> obstacles(Offer offer) {
        var obstacles = EnumSet.noneOf(Obstacle.class);
        if (!offer.active()) {
            obstacles.add(Obstacle.CLOSED);
        }
        CapacityValue capacity = offer.capacity();
        if (capacity == null || !capacity.mayHaveRoom()) {
            obstacles.add(Obstacle.NO_ROOM);
        }
        LocalDate verified = offer.verifiedOn();
        if (verified == null || verified.isBefore(oldestVerification)) {
            obstacles.add(Obstacle.STALE);
        }
        return obstacles;
    }

    private boolean isUsable(Offer offer) {
        CapacityValue capacity = offer.capacity();
        LocalDate verified = offer.verifiedOn();
        return offer.active()
                && capacity != null
                && capacity.mayHaveRoom()
                && verified != null
                && !verified.isBefore(oldestVerification);
    }

    /** The figures of one cell, worked out once for all rules. */
    private final class Judging {

        private final CellFacts facts;
        private final @Nullable Standing level;
        private final List<Provider> partners;
        private final List<Usable> usable;
        private final int redundancy;
        private final List<ProfileCoverage> coverage;

        Judging(CellFacts facts) {
            this.facts = facts;
            this.level =
                    facts.providers().stream()
                            .map(Provider::standing)
                            .filter(Objects::nonNull)
                            .max(Comparator.naturalOrder())
                            .orElse(facts.nobody() ? Standing.NONE : null);
            this.partners = facts.providers().stream().filter(Provider::isPartner).toList();
            this.usable = usable(partners);
            this.redundancy =
                    (int) usable.stream().map(u -> u.provider().rootId()).distinct().count();
            this.coverage =
                    usable.isEmpty() ? nobody : profiles.stream().map(this::coverage).toList();
        }

        private List<Usable> usable(List<Provider> providers) {
            var found = new ArrayList<Usable>();
            for (Provider provider : providers) {
                List<Offer> offers =
                        provider.services().stream().filter(CoverageRules.this::isUsable).toList();
                if (!offers.isEmpty()) {
                    found.add(new Usable(provider, offers));
                }
            }
            return List.copyOf(found);
        }

        private ProfileCoverage coverage(Profile profile) {
            Set<UUID> organizations = new HashSet<>();
            WeeklyHours open = WeeklyHours.NEVER;
            for (Usable candidate : usable) {
                for (Offer offer : candidate.offers()) {
                    if (accepts(offer, profile)) {
                        organizations.add(candidate.provider().rootId());
                        open = open.union(offer.hours());
                    }
                }
            }
            return new ProfileCoverage(profile, organizations.size(), open.minutes());
        }

        private static boolean accepts(Offer offer, Profile profile) {
            return profile.values().stream()
                    .allMatch(value -> offer.accepts().contains(value.code()));
        }

        boolean leavesPopulationsOut() {
            return !usable.isEmpty() && coverage.stream().anyMatch(p -> p.providers() == 0);
        }

        boolean leavesHoursOut() {
            return !usable.isEmpty()
                    && facts.allHours()
                    && coverage.stream().anyMatch(p -> p.minutes() < WeeklyHours.WEEK);
        }

        boolean isLostToCapacity() {
            return usable.isEmpty()
                    && offersOfPartners().stream()
                            .map(CoverageRules.this::obstacles)
                            .anyMatch(
                                    o ->
                                            o.contains(Obstacle.NO_ROOM)
                                                    || o.contains(Obstacle.CLOSED));
        }

        // A partner without any listed service is a record that no longer says what it does.
        boolean isLostToStaleness() {
            return usable.isEmpty()
                    && !partners.isEmpty()
                    && (offersOfPartners().isEmpty()
                            || offersOfPartners().stream()
                                    .map(CoverageRules.this::obstacles)
                                    .anyMatch(o -> o.contains(Obstacle.STALE)));
        }

        boolean isFarAway() {
            return !usable.isEmpty()
                    && usable.stream()
                            .flatMap(u -> u.offers().stream())
                            .noneMatch(Offer::reachable);
        }

        boolean lacksLanguage() {
            return !usable.isEmpty()
                    && settings.languages().stream().anyMatch(code -> !isSpoken(code));
        }

        private boolean isSpoken(String language) {
            return usable.stream()
                    .flatMap(u -> u.offers().stream())
                    .anyMatch(o -> o.interpreted() || o.languages().contains(language));
        }

        private List<Offer> offersOfPartners() {
            return partners.stream().flatMap(p -> p.services().stream()).toList();
        }
    }
}
