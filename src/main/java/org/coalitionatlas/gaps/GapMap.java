package org.coalitionatlas.gaps;

import java.util.Map;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.taxonomy.Need;

/**
 * Counties × needs, judged on one day.
 *
 * @param cells by county, then need, each in order
 */
public record GapMap(Map<County, Map<Need, Cell>> cells) {

    /** The figures of a county of this map. */
    public CountyFigures figures(County county) {
        return CountyFigures.of(cells.getOrDefault(county, Map.of()));
    }
}
