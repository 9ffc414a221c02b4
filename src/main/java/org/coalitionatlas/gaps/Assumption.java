package org.coalitionatlas.gaps;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.directory.CapacityValue;
import org.coalitionatlas.gaps.CellFacts.Offer;
import org.coalitionatlas.gaps.CellFacts.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Something that could be true of a provider and is not: "if Youth Bridge had room". Trying it out
 * changes nothing that is stored.
 */
public record Assumption(UUID providerId, Change change) {

    /** What could be different. */
    public enum Change {
        /** Its services are verified today. */
        VERIFIED,
        /** Its services have room. */
        ROOM,
        /** A partnership with it is in force, and so there is a contact. */
        AGREEMENT,
        /** It is trained; counts once it is a partner, weakest link first. */
        TRAINED
    }

    /** The facts as they would be. */
    static CellFacts applied(CellFacts facts, Collection<Assumption> assumptions, LocalDate today) {
        List<Provider> providers =
                facts.providers().stream()
                        .map(provider -> changed(provider, changesOf(provider, assumptions), today))
                        .toList();
        return new CellFacts(facts.allHours(), facts.nobody(), facts.notApplicable(), providers);
    }

    private static Set<Change> changesOf(Provider provider, Collection<Assumption> assumptions) {
        var changes = EnumSet.noneOf(Change.class);
        for (Assumption assumption : assumptions) {
            if (assumption.providerId().equals(provider.id())) {
                changes.add(assumption.change());
            }
        }
        return changes;
    }

    private static Provider changed(Provider provider, Set<Change> changes, LocalDate today) {
        if (changes.isEmpty()) {
            return provider;
        }
        List<Offer> offers =
                provider.services().stream()
                        .map(
                                offer ->
                                        offer.with(
                                                changes.contains(Change.ROOM)
                                                        ? CapacityValue.CAPACITY
                                                        : offer.capacity(),
                                                changes.contains(Change.VERIFIED)
                                                        ? today
                                                        : offer.verifiedOn()))
                        .toList();
        return new Provider(
                provider.id(),
                provider.rootId(),
                provider.name(),
                standing(provider.standing(), changes),
                offers);
    }

    private static @Nullable Standing standing(@Nullable Standing now, Set<Change> changes) {
        boolean partner =
                changes.contains(Change.AGREEMENT)
                        || (now != null && now.level() >= Standing.PARTNER.level());
        if (!partner || now == Standing.TRAINED_PARTNER) {
            return now;
        }
        return changes.contains(Change.TRAINED) ? Standing.TRAINED_PARTNER : Standing.PARTNER;
    }
}
