package org.coalitionatlas.partnership;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.common.Texts;

/**
 * A provider that the coalition reaches only through one person at one member is fragile: when that
 * person leaves, the contact is gone. Whom they know there makes no difference; a second person who
 * knows the same somebody does.
 */
public final class Fragility {

    private Fragility() {}

    /** That the person at the holder knows somebody at the provider today. */
    public record Hold(UUID providerId, UUID holderId, String heldBy) {}

    /**
     * Whether these contacts at one provider hang on one person. Without any there is no contact
     * that could be lost.
     */
    public static boolean isFragile(Collection<Hold> atOneProvider) {
        return atOneProvider.stream().map(Fragility::person).distinct().count() == 1;
    }

    /** The fragile ones among the providers of these contacts. */
    public static Set<UUID> fragileProviders(Collection<Hold> all) {
        Map<UUID, Set<Hold>> byProvider = new HashMap<>();
        for (Hold hold : all) {
            byProvider.computeIfAbsent(hold.providerId(), id -> new HashSet<>()).add(hold);
        }
        var fragile = new HashSet<UUID>();
        byProvider.forEach(
                (provider, holds) -> {
                    if (isFragile(holds)) {
                        fragile.add(provider);
                    }
                });
        return fragile;
    }

    // Two spellings of one name are one person.
    private static Hold person(Hold hold) {
        String name = Texts.folded(hold.heldBy()).strip().replaceAll("\\s+", " ");
        return new Hold(hold.providerId(), hold.holderId(), name);
    }
}
