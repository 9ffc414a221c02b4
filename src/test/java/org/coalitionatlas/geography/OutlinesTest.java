package org.coalitionatlas.geography;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutlinesTest {

    private static final Geography GEOGRAPHY = new Geography();
    private static final Outlines OUTLINES = new Outlines(GEOGRAPHY);

    /** Its outline has no area left in the simplified atlas. */
    private static final String FALLS_CHURCH = "51610";

    @Test
    void every_county_of_today_has_closed_rings() {
        List<String> without = new ArrayList<>();
        for (County county : GEOGRAPHY.counties()) {
            List<List<Point>> rings = OUTLINES.of(county);
            if (county.valid().until() != null) {
                assertThat(rings).as(county.nameWithState()).isEmpty();
                continue;
            }
            if (rings.isEmpty()) {
                without.add(county.fips());
            }
            for (List<Point> ring : rings) {
                assertThat(ring.getFirst()).as(county.fips()).isEqualTo(ring.getLast());
            }
        }
        assertThat(without).isSubsetOf(FALLS_CHURCH);
    }

    @Test
    void neighbours_share_their_border_point_for_point() {
        County winnebago = GEOGRAPHY.county("17201").orElseThrow();
        Set<Point> border = new HashSet<>();
        OUTLINES.of(winnebago).forEach(border::addAll);
        List<County> neighbours = GEOGRAPHY.neighboursOf(winnebago);
        assertThat(neighbours).isNotEmpty();
        for (County neighbour : neighbours) {
            assertThat(OUTLINES.of(neighbour).stream().flatMap(List::stream))
                    .as(neighbour.name())
                    .anyMatch(border::contains);
        }
    }

    @Test
    void connecticut_has_its_planning_regions() {
        assertThat(GEOGRAPHY.counties())
                .filteredOn(
                        county ->
                                county.state().usps().equals("CT")
                                        && county.valid().until() == null)
                .hasSize(9)
                .allSatisfy(county -> assertThat(OUTLINES.of(county)).isNotEmpty());
    }

    @Test
    void a_county_fills_its_sheet_and_lies_whole_on_it() {
        for (County county : GEOGRAPHY.counties()) {
            List<List<Point>> rings = OUTLINES.of(county);
            if (rings.isEmpty()) {
                continue;
            }
            MapFrame frame = MapFrame.around(rings, county.center());
            double widest = 0;
            double tallest = 0;
            for (List<Point> ring : rings) {
                for (Point point : ring) {
                    assertThat(frame.shows(point)).as(county.nameWithState()).isTrue();
                    widest = Math.max(widest, Math.abs(frame.x(point) - MapFrame.WIDTH / 2.0));
                    tallest = Math.max(tallest, Math.abs(frame.y(point) - frame.height() / 2.0));
                }
            }
            if (!county.fips().equals(FALLS_CHURCH)) {
                assertThat(widest > MapFrame.WIDTH * 0.4 || tallest > frame.height() * 0.4)
                        .as(county.nameWithState())
                        .isTrue();
            }
        }
    }

    @Test
    void north_is_up_and_east_is_right_also_across_the_180th_meridian() {
        County aleutians = GEOGRAPHY.county("02016").orElseThrow();
        MapFrame frame = MapFrame.around(OUTLINES.of(aleutians), aleutians.center());
        assertThat(frame.x(new Point(52, 179))).isLessThan(frame.x(new Point(52, -179)));
        assertThat(frame.y(new Point(54, -170))).isLessThan(frame.y(new Point(52, -170)));
    }
}
