package nl.wally.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The report as a page that stands by itself. */
record BenchmarkPage(Figures figures, BenchmarkReport report) {
    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Performance of Waar is Wally</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; color: #222; background: #fff; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
            h1, h2 { line-height: 1.2; }
            h2 { margin-top: 2.5rem; }
            table { border-collapse: collapse; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
            th, td { border-bottom: 1px solid #ddd; padding: 0.25rem 0.6rem; text-align: right; vertical-align: bottom; }
            th:first-child, td:first-child { text-align: left; }
            .wide { overflow-x: auto; }
            figure { margin: 1rem 0; }
            figcaption { font-weight: 600; }
            svg { width: 100%; max-width: 48rem; font: 12px system-ui, sans-serif; }
            .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(26rem, 1fr)); gap: 0 2rem; }
            </style>
            </head>
            <body>
            <h1>Performance of Waar is Wally</h1>
            <p>Written by the run. Every figure is the middle of the rounds; the rounds themselves are in
            <a href="figures.csv">figures.csv</a> (round 0 warms up and does not count). What is measured, and how to
            repeat it: <a href="../performance.md">performance.md</a>.</p>
            """;

    String html() {
        var page = new StringBuilder(HEAD);
        page.append("<ul>");
        figures.remarks()
                .forEach(remark -> page.append("<li>").append(escaped(remark)).append("</li>\n"));
        page.append("</ul>\n");
        List<BenchmarkReport.Table> tables = report.tables();
        tables.subList(0, 2).forEach(table -> page.append(table(table)));
        page.append(drawing("Referrals a second", Plot.bars("Referrals a second", of("intake", Figure.PER_SECOND))));
        page.append("<div class=\"pair\">");
        page.append(drawing(
                "Processor ms of the server for a referral",
                Plot.bars("Processor time of the server", of("intake", Figure.SERVER))));
        page.append(drawing(
                "Processor ms of PostgreSQL for a referral",
                Plot.bars("Processor time of PostgreSQL", of("intake", Figure.POSTGRES))));
        page.append("</div>\n");
        page.append(growth());
        tables.subList(2, tables.size()).forEach(table -> page.append(table(table)));
        return page.append("</body>\n</html>\n").toString();
    }

    private Map<String, Double> of(String mix, Figure figure) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String side : figures.sides(mix)) {
            double value = figures.middle(side, mix, Run.CLOSED, figure);
            if (value > 0) {
                values.put(side, value);
            }
        }
        return values;
    }

    /** A plot for each figure: all mixes over the sizes. */
    private String growth() {
        List<String> sizes = report.sizes();
        if (sizes.size() < 2) {
            return "";
        }
        var drawings = new StringBuilder("<div class=\"pair\">");
        for (Figure figure : BenchmarkReport.drawn()) {
            Map<String, List<Double>> series = new LinkedHashMap<>();
            for (String mix : figures.mixes(sizes.get(0))) {
                series.put(
                        mix,
                        sizes.stream()
                                .map(size -> report.multiple(size, mix, figure))
                                .toList());
            }
            String title = "%s, as a multiple of that with %s".formatted(figure.title, sizes.get(0));
            drawings.append(drawing(title, Plot.lines(title, sizes, series)));
        }
        return drawings.append("</div>\n").toString();
    }

    private static String drawing(String title, String svg) {
        return "<figure><figcaption>" + title + "</figcaption>" + svg + "</figure>\n";
    }

    private static String table(BenchmarkReport.Table table) {
        return "<h2>" + escaped(table.title()) + "</h2>\n<div class=\"wide\"><table>\n<thead>"
                + row(table.head(), "th") + "</thead>\n<tbody>\n"
                + table.rows().stream().map(cells -> row(cells, "td")).collect(Collectors.joining("\n"))
                + "\n</tbody></table></div>\n";
    }

    private static String row(List<String> cells, String cell) {
        return cells.stream()
                .map(text -> "<" + cell + ">" + escaped(text) + "</" + cell + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
