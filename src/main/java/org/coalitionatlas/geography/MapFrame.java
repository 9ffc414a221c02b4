package org.coalitionatlas.geography;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The sheet some counties are drawn on: their middle in its middle, as large as fits, distances
 * east and north true in the middle. Good for a county up to a large state.
 */
public final class MapFrame {

    /** Width of the sheet in units of the drawing. */
    public static final int WIDTH = 720;

    private static final int TALLEST = 640;
    private static final int LOWEST = 360;
    private static final int MARGIN = 28;

    /** Points closer than this to the last one drawn cannot be seen. */
    private static final double FINEST = 0.8;

    private static final double SMALLEST_DEGREES = 0.02;

    private final double middleLongitude;
    private final double middleLatitude;
    private final double shrink;
    private final double scale;
    private final int height;

    private MapFrame(
            double middleLongitude,
            double middleLatitude,
            double shrink,
            double scale,
            int height) {
        this.middleLongitude = middleLongitude;
        this.middleLatitude = middleLatitude;
        this.shrink = shrink;
        this.scale = scale;
        this.height = height;
    }

    /**
     * A sheet that shows all of these rings.
     *
     * @param anchor a point among them; longitudes are measured from it, so that the 180th meridian
     *     is no edge
     */
    public static MapFrame around(Collection<List<Point>> rings, Point anchor) {
        double west = 0;
        double east = 0;
        double south = anchor.latitude();
        double north = anchor.latitude();
        for (List<Point> ring : rings) {
            for (Point point : ring) {
                double x = wrapped(point.longitude() - anchor.longitude());
                west = Math.min(west, x);
                east = Math.max(east, x);
                south = Math.min(south, point.latitude());
                north = Math.max(north, point.latitude());
            }
        }
        double middle = (south + north) / 2;
        double shrink = Math.cos(Math.toRadians(middle));
        double wide = Math.max((east - west) * shrink, SMALLEST_DEGREES);
        double tall = Math.max(north - south, SMALLEST_DEGREES);
        double scale = Math.min((WIDTH - 2 * MARGIN) / wide, (TALLEST - 2 * MARGIN) / tall);
        int height = Math.clamp(Math.round(tall * scale) + 2 * MARGIN, LOWEST, TALLEST);
        return new MapFrame(anchor.longitude() + (west + east) / 2, middle, shrink, scale, height);
    }

    /** Height of the sheet in units of the drawing. */
    public int height() {
        return height;
    }

    /** From the left edge of the sheet. */
    public double x(Point point) {
        return WIDTH / 2.0 + wrapped(point.longitude() - middleLongitude) * shrink * scale;
    }

    /** From the upper edge of the sheet. */
    public double y(Point point) {
        return height / 2.0 + (middleLatitude - point.latitude()) * scale;
    }

    /** Whether the point lies on the sheet. */
    public boolean shows(Point point) {
        double x = x(point);
        double y = y(point);
        return x >= 0 && x <= WIDTH && y >= 0 && y <= height;
    }

    /** The rings as the {@code d} of an SVG path. */
    public String path(List<List<Point>> rings) {
        var path = new StringBuilder();
        for (List<Point> ring : rings) {
            double lastX = Double.NaN;
            double lastY = Double.NaN;
            for (Point point : ring) {
                double x = x(point);
                double y = y(point);
                // The comparison with NaN is false: the first point is always drawn.
                if (Math.abs(x - lastX) + Math.abs(y - lastY) < FINEST) {
                    continue;
                }
                path.append(Double.isNaN(lastX) ? 'M' : 'L').append(number(x));
                path.append(' ').append(number(y));
                lastX = x;
                lastY = y;
            }
            path.append('Z');
        }
        return path.toString();
    }

    /** A length of the drawing, as short as it can be written. */
    public static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static double wrapped(double degrees) {
        return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
    }
}
