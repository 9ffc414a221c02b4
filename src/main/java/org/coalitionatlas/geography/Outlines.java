package org.coalitionatlas.geography;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coalitionatlas.common.BrokenReferenceData;
import org.coalitionatlas.common.ReferenceFile;
import org.coalitionatlas.common.ReferenceFile.Row;
import org.springframework.stereotype.Component;

/**
 * The borders of the counties of 2023, read from {@code data/geography} when the product starts and
 * kept in memory (about 2 MB). Simplified for maps: not fit to tell in which county a house stands.
 */
@Component
public final class Outlines {

    private static final String OUTLINES = "geography/outlines.csv";
    private static final double PER_DEGREE = 10_000;

    private final List<int[]> arcs = new ArrayList<>();
    private final Map<String, int[][]> rings = new HashMap<>();

    /** Reads and validates the files. */
    public Outlines(Geography geography) {
        ReferenceFile.csv("geography/arcs.csv", "arc,points", this::addArc);
        int lines = ReferenceFile.csv(OUTLINES, "fips,rings", row -> addOutline(row, geography));
        for (County county : geography.counties()) {
            if (county.isCurrent() && !rings.containsKey(county.fips())) {
                throw new BrokenReferenceData(
                        OUTLINES, lines, "county " + county.fips() + " has no outline");
            }
        }
    }

    /** The rings of the county, closed; none for a former county. */
    public List<List<Point>> of(County county) {
        int[][] found = rings.get(county.fips());
        return found == null ? List.of() : Arrays.stream(found).map(this::ring).toList();
    }

    private List<Point> ring(int[] stretches) {
        var points = new ArrayList<Point>();
        for (int stretch : stretches) {
            int[] arc = arcs.get(stretch < 0 ? ~stretch : stretch);
            int last = arc.length / 2 - 1;
            // Each stretch begins where the one before it ends.
            for (int i = points.isEmpty() ? 0 : 1; i <= last; i++) {
                int at = 2 * (stretch < 0 ? last - i : i);
                points.add(new Point(arc[at + 1] / PER_DEGREE, arc[at] / PER_DEGREE));
            }
        }
        return points;
    }

    private void addArc(Row row) {
        int[] numbers = numbers(row, row.text(1));
        if (row.integer(0) != arcs.size() || numbers.length % 2 != 0) {
            throw row.broken("arc " + row.text(0) + " is out of order or has half a point");
        }
        for (int i = 2; i < numbers.length; i++) {
            numbers[i] += numbers[i - 2];
        }
        for (int i = 0; i < numbers.length; i += 2) {
            if (!new Point(numbers[i + 1] / PER_DEGREE, numbers[i] / PER_DEGREE)
                    .isInTheUnitedStates()) {
                throw row.broken("point " + (i / 2 + 1) + " is no place in the United States");
            }
        }
        arcs.add(numbers);
    }

    private void addOutline(Row row, Geography geography) {
        if (geography.county(row.text(0)).isEmpty()) {
            throw row.broken("unknown county " + row.text(0));
        }
        String[] texts = row.text(1).split("\\|");
        int[][] found = new int[texts.length][];
        for (int i = 0; i < texts.length; i++) {
            found[i] = numbers(row, texts[i]);
            for (int stretch : found[i]) {
                if ((stretch < 0 ? ~stretch : stretch) >= arcs.size()) {
                    throw row.broken("unknown arc " + stretch);
                }
            }
        }
        if (rings.put(row.text(0), found) != null) {
            throw row.broken("county " + row.text(0) + " occurs twice");
        }
    }

    private static int[] numbers(Row row, String text) {
        try {
            return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
        } catch (NumberFormatException e) {
            throw row.broken("not a number in \"" + text + "\"");
        }
    }
}
