package org.coalitionatlas.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The demo coalition shows every kind of gap, and the worked example of PRODUCT §7. */
@DemoTest
class DemoGapsTest {

    @Autowired Gaps gaps;
    @Autowired SignedInAs signedInAs;

    @Test
    void every_gap_code_occurs_in_the_demo() {
        GapMap map = signedInAs.call(SignedInAs.COORDINATOR, gaps::ofCoalition);
        var found = EnumSet.noneOf(GapCode.class);
        map.cells().values().forEach(needs -> needs.values().forEach(c -> found.addAll(c.gaps())));
        assertThat(found).containsExactlyInAnyOrder(GapCode.values());
    }

    @Test
    void housing_in_winnebago_is_the_worked_example() {
        Cell cell =
                signedInAs
                        .call(SignedInAs.COORDINATOR, () -> gaps.cell("17201", "A3"))
                        .orElseThrow();
        assertThat(cell.facts().providers())
                .extracting(p -> p.name())
                .containsExactlyInAnyOrder("Safe Harbor", "Youth Bridge", "City Mission");
        assertThat(cell.level()).isEqualTo(Standing.TRAINED_PARTNER);
        assertThat(cell.redundancy()).isEqualTo(1);
        assertThat(cell.profilesReached()).isEqualTo(4);
        assertThat(cell.gaps()).containsExactlyInAnyOrder(GapCode.G4, GapCode.G5, GapCode.G6);
    }
}
