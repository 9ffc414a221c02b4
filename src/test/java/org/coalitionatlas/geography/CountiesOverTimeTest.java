package org.coalitionatlas.geography;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountiesOverTimeTest {

    private static final Geography GEOGRAPHY = new Geography();
    private static final LocalDate CHANGE = LocalDate.of(2022, 6, 1);

    @Test
    void connecticut_has_eight_counties_until_the_change_and_nine_regions_from_it() {
        assertThat(names(CHANGE.minusDays(1)))
                .containsExactly(
                        "Fairfield County",
                        "Hartford County",
                        "Litchfield County",
                        "Middlesex County",
                        "New Haven County",
                        "New London County",
                        "Tolland County",
                        "Windham County");
        assertThat(names(CHANGE))
                .hasSize(9)
                .allMatch(name -> name.endsWith(" Planning Region"))
                .contains("Capitol Planning Region", "Naugatuck Valley Planning Region");
    }

    @Test
    void every_former_county_names_the_regions_that_took_its_towns_and_they_name_it() {
        for (County former : GEOGRAPHY.countiesOf("CT", CHANGE.minusDays(1))) {
            assertThat(former.isCurrent()).isFalse();
            assertThat(former.overlapping()).as(former.name()).isNotEmpty();
            for (String region : former.overlapping()) {
                County successor = GEOGRAPHY.county(region).orElseThrow();
                assertThat(successor.isCurrent()).isTrue();
                assertThat(successor.overlapping()).contains(former.fips());
            }
        }
        assertThat(GEOGRAPHY.countiesOf("CT", CHANGE))
                .noneMatch(region -> region.overlapping().isEmpty());
    }

    @Test
    void other_counties_overlap_nothing() {
        assertThat(
                        GEOGRAPHY.counties().stream()
                                .filter(county -> !county.state().usps().equals("CT"))
                                .filter(county -> !county.overlapping().isEmpty()))
                .isEmpty();
    }

    private static List<String> names(LocalDate day) {
        return GEOGRAPHY.countiesOf("CT", day).stream().map(County::name).toList();
    }
}
