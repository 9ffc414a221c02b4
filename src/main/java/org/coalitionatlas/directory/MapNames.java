package org.coalitionatlas.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.coalitionatlas.geography.MapFrame;
import org.coalitionatlas.geography.Point;

/**
 * Finds room for the names of counties on a map: in the county, as near its middle as no pin and no
 * other name is in the way, and where there is no such place, where least of it is covered.
 */
final class MapNames {

    /** Letters are widest on a phone, where the drawing shrinks and names are drawn larger. */
    private static final double LETTER = 14;

    private static final double HALF_HEIGHT = 15;

    /** From the middle of a line of text to its foot. */
    private static final double FOOT = 7;

    private static final double COVERED = 1_000;
    private static final double OUTSIDE = 40;

    /** Steps away from the middle, nearest first. */
    private static final List<double[]> STEPS =
            IntStream.rangeClosed(-6, 6)
                    .boxed()
                    .flatMap(
                            across ->
                                    IntStream.rangeClosed(-10, 10)
                                            .mapToObj(
                                                    down ->
                                                            new double[] {
                                                                across * 24.0, down * 16.0
                                                            }))
                    .sorted(Comparator.comparingDouble(step -> Math.hypot(step[0], step[1])))
                    .toList();

    private record Box(double x, double y, double halfWidth, double halfHeight) {

        /** Share of the smaller side by which two boxes overlap; 0 when they do not. */
        double covers(Box other) {
            double wide = halfWidth + other.halfWidth - Math.abs(x - other.x);
            double tall = halfHeight + other.halfHeight - Math.abs(y - other.y);
            return wide <= 0 || tall <= 0
                    ? 0
                    : Math.min(1, wide / (2 * other.halfWidth))
                            * Math.min(1, tall / (2 * other.halfHeight));
        }
    }

    private final MapFrame frame;
    private final List<Box> taken = new ArrayList<>();

    /**
     * @param x of the pins' middles
     * @param y of the pins' middles
     */
    MapNames(MapFrame frame, double[] x, double[] y, double radius) {
        this.frame = frame;
        for (int i = 0; i < x.length; i++) {
            taken.add(new Box(x[i], y[i], radius, radius));
        }
    }

    /**
     * Where the name is written: the middle of its foot.
     *
     * @param middle of the county
     * @param rings its outline
     */
    double[] place(String name, Point middle, List<List<Point>> rings) {
        double half = name.length() * LETTER / 2;
        double fromX = frame.x(middle);
        double fromY = frame.y(middle);
        List<double[][]> outline = rings.stream().map(this::drawn).toList();
        Box best = onSheet(fromX, fromY, half);
        double least = Double.MAX_VALUE;
        for (double[] step : STEPS) {
            double away = Math.hypot(step[0], step[1]);
            if (away >= least) {
                break;
            }
            Box box = onSheet(fromX + step[0], fromY + step[1], half);
            double cost = away + COVERED * covered(box);
            if (cost < least && isInside(outline, box.x, box.y)) {
                cost += isInside(outline, box.x - half, box.y) ? 0 : OUTSIDE;
                cost += isInside(outline, box.x + half, box.y) ? 0 : OUTSIDE;
                if (cost < least) {
                    least = cost;
                    best = box;
                }
            }
        }
        taken.add(best);
        return new double[] {best.x, best.y + FOOT};
    }

    private Box onSheet(double x, double y, double half) {
        double edge = Math.min(half, MapFrame.WIDTH / 2.0);
        return new Box(
                Math.clamp(x, edge, MapFrame.WIDTH - edge),
                Math.clamp(y, HALF_HEIGHT, frame.height() - HALF_HEIGHT),
                half,
                HALF_HEIGHT);
    }

    private double covered(Box box) {
        return taken.stream().mapToDouble(box::covers).sum();
    }

    private double[][] drawn(List<Point> ring) {
        return ring.stream()
                .map(point -> new double[] {frame.x(point), frame.y(point)})
                .toArray(double[][]::new);
    }

    // A line to the right crosses the outline of what it starts in an odd number of times.
    private static boolean isInside(List<double[][]> rings, double x, double y) {
        boolean inside = false;
        for (double[][] ring : rings) {
            for (int i = 0, j = ring.length - 1; i < ring.length; j = i++) {
                if (ring[i][1] > y != ring[j][1] > y
                        && x
                                < (ring[j][0] - ring[i][0])
                                                * (y - ring[i][1])
                                                / (ring[j][1] - ring[i][1])
                                        + ring[i][0]) {
                    inside = !inside;
                }
            }
        }
        return inside;
    }
}
