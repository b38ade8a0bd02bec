package nl.wally.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What came of each fault, over all of its runs; printed, and kept between two marks of a page. */
final class Table {
    private static final String BEGIN = "<!-- table of faults: written by mvn verify -Pfaults -->";
    private static final String END = "<!-- end of the table of faults -->";
    private static final String HEAD = """
            | fault | runs | writes acknowledged | of these sent again | lost | doubled | half-written | longest without an answer | longest without a write |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|
            """;

    private final Map<Fault, Row> rows = new EnumMap<>(Fault.class);
    private final Map<Fault, String> notRun = new EnumMap<>(Fault.class);

    synchronized void add(Fault fault, Verdict verdict) {
        rows.merge(fault, Row.of(verdict), Row::plus);
    }

    synchronized void leaveOut(Fault fault, String why) {
        notRun.put(fault, why);
    }

    /** In Markdown. */
    synchronized String text() {
        String table = HEAD
                + rows.entrySet().stream()
                        .map(row -> row.getValue().text(row.getKey().title()))
                        .collect(Collectors.joining());
        return notRun.isEmpty()
                ? table
                : table + "\nNot run: "
                        + notRun.entrySet().stream()
                                .map(one -> one.getKey().title() + " (" + one.getValue() + ")")
                                .collect(Collectors.joining("; "))
                        + ".\n";
    }

    /** Puts it in the place of the one that stands there. */
    void write(Path page) throws IOException {
        String written = Files.readString(page);
        String when = "%s, %d processors, Java %s, %s.%n%n"
                .formatted(
                        Instant.now().truncatedTo(ChronoUnit.MINUTES),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        System.getProperty("os.name"));
        Files.writeString(
                page,
                written.substring(0, written.indexOf(BEGIN) + BEGIN.length())
                        + "\n" + when + text()
                        + written.substring(written.indexOf(END)));
    }

    private record Row(
            int runs,
            int acknowledged,
            int again,
            int lost,
            int doubled,
            int half,
            Duration unanswered,
            Duration unwritten) {
        static Row of(Verdict verdict) {
            return new Row(
                    1,
                    verdict.acknowledged(),
                    verdict.again(),
                    verdict.lost().size(),
                    verdict.doubled().size(),
                    verdict.half().size(),
                    verdict.unanswered(),
                    verdict.unwritten());
        }

        Row plus(Row other) {
            return new Row(
                    runs + other.runs,
                    acknowledged + other.acknowledged,
                    again + other.again,
                    lost + other.lost,
                    doubled + other.doubled,
                    half + other.half,
                    longer(unanswered, other.unanswered),
                    longer(unwritten, other.unwritten));
        }

        private static Duration longer(Duration one, Duration other) {
            return one.compareTo(other) > 0 ? one : other;
        }

        String text(String title) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %d | %d | %d | %.1f s | %.1f s |%n",
                    title,
                    runs,
                    acknowledged,
                    again,
                    lost,
                    doubled,
                    half,
                    unanswered.toMillis() / 1000.0,
                    unwritten.toMillis() / 1000.0);
        }
    }
}
