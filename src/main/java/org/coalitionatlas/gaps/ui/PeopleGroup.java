package org.coalitionatlas.gaps.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.coalitionatlas.gaps.Cell.ProfileCoverage;
import org.coalitionatlas.taxonomy.Axis;

/**
 * Profiles that find the same, told as one: "adult males" instead of four lines that differ in
 * nothing.
 *
 * @param who age and gender
 * @param only the nationality or type of trafficking it is limited to; empty for all of them
 * @param profiles how many of the 16 it stands for
 * @param providers distinct organizations that take them
 * @param minutes open minutes of the week
 */
record PeopleGroup(
        List<Axis.Value> who, List<Axis.Value> only, int profiles, int providers, int minutes) {

    private static final int NAMED = 2;

    /** The profiles by age and gender, split further only where what they find differs. */
    static List<PeopleGroup> of(List<ProfileCoverage> coverage) {
        var groups = new ArrayList<PeopleGroup>();
        by(coverage, profile -> profile.profile().values().subList(0, NAMED))
                .values()
                .forEach(alike -> groups.addAll(merged(alike)));
        return groups;
    }

    private static List<PeopleGroup> merged(List<ProfileCoverage> alike) {
        if (areSame(alike)) {
            return List.of(group(alike, List.of()));
        }
        int axes = alike.getFirst().profile().values().size();
        for (int axis = NAMED; axis < axes; axis++) {
            int split = axis;
            Map<Axis.Value, List<ProfileCoverage>> halves =
                    by(alike, profile -> profile.profile().values().get(split));
            if (halves.values().stream().allMatch(PeopleGroup::areSame)) {
                return halves.entrySet().stream()
                        .map(half -> group(half.getValue(), List.of(half.getKey())))
                        .toList();
            }
        }
        return alike.stream()
                .map(one -> group(List.of(one), one.profile().values().subList(NAMED, axes)))
                .toList();
    }

    private static boolean areSame(List<ProfileCoverage> profiles) {
        ProfileCoverage first = profiles.getFirst();
        return profiles.stream()
                .allMatch(
                        other ->
                                other.providers() == first.providers()
                                        && other.minutes() == first.minutes());
    }

    private static PeopleGroup group(List<ProfileCoverage> alike, List<Axis.Value> only) {
        ProfileCoverage first = alike.getFirst();
        return new PeopleGroup(
                first.profile().values().subList(0, NAMED),
                only,
                alike.size(),
                first.providers(),
                first.minutes());
    }

    private static <K> Map<K, List<ProfileCoverage>> by(
            List<ProfileCoverage> coverage, Function<ProfileCoverage, K> key) {
        var parts = new LinkedHashMap<K, List<ProfileCoverage>>();
        coverage.forEach(
                one -> parts.computeIfAbsent(key.apply(one), k -> new ArrayList<>()).add(one));
        return parts;
    }
}
