package org.coalitionatlas.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.directory.CapacityValue;
import org.coalitionatlas.gaps.Cell.ProfileCoverage;
import org.coalitionatlas.gaps.CellFacts.Offer;
import org.coalitionatlas.gaps.CellFacts.Provider;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** PRODUCT §7, rule by rule, and its worked example. */
class CoverageRulesTest {

    private static final Taxonomy TAXONOMY = new Taxonomy();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Set<String> EVERYBODY =
            Set.of(
                    "minor",
                    "adult",
                    "male",
                    "female",
                    "foreign_national",
                    "us_citizen",
                    "labor",
                    "sex");

    private final CoverageRules rules =
            new CoverageRules(TAXONOMY.profiles(), new CoverageSettings(365, Set.of("es")), TODAY);

    @Nested
    class Worked_example {

        private final Provider safeHarbor =
                provider(
                        "Safe Harbor",
                        Standing.TRAINED_PARTNER,
                        always().taking("adult", "female").verified(40));
        private final Provider youthBridge =
                provider(
                        "Youth Bridge",
                        Standing.PARTNER,
                        always().taking("minor", "male", "female")
                                .verified(400)
                                .with(CapacityValue.WAITLIST));
        private final Provider cityMission =
                provider(
                        "City Mission",
                        Standing.CONTACT,
                        overNight().taking("adult", "male").verified(90));

        @Test
        void now_only_safe_harbor_is_usable_and_twelve_profiles_have_nobody() {
            Cell cell = housing(safeHarbor, youthBridge, cityMission);

            assertThat(cell.level()).isEqualTo(Standing.TRAINED_PARTNER);
            assertThat(cell.usable())
                    .extracting(u -> u.provider().name())
                    .containsExactly("Safe Harbor");
            assertThat(cell.redundancy()).isEqualTo(1);
            assertThat(cell.profilesReached()).isEqualTo(4);
            assertThat(cell.gaps()).containsExactlyInAnyOrder(GapCode.G4, GapCode.G5, GapCode.G6);
        }

        @Test
        void column_by_column_it_would_read_six_of_eight() {
            Cell cell = housing(safeHarbor, youthBridge, cityMission);

            Set<String> columns = new HashSet<>();
            cell.usable().forEach(u -> u.offers().forEach(o -> columns.addAll(o.accepts())));
            assertThat(columns).hasSize(6);
        }

        @Test
        void after_youth_bridge_is_verified_and_open_adult_males_still_have_nobody() {
            Cell cell = housing(safeHarbor, openYouthBridge(), cityMission);

            assertThat(cell.redundancy()).isEqualTo(2);
            assertThat(cell.profilesReached()).isEqualTo(12);
            assertThat(cell.gaps()).containsExactlyInAnyOrder(GapCode.G4, GapCode.G5);
            assertThat(cell.profiles())
                    .filteredOn(p -> p.providers() == 0)
                    .allSatisfy(p -> assertThat(p.profile().codes()).contains("adult", "male"));
        }

        @Test
        void after_an_mou_with_city_mission_adult_males_have_105_of_168_hours() {
            Cell cell =
                    housing(
                            safeHarbor,
                            openYouthBridge(),
                            provider(
                                    "City Mission",
                                    Standing.PARTNER,
                                    overNight().taking("adult", "male").verified(90)));

            assertThat(cell.profilesReached()).isEqualTo(16);
            assertThat(cell.gaps()).containsExactly(GapCode.G5);
            assertThat(cell.profiles())
                    .filteredOn(p -> p.profile().codes().containsAll(List.of("adult", "male")))
                    .hasSize(4)
                    .allSatisfy(p -> assertThat(p.minutes()).isEqualTo(105 * 60))
                    .allSatisfy(p -> assertThat(p.providers()).isEqualTo(1));
        }

        private Provider openYouthBridge() {
            return provider(
                    "Youth Bridge",
                    Standing.PARTNER,
                    always().taking("minor", "male", "female").verified(1));
        }

        private Cell housing(Provider... providers) {
            return rules.judge(new CellFacts(true, false, null, List.of(providers)));
        }
    }

    @Test
    void G0_nobody_has_said_anything_of_the_providers_listed() {
        assertThat(judge(provider("Listed", null, always())).gaps()).containsExactly(GapCode.G0);
        assertThat(judge().gaps()).containsExactly(GapCode.G0);
    }

    @Test
    void G1_somebody_affirmed_that_there_is_nobody() {
        Cell cell = rules.judge(new CellFacts(true, true, null, List.of()));
        assertThat(cell.gaps()).containsExactly(GapCode.G1);
        assertThat(cell.level()).isEqualTo(Standing.NONE);
    }

    @Test
    void G2_a_provider_is_known_but_is_no_partner() {
        assertThat(judge(provider("A", Standing.LISTED, always())).gaps())
                .containsExactly(GapCode.G2);
        assertThat(judge(provider("A", Standing.CONTACT, always())).gaps())
                .containsExactly(GapCode.G2);
    }

    @Test
    void G3_the_partners_are_not_trained() {
        assertThat(
                        judge(
                                        provider("A", Standing.PARTNER, always()),
                                        provider("B", Standing.PARTNER, always()))
                                .gaps())
                .containsExactly(GapCode.G3);
    }

    @Test
    void G4_some_profile_is_taken_by_nobody_and_not_stated_is_not_accepted() {
        assertThat(
                        judge(
                                        trained(
                                                "A",
                                                always().takingOnly(
                                                                "adult", "female", "us_citizen")),
                                        trained(
                                                "B",
                                                always().takingOnly(
                                                                "adult", "female", "us_citizen")))
                                .gaps())
                .containsExactly(GapCode.G4, GapCode.G5);
    }

    @Test
    void G5_hours_are_left_out_where_all_hours_are_required_and_only_there() {
        Provider one = trained("A", overNight());
        Provider two = trained("B", overNight());
        assertThat(rules.judge(new CellFacts(true, false, null, List.of(one, two))).gaps())
                .containsExactly(GapCode.G5);
        assertThat(rules.judge(new CellFacts(false, false, null, List.of(one, two))).gaps())
                .isEmpty();
    }

    @Test
    void G6_two_programs_of_one_parent_are_one_provider() {
        UUID parent = UUID.randomUUID();
        Cell cell =
                judge(
                        new Provider(
                                UUID.randomUUID(),
                                parent,
                                "Program 1",
                                Standing.TRAINED_PARTNER,
                                List.of(always().offer())),
                        new Provider(
                                UUID.randomUUID(),
                                parent,
                                "Program 2",
                                Standing.TRAINED_PARTNER,
                                List.of(always().offer())));
        assertThat(cell.redundancy()).isEqualTo(1);
        assertThat(cell.gaps()).containsExactly(GapCode.G6);
    }

    @Test
    void G7_every_partner_is_full_or_has_not_said() {
        assertThat(judge(trained("A", always().with(CapacityValue.WAITLIST))).gaps())
                .containsExactly(GapCode.G7);
        assertThat(judge(trained("A", always().with(CapacityValue.NO_CAPACITY))).gaps())
                .containsExactly(GapCode.G7);
        assertThat(judge(trained("A", always().with(null))).gaps()).containsExactly(GapCode.G7);
    }

    @Test
    void ask_first_counts_as_room() {
        assertThat(
                        judge(
                                        trained("A", always().with(CapacityValue.ASK_FIRST)),
                                        trained("B", always()))
                                .isCovered())
                .isTrue();
    }

    @Test
    void G8_the_record_is_older_than_a_year_and_exactly_a_year_is_not() {
        assertThat(judge(trained("A", always().verified(366))).gaps()).containsExactly(GapCode.G8);
        assertThat(judge(trained("A", always().verified(365)), trained("B", always())).isCovered())
                .isTrue();
    }

    @Test
    void G8_a_partner_whose_service_is_no_longer_listed_has_a_stale_record() {
        assertThat(
                        judge(
                                        new Provider(
                                                UUID.randomUUID(),
                                                UUID.randomUUID(),
                                                "A",
                                                Standing.PARTNER,
                                                List.of()))
                                .gaps())
                .containsExactly(GapCode.G3, GapCode.G8);
    }

    @Test
    void G9_everybody_is_far_away_or_nobody_speaks_the_language() {
        assertThat(judge(trained("A", always().far()), trained("B", always().far())).gaps())
                .containsExactly(GapCode.G9);
        assertThat(
                        judge(
                                        trained("A", always().speaking("en")),
                                        trained("B", always().speaking("en")))
                                .gaps())
                .containsExactly(GapCode.G9);
        assertThat(
                        judge(
                                        trained("A", always().speaking("en")),
                                        trained("B", always().speaking("es")))
                                .isCovered())
                .isTrue();
    }

    @Test
    void a_need_that_does_not_apply_is_neither_assessed_nor_a_gap() {
        Cell cell = rules.judge(new CellFacts(true, false, "handled by the region", List.of()));
        assertThat(cell.isNotApplicable()).isTrue();
        assertThat(cell.isAssessed()).isFalse();
        assertThat(cell.gaps()).isEmpty();
    }

    @Test
    void covered_needs_two_trained_partners_open_at_all_hours_for_everybody() {
        Cell cell = judge(trained("A", always()), trained("B", always()));
        assertThat(cell.isCovered()).isTrue();
        assertThat(cell.profiles()).extracting(ProfileCoverage::providers).containsOnly(2);
    }

    @Test
    void there_are_sixteen_profiles() {
        assertThat(TAXONOMY.profiles()).hasSize(16);
        assertThat(TAXONOMY.profiles().stream().map(p -> Set.copyOf(p.codes())).distinct())
                .hasSize(16);
    }

    private Cell judge(Provider... providers) {
        return rules.judge(new CellFacts(true, false, null, List.of(providers)));
    }

    private static Provider trained(String name, Draft draft) {
        return provider(name, Standing.TRAINED_PARTNER, draft);
    }

    private static Provider provider(String name, Standing standing, Draft draft) {
        UUID id = UUID.nameUUIDFromBytes(name.getBytes());
        return new Provider(id, id, name, standing, List.of(draft.offer()));
    }

    private static Draft always() {
        return new Draft(
                WeeklyHours.ALWAYS,
                EVERYBODY,
                TODAY,
                CapacityValue.CAPACITY,
                true,
                Set.of("en", "es"));
    }

    private static Draft overNight() {
        return new Draft(
                WeeklyHours.of(
                        Arrays.stream(DayOfWeek.values())
                                .map(
                                        day ->
                                                new WeeklyHours.Span(
                                                        day,
                                                        LocalTime.of(17, 0),
                                                        LocalTime.of(8, 0)))
                                .toList()),
                EVERYBODY,
                TODAY,
                CapacityValue.CAPACITY,
                true,
                Set.of("en", "es"));
    }

    /** A service that takes everybody, unless a test says otherwise. */
    private record Draft(
            WeeklyHours hours,
            Set<String> accepts,
            LocalDate verifiedOn,
            CapacityValue capacity,
            boolean reachable,
            Set<String> languages) {

        /** These of age and gender, and every nationality and trafficking type. */
        Draft taking(String... ageAndGender) {
            Set<String> values =
                    new HashSet<>(Set.of("foreign_national", "us_citizen", "labor", "sex"));
            Stream.of(ageAndGender).forEach(values::add);
            return new Draft(hours, values, verifiedOn, capacity, reachable, languages);
        }

        Draft takingOnly(String... values) {
            return new Draft(hours, Set.of(values), verifiedOn, capacity, reachable, languages);
        }

        Draft verified(int daysAgo) {
            return new Draft(
                    hours, accepts, TODAY.minusDays(daysAgo), capacity, reachable, languages);
        }

        Draft with(CapacityValue value) {
            return new Draft(hours, accepts, verifiedOn, value, reachable, languages);
        }

        Draft far() {
            return new Draft(hours, accepts, verifiedOn, capacity, false, languages);
        }

        Draft speaking(String... codes) {
            return new Draft(hours, accepts, verifiedOn, capacity, reachable, Set.of(codes));
        }

        Offer offer() {
            return new Offer(
                    UUID.randomUUID(),
                    "Service",
                    true,
                    capacity,
                    verifiedOn,
                    accepts,
                    hours,
                    reachable,
                    languages,
                    false);
        }
    }
}
