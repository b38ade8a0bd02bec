package nl.wally.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Drawings for a page, as SVG that needs nothing else. */
final class Plot {
    private static final int WIDTH = 720;
    private static final int LABEL = 230;
    private static final int BAR = 26;
    private static final int HEIGHT = 240;
    private static final int EDGE = 46;
    private static final List<String> COLOURS =
            List.of("#1b5e8c", "#c2571a", "#3c7d3c", "#8a3f8f", "#9c7a00", "#4a4a4a", "#b03060", "#00797a");

    private Plot() {}

    /** One bar for each, as long as its value; the value stands at its end. */
    static String bars(String title, Map<String, Double> values) {
        double most =
                values.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        var svg = new StringBuilder(open(title, values.size() * BAR + 10));
        int y = 4;
        for (var value : values.entrySet()) {
            double length = Math.max(1, (WIDTH - LABEL - 80) * value.getValue() / most);
            svg.append(text(LABEL - 8, y + 17, "end", value.getKey()))
                    .append(String.format(
                            Locale.ROOT,
                            "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>",
                            LABEL,
                            y,
                            length,
                            BAR - 8,
                            COLOURS.get(0)))
                    .append(text(LABEL + length + 6, y + 14, "start", Figure.text(value.getValue())));
            y += BAR;
        }
        return svg.append("</svg>").toString();
    }

    /** A line for each series over the same places; all begin at nought. */
    static String lines(String title, List<String> places, Map<String, List<Double>> series) {
        double most = series.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        double top = Math.max(1.5, Math.ceil(most * 2) / 2);
        var svg = new StringBuilder(open(title, HEIGHT));
        for (double mark = 0; mark <= top; mark += top > 4 ? Math.ceil(top / 4) : 0.5) {
            double y = y(mark, top);
            svg.append(String.format(
                            Locale.ROOT,
                            "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"%s\"/>",
                            EDGE,
                            y,
                            WIDTH - LABEL,
                            y,
                            mark == 1 ? "#555" : "#ddd"))
                    .append(text(EDGE - 6, y + 4, "end", String.format(Locale.ROOT, "%.1f", mark)));
        }
        for (int n = 0; n < places.size(); n++) {
            svg.append(text(x(n, places.size()), HEIGHT - 6, "middle", places.get(n)));
        }
        int colour = 0;
        for (var one : series.entrySet()) {
            String stroke = COLOURS.get(colour % COLOURS.size());
            var points = new StringBuilder();
            for (int n = 0; n < one.getValue().size(); n++) {
                double x = x(n, places.size());
                double y = y(one.getValue().get(n), top);
                points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
                svg.append(String.format(
                        Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"/>", x, y, stroke));
            }
            int y = 20 + colour * 22;
            svg.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"%s\" points=\"%s\"/>"
                            .formatted(stroke, points))
                    .append("<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/>"
                            .formatted(WIDTH - LABEL + 24, y - 11, stroke))
                    .append(text(WIDTH - LABEL + 42, y, "start", one.getKey()));
            colour++;
        }
        return svg.append("</svg>").toString();
    }

    private static double x(int place, int places) {
        int room = WIDTH - LABEL - EDGE - 60;
        return EDGE + 30 + (places == 1 ? room / 2.0 : room * place / (places - 1.0));
    }

    private static double y(double value, double top) {
        return HEIGHT - 26 - (HEIGHT - 40) * value / top;
    }

    private static String open(String title, int height) {
        return "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">".formatted(WIDTH, height, title);
    }

    private static String text(double x, double y, String anchor, String text) {
        return String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, text);
    }
}
