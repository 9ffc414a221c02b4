package org.coalitionatlas.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.gaps.Assumption.Change;
import org.coalitionatlas.gaps.CellDetail.ProviderState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The worked example of PRODUCT §7 tried out on the demo's own records. */
@DemoTest
class DemoWhatIfTest {

    @Autowired Gaps gaps;
    @Autowired SignedInAs signedInAs;
    @Autowired SqlStatements sql;

    private CellDetail housing;

    @BeforeEach
    void housing_in_winnebago() {
        housing =
                signedInAs
                        .call(SignedInAs.COORDINATOR, () -> gaps.detail("17201", "A3"))
                        .orElseThrow();
    }

    @Test
    void now_only_safe_harbor_can_be_used_and_the_others_say_why() {
        assertThat(housing.providers())
                .extracting(state -> state.provider().name(), ProviderState::usable)
                .startsWith(org.assertj.core.groups.Tuple.tuple("Safe Harbor", true));
        assertThat(state("Youth Bridge").services().getFirst().obstacles())
                .containsExactlyInAnyOrder(Obstacle.NO_ROOM, Obstacle.STALE);
        assertThat(state("City Mission").usable()).isFalse();
        assertThat(state("City Mission").services().getFirst().obstacles()).isEmpty();
        assertThat(state("City Mission").provider().standing()).isEqualTo(Standing.CONTACT);
    }

    @Test
    void after_youth_bridge_is_verified_and_open_adult_males_still_have_nobody() {
        Cell then = whatIf(youthBridge(Change.VERIFIED), youthBridge(Change.ROOM));

        assertThat(then.redundancy()).isEqualTo(2);
        assertThat(then.profilesReached()).isEqualTo(12);
        assertThat(then.gaps()).containsExactlyInAnyOrder(GapCode.G4, GapCode.G5);
        assertThat(then.profiles())
                .filteredOn(profile -> profile.providers() == 0)
                .allSatisfy(p -> assertThat(p.profile().codes()).contains("adult", "male"));
    }

    @Test
    void after_an_mou_with_city_mission_too_adult_males_have_105_of_168_hours() {
        Cell then =
                whatIf(
                        youthBridge(Change.VERIFIED),
                        youthBridge(Change.ROOM),
                        new Assumption(id("City Mission"), Change.AGREEMENT));

        assertThat(then.profilesReached()).isEqualTo(16);
        assertThat(then.gaps()).containsExactly(GapCode.G5);
        assertThat(then.profiles())
                .filteredOn(p -> p.profile().codes().containsAll(List.of("adult", "male")))
                .hasSize(4)
                .allSatisfy(p -> assertThat(p.minutes()).isEqualTo(105 * 60));
    }

    @Test
    void one_half_of_what_a_provider_lacks_changes_nothing() {
        assertThat(whatIf(youthBridge(Change.VERIFIED)).gaps()).isEqualTo(housing.cell().gaps());
    }

    @Test
    void training_alone_does_not_lift_a_provider_that_is_no_partner() {
        Cell then = whatIf(new Assumption(id("City Mission"), Change.TRAINED));
        assertThat(then.facts().providers())
                .filteredOn(provider -> provider.name().equals("City Mission"))
                .extracting(CellFacts.Provider::standing)
                .containsExactly(Standing.CONTACT);
    }

    @Test
    void only_what_is_missing_can_be_tried_out() {
        assertThat(housing.assumptions())
                .containsExactlyInAnyOrder(
                        youthBridge(Change.VERIFIED),
                        youthBridge(Change.ROOM),
                        youthBridge(Change.TRAINED),
                        new Assumption(id("City Mission"), Change.AGREEMENT),
                        new Assumption(id("City Mission"), Change.TRAINED));
    }

    @Test
    void trying_out_asks_the_database_nothing() {
        List<Assumption> tried = List.of(youthBridge(Change.ROOM));
        List<String> sent =
                signedInAs.call(
                        SignedInAs.COORDINATOR,
                        () -> sql.during(() -> gaps.whatIf(housing, tried)));
        assertThat(sent).isEmpty();
    }

    private Cell whatIf(Assumption... assumptions) {
        return signedInAs.call(
                SignedInAs.COORDINATOR, () -> gaps.whatIf(housing, List.of(assumptions)));
    }

    private Assumption youthBridge(Change change) {
        return new Assumption(id("Youth Bridge"), change);
    }

    private UUID id(String name) {
        return state(name).provider().id();
    }

    private ProviderState state(String name) {
        return housing.providers().stream()
                .filter(state -> state.provider().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
