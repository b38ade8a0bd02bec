package nl.wally.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import nl.wally.benchmark.DatabaseGauges.Table;
import nl.wally.benchmark.SoakLog.Reading;

/** The table of slopes. */
final class SoakTable {
    private static final String FROM = "<!-- soak: written by the run -->";
    private static final String TO = "<!-- end of soak -->";

    /** Tables that keep for good what happened: they grow with what they hold, and with nothing else. */
    private static final Set<String> KEPT =
            Set.of("audit_record", "audit_seal", "erasure", "erased_key", "referral_fact");

    /** From this part of the time on, as much goes as comes, tables have the room that they need, and the server is warm. */
    private static final double SETTLED = 0.6;

    /** Smaller tables are a page or two. */
    private static final double WORTH_TELLING = 0.5;

    private final List<Reading> readings;
    private final double settled;
    private final Map<String, Trend> gauges = new LinkedHashMap<>();
    private final Map<String, Trend> times = new LinkedHashMap<>();
    private final List<String> growing = new ArrayList<>();

    SoakTable(List<Reading> readings) {
        this.readings = readings;
        this.settled = SETTLED * readings.get(readings.size() - 1).hours();
        for (Reading reading : readings) {
            reading.gauges()
                    .forEach((name, value) -> (name.startsWith("p95") ? times : gauges)
                            .computeIfAbsent(name, key -> new Trend())
                            .add(reading.hours(), value));
        }
    }

    /** What grows and should not; known once the text is made. What callers wait depends on who else uses the machine. */
    List<String> growing() {
        return growing;
    }

    String text(double minutes, Duration pace, Neighbours neighbours) {
        Reading last = readings.get(readings.size() - 1);
        var text = new StringBuilder("""
                %s, %s %s, Java %s, %d processors shared with other work; %.0f minutes, a round every %d ms: %d referrals,
                %d operations, %d notifications and %d e-mails taken in by receivers that were sent away and called back %d
                times. Of the time that follows the slopes leave out the first %.0f minutes, while tables fill and the server
                warms up.

                | what | at first | at the end | least–most | an hour | |
                |---|---|---|---|---|---|
                """.formatted(
                        LocalDate.now(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.version"),
                        Runtime.getRuntime().availableProcessors(),
                        minutes,
                        pace.toMillis(),
                        last.referrals(),
                        last.operations(),
                        neighbours.told(),
                        neighbours.letters(),
                        neighbours.restarts(),
                        settled * 60));
        gauges.forEach((name, trend) -> text.append(line(name, trend.since(settled), true)));
        text.append(
                "\n| what callers wait | at first | at the end | least–most | an hour | |\n|---|---|---|---|---|---|\n");
        times.forEach((name, trend) -> text.append(line(name, trend.since(settled), false)));
        text.append(
                        "\n| table | MB at first | MB at the end | of these indexes | rows | dead rows at most | MB an hour | |\n")
                .append("|---|---|---|---|---|---|---|---|\n");
        last.tables().values().stream()
                .filter(table -> table.megabytes() >= WORTH_TELLING)
                .forEach(table -> text.append(line(table)));
        return text.append('\n').append(costs()).toString();
    }

    private String line(String name, Trend trend, boolean judged) {
        if (judged && !trend.isFlat()) {
            growing.add(name);
        }
        return "| %s | %s | %s | %s–%s | %s ± %s | %s |%n"
                .formatted(
                        name,
                        number(trend.mean(0, 0.2)),
                        number(trend.mean(0.8, 1)),
                        number(trend.least()),
                        number(trend.most()),
                        number(trend.slope()),
                        number(trend.error()),
                        trend.isFlat() ? "flat" : "**grows**");
    }

    private String line(Table table) {
        Trend size = trend(table.name(), Table::megabytes);
        Trend perRow = trend(table.name(), one -> one.megabytes() / Math.max(1, one.live()));
        boolean kept = KEPT.contains(table.name());
        String verdict =
                size.isFlatBetweenSteps() ? "flat" : perRow.isFlatBetweenSteps() && kept ? "as its rows" : "**grows**";
        if (verdict.contains("*")) {
            growing.add(table.name());
        }
        return "| %s | %s | %s | %s | %d | %s | %s ± %s | %s |%n"
                .formatted(
                        table.name(),
                        number(size.mean(0, 0.2)),
                        number(size.mean(0.8, 1)),
                        number(table.indexMegabytes()),
                        table.live(),
                        number(trend(table.name(), Table::dead).most()),
                        number(size.slope()),
                        number(size.error()),
                        verdict);
    }

    private Trend trend(String table, ToDoubleFunction<Table> value) {
        var trend = new Trend();
        readings.stream()
                .filter(reading ->
                        reading.hours() >= settled && reading.tables().containsKey(table))
                .forEach(reading -> trend.add(
                        reading.hours(), value.applyAsDouble(reading.tables().get(table))));
        return trend;
    }

    /** What a referral takes, with all that is done around it: from the time before anything was erased, but for the log. */
    private String costs() {
        Reading first = at(0.06);
        Reading filled = at(Math.min(0.16, settled));
        Reading from = at(settled);
        Reading last = readings.get(readings.size() - 1);
        double early = Math.max(1, filled.referrals() - first.referrals());
        double late = Math.max(1, last.referrals() - from.referrals());
        return """
                A referral with all that is done around it takes %.0f kB in the tables that are erased in the end, %.0f kB in those
                that are kept (the audit trail above all); %.0f kB of write-ahead log and %.2f s of the server's processor time.
                """.formatted(
                        1024 * (megabytes(filled, false) - megabytes(first, false)) / early,
                        1024 * (megabytes(last, true) - megabytes(from, true)) / late,
                        1024 * (last.log() - from.log()) / late,
                        (last.processorSeconds() - from.processorSeconds()) / late);
    }

    private Reading at(double hours) {
        return readings.stream()
                .filter(reading -> reading.hours() >= hours)
                .findFirst()
                .orElse(readings.get(readings.size() - 1));
    }

    private static double megabytes(Reading reading, boolean kept) {
        return reading.tables().values().stream()
                .filter(table -> KEPT.contains(table.name()) == kept)
                .mapToDouble(Table::megabytes)
                .sum();
    }

    /** Puts it in its place in the document; the load that others put on the machine is told as well. */
    static void write(Path document, String figures) throws IOException {
        String text = Files.readString(document);
        int from = text.indexOf(FROM) + FROM.length();
        int to = text.indexOf(TO);
        Files.writeString(
                document,
                text.substring(0, from) + "\n" + figures
                        + "\nLoad average at the end: %.1f.\n"
                                .formatted(ManagementFactory.getOperatingSystemMXBean()
                                        .getSystemLoadAverage())
                        + text.substring(to));
    }

    private static String number(double value) {
        double size = Math.abs(value);
        return String.format(
                Locale.ROOT,
                size == Math.rint(size) && size < 1e6 || size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f",
                value);
    }
}
