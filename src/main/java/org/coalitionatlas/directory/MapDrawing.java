package org.coalitionatlas.directory;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.coalitionatlas.directory.DirectoryMap.Pin;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.geography.MapFrame;
import org.coalitionatlas.geography.Outlines;
import org.coalitionatlas.geography.Point;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Draws counties with their numbered pins as a piece of SVG that stands alone: no tiles, no script,
 * no other host. It carries only numbers and names of counties; {@code #pin-n} and {@code #place-n}
 * tie it to the list that goes with it.
 */
@Component
public class MapDrawing {

    private static final double PIN_RADIUS = 15;
    private static final double PINS_APART = 34;
    private static final int PUSHES = 60;

    private final Geography geography;
    private final Outlines outlines;

    MapDrawing(Geography geography, Outlines outlines) {
        this.geography = geography;
        this.outlines = outlines;
    }

    /**
     * The picture.
     *
     * @param counties drawn in full, in the middle; their neighbours faintly around them
     * @param label what the picture is, for those who do not see it
     * @param zoom where a county leads, or {@code null}
     */
    public String svg(
            Collection<County> counties,
            List<Pin> pins,
            String label,
            Function<County, @Nullable String> zoom) {
        List<List<Point>> rings =
                counties.stream().flatMap(county -> outlines.of(county).stream()).toList();
        MapFrame frame = MapFrame.around(rings, counties.iterator().next().center());
        var svg = new StringBuilder(16_384);
        svg.append("<svg class=\"atlas-map\" role=\"group\" aria-label=\"")
                .append(escaped(label))
                .append("\" viewBox=\"0 0 ")
                .append(MapFrame.WIDTH)
                .append(' ')
                .append(frame.height())
                .append("\" xmlns=\"http://www.w3.org/2000/svg\">");
        Set<County> around = new LinkedHashSet<>();
        counties.forEach(county -> around.addAll(geography.neighboursOf(county)));
        around.removeAll(Set.copyOf(counties));
        around.forEach(county -> outline(svg, frame, county, "around", zoom));
        counties.forEach(county -> outline(svg, frame, county, "county", zoom));
        double[] x = pins.stream().mapToDouble(pin -> frame.x(pin.point())).toArray();
        double[] y = pins.stream().mapToDouble(pin -> frame.y(pin.point())).toArray();
        pins(svg, frame, pins, x, y);
        // Above the pins, and where they are not.
        var names = new MapNames(frame, x, y, PIN_RADIUS + 2);
        if (counties.size() > 1) {
            counties.forEach(county -> name(svg, frame, names, county, "county"));
        }
        around.forEach(county -> name(svg, frame, names, county, "around"));
        return svg.append("</svg>").toString();
    }

    private void outline(
            StringBuilder svg,
            MapFrame frame,
            County county,
            String kind,
            Function<County, @Nullable String> zoom) {
        String path = frame.path(outlines.of(county));
        String address = zoom.apply(county);
        if (address != null) {
            // The same link stands in words beside the map: the keyboard need not stop here too.
            svg.append("<a tabindex=\"-1\" aria-label=\"")
                    .append(escaped(county.nameWithState()))
                    .append("\" href=\"")
                    .append(escaped(address))
                    .append("\">");
        }
        svg.append("<path class=\"").append(kind).append("\" d=\"").append(path).append("\"/>");
        if (address != null) {
            svg.append("</a>");
        }
    }

    private void name(
            StringBuilder svg, MapFrame frame, MapNames names, County county, String kind) {
        if (frame.shows(county.center())) {
            String name = Geography.shortName(county);
            double[] foot = names.place(name, county.center(), outlines.of(county));
            svg.append("<text class=\"name ")
                    .append(kind)
                    .append("\" aria-hidden=\"true\" x=\"")
                    .append(MapFrame.number(foot[0]))
                    .append("\" y=\"")
                    .append(MapFrame.number(foot[1]))
                    .append("\">")
                    .append(escaped(name))
                    .append("</text>");
        }
    }

    // Moves x and y to where the pins are drawn.
    private static void pins(
            StringBuilder svg, MapFrame frame, List<Pin> pins, double[] x, double[] y) {
        double[] trueX = x.clone();
        double[] trueY = y.clone();
        pushApart(x, y, frame.height());
        for (int i = 0; i < x.length; i++) {
            if (Math.hypot(x[i] - trueX[i], y[i] - trueY[i]) > 2) {
                svg.append("<path class=\"leader\" d=\"M")
                        .append(MapFrame.number(trueX[i]))
                        .append(' ')
                        .append(MapFrame.number(trueY[i]))
                        .append('L')
                        .append(MapFrame.number(x[i]))
                        .append(' ')
                        .append(MapFrame.number(y[i]))
                        .append("\"/><circle class=\"spot\" r=\"2.5\" cx=\"")
                        .append(MapFrame.number(trueX[i]))
                        .append("\" cy=\"")
                        .append(MapFrame.number(trueY[i]))
                        .append("\"/>");
            }
        }
        for (int i = 0; i < x.length; i++) {
            int number = pins.get(i).number();
            svg.append("<a class=\"pin\" tabindex=\"-1\" id=\"pin-")
                    .append(number)
                    .append("\" href=\"#place-")
                    .append(number)
                    .append("\" transform=\"translate(")
                    .append(MapFrame.number(x[i]))
                    .append(' ')
                    .append(MapFrame.number(y[i]))
                    .append(")\"><circle r=\"15\"/><text>")
                    .append(number)
                    .append("</text></a>");
        }
    }

    // Pins of one street would cover each other: each moves aside until it can be read, and a line
    // leads back to where the place is.
    private static void pushApart(double[] x, double[] y, int height) {
        for (int round = 0; round < PUSHES; round++) {
            boolean moved = false;
            for (int a = 0; a < x.length; a++) {
                for (int b = a + 1; b < x.length; b++) {
                    double dx = x[b] - x[a];
                    double dy = y[b] - y[a];
                    double distance = Math.hypot(dx, dy);
                    if (distance >= PINS_APART) {
                        continue;
                    }
                    // On the very same spot there is no direction to move in: take turns.
                    double angle = distance < 0.01 ? 2.4 * (a + b) : Math.atan2(dy, dx);
                    double push = (PINS_APART - distance) / 2;
                    x[a] -= Math.cos(angle) * push;
                    y[a] -= Math.sin(angle) * push;
                    x[b] += Math.cos(angle) * push;
                    y[b] += Math.sin(angle) * push;
                    moved = true;
                }
            }
            for (int i = 0; i < x.length; i++) {
                x[i] = Math.clamp(x[i], PIN_RADIUS, MapFrame.WIDTH - PIN_RADIUS);
                y[i] = Math.clamp(y[i], PIN_RADIUS, height - PIN_RADIUS);
            }
            if (!moved) {
                return;
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
