package nl.wally.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** The figures of a run, as a Markdown table. */
final class Report {
    private final Map<String, List<Load.Result>> rounds = new LinkedHashMap<>();
    private final Map<String, Double> statements = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();

    void add(String mix, Load.Result result) {
        rounds.computeIfAbsent(mix, key -> new ArrayList<>()).add(result);
    }

    void statements(String mix, double perOperation) {
        statements.put(mix, perOperation);
    }

    void remark(String text) {
        remarks.add("- " + text);
    }

    /** The table, with the middle round's throughput and the percentiles over all rounds. */
    String markdown() {
        StringBuilder text = new StringBuilder(String.join("\n", remarks)).append("\n\n");
        text.append(
                "| mix | per second, each round | middle | p50 ms | p95 ms | p99 ms | processor ms of the server | SQL statements |\n");
        text.append("|---|---|---|---|---|---|---|---|\n");
        rounds.forEach((mix, results) -> {
            var all = new Histogram(results.get(0).latencies());
            all.reset();
            results.forEach(result -> all.add(result.latencies()));
            String each =
                    results.stream().map(result -> number(result.perSecond())).collect(Collectors.joining(" · "));
            double[] sorted = results.stream()
                    .mapToDouble(Load.Result::perSecond)
                    .sorted()
                    .toArray();
            text.append("| %s | %s | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            mix,
                            each,
                            number(sorted[sorted.length / 2]),
                            milliseconds(all, 50),
                            milliseconds(all, 95),
                            milliseconds(all, 99),
                            processor(results),
                            statements.containsKey(mix) ? number(statements.get(mix)) : "–"));
        });
        return text.toString();
    }

    /** Puts the table in its place in the document. */
    void writeInto(Path document) throws IOException {
        write(document, markdown());
    }

    /** Puts figures in the place that a document has for them. */
    static void write(Path document, String figures) throws IOException {
        write(document, "figures", figures);
    }

    /** The same where a document has several such places. */
    static void write(Path document, String place, String figures) throws IOException {
        String text = Files.readString(document);
        String begin = "<!-- " + place + ": written by the run -->";
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf("<!-- end of " + place + " -->");
        Files.writeString(document, text.substring(0, from) + "\n" + figures + text.substring(to));
    }

    private static String processor(List<Load.Result> results) {
        double seconds =
                results.stream().mapToDouble(Load.Result::processorSeconds).sum();
        long operations = results.stream()
                .mapToLong(result -> result.latencies().getTotalCount())
                .sum();
        return seconds == 0 ? "–" : number(1000 * seconds / operations);
    }

    private static String milliseconds(Histogram latencies, double percentile) {
        return number(latencies.getValueAtPercentile(percentile) / 1e6);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
    }
}
