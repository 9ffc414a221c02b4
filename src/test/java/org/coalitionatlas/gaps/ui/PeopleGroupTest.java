package org.coalitionatlas.gaps.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.ToIntFunction;
import org.coalitionatlas.gaps.Cell.ProfileCoverage;
import org.coalitionatlas.taxonomy.Profile;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.junit.jupiter.api.Test;

class PeopleGroupTest {

    private static final List<Profile> PROFILES = new Taxonomy().profiles();

    @Test
    void profiles_that_find_the_same_are_told_by_age_and_gender_alone() {
        List<PeopleGroup> groups = groups(p -> p.codes().contains("adult") ? 1 : 0);
        assertThat(groups).hasSize(4).allSatisfy(group -> assertThat(group.only()).isEmpty());
        assertThat(groups).extracting(PeopleGroup::profiles).containsOnly(4);
    }

    @Test
    void a_difference_by_nationality_splits_by_nationality_alone() {
        List<PeopleGroup> groups = groups(p -> p.codes().contains("us_citizen") ? 1 : 0);
        assertThat(groups).hasSize(8);
        assertThat(groups)
                .allSatisfy(
                        group ->
                                assertThat(group.only())
                                        .singleElement()
                                        .satisfies(
                                                value ->
                                                        assertThat(value.code())
                                                                .isIn(
                                                                        "us_citizen",
                                                                        "foreign_national")));
    }

    @Test
    void a_difference_by_type_of_trafficking_splits_by_that_alone() {
        assertThat(groups(p -> p.codes().contains("sex") ? 2 : 1))
                .hasSize(8)
                .allSatisfy(group -> assertThat(group.profiles()).isEqualTo(2));
    }

    @Test
    void whoever_alone_differs_is_told_alone_and_everybody_is_told_once() {
        List<PeopleGroup> groups =
                groups(
                        p ->
                                p.codes()
                                                .containsAll(
                                                        List.of(
                                                                "minor",
                                                                "female",
                                                                "foreign_national",
                                                                "labor"))
                                        ? 0
                                        : 1);
        assertThat(groups).filteredOn(group -> group.providers() == 0).hasSize(1);
        assertThat(groups.stream().mapToInt(PeopleGroup::profiles).sum()).isEqualTo(16);
    }

    private static List<PeopleGroup> groups(ToIntFunction<Profile> providers) {
        return PeopleGroup.of(
                PROFILES.stream()
                        .map(p -> new ProfileCoverage(p, providers.applyAsInt(p), 600))
                        .toList());
    }
}
