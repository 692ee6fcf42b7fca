package dev.mysqlsmith.report;

import java.util.List;
import java.util.Locale;

/** A small chart of one series over time, as SVG that stands in the page itself. */
final class LineChart {
    private static final int WIDTH = 360;
    private static final int HEIGHT = 120;
    private static final int LEFT = 44;
    private static final int BOTTOM = 16;
    private static final int MOST_POINTS = 400;

    private LineChart() {}

    /** A point: seconds since the start, and the value there. */
    record Point(double seconds, double value) {}

    static String svg(String caption, List<Point> points) {
        double end = points.stream().mapToDouble(Point::seconds).max().orElse(1);
        double top =
                Math.max(1e-9, points.stream().mapToDouble(Point::value).max().orElse(1));
        StringBuilder line = new StringBuilder();
        int step = Math.max(1, points.size() / MOST_POINTS);
        for (int i = 0; i < points.size(); i += step) {
            Point point = points.get(i);
            double x = LEFT + (WIDTH - LEFT) * point.seconds() / Math.max(end, 1e-9);
            double y = 6 + (HEIGHT - BOTTOM - 6) * (1 - point.value() / top);
            line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        }
        int floor = HEIGHT - BOTTOM;
        return """
                <figure><svg viewBox="0 0 %d %d" role="img" aria-label="%s">
                <line x1="%d" y1="%d" x2="%d" y2="%d"/><polyline points="%s"/>
                <text x="0" y="14">%s</text><text x="0" y="%d">0</text>
                <text x="%d" y="%d" text-anchor="end">%s</text></svg><figcaption>%s</figcaption></figure>
                """.formatted(
                        WIDTH,
                        HEIGHT,
                        Html.escape(caption),
                        LEFT,
                        floor,
                        WIDTH,
                        floor,
                        line.toString().strip(),
                        number(top),
                        floor,
                        WIDTH,
                        HEIGHT - 2,
                        Figures.duration(end),
                        Html.escape(caption));
    }

    private static String number(double value) {
        return value < 10 ? String.format(Locale.ROOT, "%.2f", value) : Figures.count(Math.round(value));
    }
}
