package org.coalitionatlas.gaps;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.coalitionatlas.gaps.CellFacts.Offer;
import org.coalitionatlas.gaps.CellFacts.Provider;
import org.coalitionatlas.taxonomy.Profile;
import org.jspecify.annotations.Nullable;

/**
 * A need in a county, judged (PRODUCT §7).
 *
 * @param level highest standing; {@code null} when not assessed or not applicable
 * @param usable providers that can be used today, with the services that make them so
 * @param redundancy distinct organizations among them, a parent counting once
 * @param profiles what each of the profiles finds
 * @param gaps what falls short; none when covered or not applicable
 */
public record Cell(
        CellFacts facts,
        @Nullable Standing level,
        List<Usable> usable,
        int redundancy,
        List<ProfileCoverage> profiles,
        Set<GapCode> gaps) {

    /** A provider that can be used today. */
    public record Usable(Provider provider, List<Offer> offers) {}

    /**
     * What people of one profile find.
     *
     * @param providers distinct organizations that take them
     * @param minutes minutes of the week in which one of them is open, of 10,080
     */
    public record ProfileCoverage(Profile profile, int providers, int minutes) {}

    /** Whether the need does not arise in the county. */
    public boolean isNotApplicable() {
        return facts.notApplicable() != null;
    }

    /** Whether somebody has looked. */
    public boolean isAssessed() {
        return level != null;
    }

    /** Whether nothing falls short. */
    public boolean isCovered() {
        return isAssessed() && gaps.isEmpty();
    }

    /** Profiles that at least one usable provider takes: the numerator of Q. */
    public int profilesReached() {
        return (int) profiles.stream().filter(profile -> profile.providers() > 0).count();
    }

    static Cell notApplicable(CellFacts facts) {
        return new Cell(facts, null, List.of(), 0, List.of(), EnumSet.noneOf(GapCode.class));
    }
}
