package nl.wally.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of a run for people: a page with plots, the tables of {@code docs/performance.md}, and the raw figures beside. */
final class BenchmarkReport {
    static final String FLOOR = "floor: hand-written JDBC";
    static final String STARTER_OFF = "HAPI starter, validation off";
    static final String STARTER_ON = "HAPI starter, validation on";

    private static final List<Figure> COST = List.of(
            Figure.PER_SECOND,
            Figure.P50,
            Figure.P95,
            Figure.P99,
            Figure.SERVER,
            Figure.POSTGRES,
            Figure.LOG,
            Figure.RESIDENT,
            Figure.HEAP);
    private static final List<Figure> WAITING =
            List.of(Figure.PER_SECOND, Figure.P50, Figure.P95, Figure.P99, Figure.LONGEST);

    /** What is to grow with the number of referrals as little as may be. */
    private static final Map<String, Figure> GROWTH = new LinkedHashMap<>();

    static {
        GROWTH.put("throughput", Figure.PER_SECOND);
        GROWTH.put("p50", Figure.P50);
        GROWTH.put("p95", Figure.P95);
        GROWTH.put("processor, server", Figure.SERVER);
        GROWTH.put("processor, PostgreSQL", Figure.POSTGRES);
    }

    private final Figures figures;

    BenchmarkReport(Figures figures) {
        this.figures = figures;
    }

    /** Puts the tables in their place in the document, and page and raw figures into a folder of its name. */
    void write(Path document) throws IOException {
        Report.write(document, markdown());
        String name = document.getFileName().toString();
        Path folder = document.resolveSibling(name.substring(0, name.lastIndexOf('.')));
        figures.write(folder.resolve("figures.csv"));
        Files.writeString(folder.resolve("report.html"), new BenchmarkPage(figures, this).html());
    }

    /** The remarks and the tables that matter most; the page has all. */
    String markdown() {
        var text = new StringBuilder();
        figures.remarks().forEach(remark -> text.append("- ").append(remark).append('\n'));
        List<Table> shown = new ArrayList<>(compared());
        sizes().forEach(size -> shown.add(costs(size)));
        for (Table table : shown) {
            text.append("\n**").append(table.title).append("**\n\n");
            text.append(line(table.head))
                    .append(line(table.head.stream().map(cell -> "---").toList()));
            table.rows.forEach(row -> text.append(line(row)));
        }
        return text.toString();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** A table for people. */
    record Table(String title, List<String> head, List<List<String>> rows) {}

    private List<Table> compared() {
        Table promised = new Promises(figures, sizes()).table();
        return sizes().size() > 1 ? List.of(promised, beside(), growth()) : List.of(promised, beside());
    }

    List<Table> tables() {
        List<Table> tables = new ArrayList<>(compared());
        for (String side : figures.sides()) {
            tables.add(costs(side));
        }
        for (String side : figures.sides()) {
            if (!waiting(side).rows.isEmpty()) {
                tables.add(waiting(side));
            }
        }
        return tables;
    }

    /** The sides of this server that differ in nothing but the number of referrals. */
    List<String> sizes() {
        return figures.sides().stream()
                .filter(side -> side.endsWith(" referrals"))
                .toList();
    }

    /** Intakes of all sides, and how many times as many this server takes in; each is its smallest database. */
    private Table beside() {
        List<List<String>> rows = new ArrayList<>();
        String own = sizes().get(0);
        double intake = closed(own, "intake", Figure.PER_SECOND);
        for (String side : figures.sides("intake")) {
            double other = closed(side, "intake", Figure.PER_SECOND);
            rows.add(List.of(
                    side,
                    rounds(side, "intake"),
                    Figure.text(other),
                    String.format(Locale.ROOT, "%.2f", intake / other),
                    Figure.text(closed(side, "intake", Figure.P95)),
                    Figure.text(closed(side, "intake", Figure.SERVER)),
                    Figure.text(closed(side, "intake", Figure.POSTGRES)),
                    kilobytes(closed(side, "intake", Figure.LOG))));
        }
        return new Table(
                "Intake beside the floor and HAPI's starter",
                List.of(
                        "side",
                        "referrals a second, each round",
                        "middle",
                        "this server (" + own + ") does so many times as many",
                        "p95 ms",
                        "processor ms, server",
                        "processor ms, PostgreSQL",
                        "kB of log"),
                rows);
    }

    /** Each figure at each size as a multiple of that at the smallest. */
    private Table growth() {
        List<String> head = new ArrayList<>(List.of("mix, as a multiple of " + sizes().get(0)));
        for (String size : sizes().subList(1, sizes().size())) {
            GROWTH.keySet().forEach(name -> head.add(name + ", " + size));
        }
        List<List<String>> rows = new ArrayList<>();
        for (String mix : figures.mixes(sizes().get(0))) {
            List<String> row = new ArrayList<>(List.of(mix));
            for (String size : sizes().subList(1, sizes().size())) {
                GROWTH.values()
                        .forEach(figure -> row.add(String.format(Locale.ROOT, "%.2f", multiple(size, mix, figure))));
            }
            rows.add(row);
        }
        return new Table("How cost grows with the number of referrals", head, rows);
    }

    double multiple(String size, String mix, Figure figure) {
        return closed(size, mix, figure) / closed(sizes().get(0), mix, figure);
    }

    private Table costs(String side) {
        List<List<String>> rows = new ArrayList<>();
        for (String mix : figures.mixes(side)) {
            List<String> row = new ArrayList<>(List.of(mix, rounds(side, mix)));
            COST.forEach(figure -> row.add(cell(closed(side, mix, figure), figure)));
            row.add(Figure.text(figures.statements(side, mix)));
            rows.add(row);
        }
        return new Table(side + ", an operation each time the last one has ended", head(COST, "SQL statements"), rows);
    }

    private Table waiting(String side) {
        List<List<String>> rows = new ArrayList<>();
        for (String mix : figures.mixes(side)) {
            List<Run> rounds = figures.rounds(side, mix, Run.OPEN);
            if (!rounds.isEmpty()) {
                List<String> row = new ArrayList<>(List.of(mix, each(rounds)));
                WAITING.forEach(figure -> row.add(cell(figures.middle(side, mix, Run.OPEN, figure), figure)));
                row.add(Long.toString(rounds.stream().mapToLong(Run::failed).sum()));
                rows.add(row);
            }
        }
        return new Table(
                side + ", as many a second whatever comes of them; times from when each was due",
                head(WAITING, "failed"),
                rows);
    }

    private static List<String> head(List<Figure> shown, String last) {
        List<String> head = new ArrayList<>(List.of("mix", "a second, each round"));
        shown.forEach(figure -> head.add(figure == Figure.LOG ? "kB of log" : figure.title));
        head.add(last);
        return head;
    }

    private static String cell(double value, Figure figure) {
        return figure == Figure.LOG ? kilobytes(value) : Figure.text(value);
    }

    private static String kilobytes(double bytes) {
        return Figure.text(bytes / 1024);
    }

    private double closed(String side, String mix, Figure figure) {
        return figures.middle(side, mix, Run.CLOSED, figure);
    }

    private String rounds(String side, String mix) {
        return each(figures.rounds(side, mix, Run.CLOSED));
    }

    private static String each(List<Run> rounds) {
        return rounds.stream().map(run -> Figure.text(run.perSecond())).collect(Collectors.joining(" · "));
    }

    /** Figures that are drawn as multiples of those at the smallest size. */
    static List<Figure> drawn() {
        return Arrays.asList(Figure.PER_SECOND, Figure.P95, Figure.SERVER);
    }
}
