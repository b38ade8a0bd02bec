package nl.wally.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import nl.wally.SignedTokens;
import nl.wally.TestPostgres.Database;
import nl.wally.ops.PostgresServer;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/**
 * What the server does at twice the load that it can carry: {@code mvn -Poverload verify}. Finds with growing numbers of clients
 * how many give the peak; then, in turn, has so many clients send, drives twice as many requests a second as they got answered,
 * whatever comes of them, and looks how soon all is as before. In the end it tells the server to stop under load. Sizes are system properties {@code wally.overload.*}; the figures go into
 * {@code docs/reliability.md}.
 */
class OverloadBenchmark {
    /** Of the machine; asked later, Java counts those alone that it may use itself. */
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private static final int PRACTICES = Integer.getInteger("wally.overload.practices", 300);
    private static final int REFERRALS = Integer.getInteger("wally.overload.referrals", 1_500);
    private static final int TURNS = Integer.getInteger("wally.overload.turns", 7);
    private static final int SECONDS = Integer.getInteger("wally.overload.seconds", 20);
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final int STEP = Integer.getInteger("wally.overload.step", 12);
    private static final List<Integer> CLIENTS = List.of(1, 2, 4, 8, 16);

    /** A step gives more when it gives a fiftieth more than the highest before; after three that do not the server is warm. */
    private static final double MORE = 1.02;

    private static final int STEPS_WITHOUT_MORE = 3;
    private static final int MOST_STEPS = 20;

    private static final Path FOLDER = Path.of("target", "overload");

    private final List<String> lines = new ArrayList<>();

    /** How many clients gave the peak, and what it was. */
    private record Peak(int clients, double perSecond) {}

    @Test
    void answersInTimeOrAsksToComeBack() throws Exception {
        try (PostgresServer postgres = PostgresServer.start(Benchmark.postgres(FOLDER))) {
            Database database = Benchmark.emptyDatabase(postgres, "overload");
            var region = new Region(PRACTICES);
            try (HikariDataSource pool = Benchmark.pool(database);
                    var server = new ServerProcess(PRACTICES, database, null)) {
                server.ask("region");
                server.ask("seed " + REFERRALS + " 4");
                var mixes = new Mixes(server.base(), region, new SignedTokens(pool), Benchmark.open(pool));
                OwnProcessor.take();
                measure(new Traffic(mixes::nextOfDay, () -> Processor.now(server.pid()), server.base()));
                lines.add("");
                lines.add(new Stopping(server, mixes, pool).measure(Duration.ofSeconds(5)));
            }
        }
        String figures = String.join("\n", lines) + "\n";
        System.out.println(figures);
        Report.write(Path.of(System.getProperty("wally.overload.report", "docs/reliability.md")), "overload", figures);
    }

    private void measure(Traffic traffic) throws Exception {
        traffic.closed(4, Duration.ofSeconds(2L * STEP));
        lines.add(
                "| load | asked a second | accepted a second | of the peak | of intakes, polls, work lists | p50 ms | p99 ms | longest ms"
                        + " | 503 | p99 of 503, ms | unanswered or other | processors: driver, server, PostgreSQL |");
        lines.add("|---|---|---|---|---|---|---|---|---|---|---|---|");
        Peak peak = peak(traffic);
        var turns = new Turns(traffic, peak.clients());
        turns.run();
        lines.add("");
        lines.add(turns.summary());
        lines.add(0, "");
        lines.add(
                0,
                "- %s, %s %s, Java %s, %d processors, one of them the driver's own and the others of server and PostgreSQL, load average at the end %.1f; PostgreSQL embedded, fsync on; %d practices, %d referrals. One operation in ten is a referral, three are a work list, six ask what is new."
                        .formatted(
                                LocalDate.now(),
                                System.getProperty("os.name"),
                                System.getProperty("os.arch"),
                                System.getProperty("java.version"),
                                PROCESSORS,
                                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                                PRACTICES,
                                REFERRALS));
        System.out.println(String.join("\n", lines));
        assertThat(turns.neither).as("neither answered nor asked to come back").isZero();
        double least = Double.parseDouble(System.getProperty("wally.overload.least", "0.9"));
        assertThat(median(turns.kept)).as("of the peak, at twice the load").isGreaterThan(least);
        assertThat(median(turns.recovered)).as("of the peak, at once after").isGreaterThan(least);
    }

    /**
     * The load that gives the peak, and twice as many requests a second as that gave, in turn. A machine is not equally fast from
     * one minute to the next, so what is accepted at twice the load is compared with the peak before it and after it.
     */
    private final class Turns {
        private final Traffic traffic;
        private final int clients;
        private final List<Double> kept = new ArrayList<>();
        private final List<Double> recovered = new ArrayList<>();
        private long neither;

        private Turns(Traffic traffic, int clients) {
            this.traffic = traffic;
            this.clients = clients;
        }

        private void run() throws Exception {
            Traffic.Result before = traffic.closed(clients, Duration.ofSeconds(SECONDS));
            line(clients + " clients", before, before.acceptedPerSecond());
            for (int turn = 1; turn <= TURNS; turn++) {
                Traffic.Result twice = traffic.open(2 * before.acceptedPerSecond(), Duration.ofSeconds(SECONDS));
                Traffic.Result atOnce = traffic.closed(clients, AT_ONCE);
                Traffic.Result after = traffic.closed(clients, Duration.ofSeconds(SECONDS));
                double peak = (before.acceptedPerSecond() + after.acceptedPerSecond()) / 2;
                line("twice as many a second, " + turn, twice, peak);
                line("the first two seconds after, " + clients + " clients", atOnce, peak);
                line("then, " + clients + " clients", after, peak);
                kept.add(twice.acceptedPerSecond() / peak);
                recovered.add(atOnce.acceptedPerSecond() / peak);
                neither += twice.all()
                        - twice.answers().count(200)
                        - twice.answers().count(503);
                before = after;
            }
        }

        private String summary() {
            return "- Of the peak before and after, median (least–most) of %d turns: %s at twice the load, %s in the two seconds after it."
                    .formatted(TURNS, spread(kept), spread(recovered));
        }
    }

    private static String spread(List<Double> ratios) {
        return "%.2f (%.2f–%.2f)".formatted(median(ratios), Collections.min(ratios), Collections.max(ratios));
    }

    private static double median(List<Double> ratios) {
        List<Double> sorted = ratios.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    /** A server becomes faster for minutes: whichever number of clients gave most goes on until it gives no more. */
    private Peak peak(Traffic traffic) throws Exception {
        Peak peak = new Peak(0, 0);
        Map<String, Traffic.Result> results = new LinkedHashMap<>();
        for (int clients : CLIENTS) {
            Traffic.Result result = traffic.closed(clients, Duration.ofSeconds(STEP));
            results.put(clients + " clients", result);
            peak = higher(peak, clients, result);
        }
        int idle = 0;
        for (int again = 1; idle < STEPS_WITHOUT_MORE && again <= MOST_STEPS; again++) {
            Traffic.Result result = traffic.closed(peak.clients(), Duration.ofSeconds(STEP));
            results.put(peak.clients() + " clients, again " + again, result);
            idle = result.acceptedPerSecond() > MORE * peak.perSecond() ? 0 : idle + 1;
            peak = higher(peak, peak.clients(), result);
        }
        double highest = peak.perSecond();
        results.forEach((load, result) -> line(load, result, highest));
        return peak;
    }

    private static Peak higher(Peak peak, int clients, Traffic.Result result) {
        return result.acceptedPerSecond() > peak.perSecond() ? new Peak(clients, result.acceptedPerSecond()) : peak;
    }

    private void line(String load, Traffic.Result result, double peak) {
        Traffic.Answers answers = result.answers();
        long refused = answers.count(503);
        String refusing =
                refused == 0 ? "–" : milliseconds(answers.byStatus().get(503).getValueAtPercentile(99));
        Histogram times = answers.byStatus().get(200);
        double accepted = result.acceptedPerSecond();
        lines.add("| %s | %.0f | %.0f | %.2f | %s | %s | %s | %s | %d | %s | %d | %s |"
                .formatted(
                        load,
                        result.all() / result.seconds(),
                        accepted,
                        accepted / peak,
                        shares(answers),
                        milliseconds(times.getValueAtPercentile(50)),
                        milliseconds(times.getValueAtPercentile(99)),
                        milliseconds(times.getMaxValue()),
                        refused,
                        refusing,
                        result.all() - refused - answers.count(200),
                        result.used().on(result.seconds())));
    }

    /** Which part of each kind was accepted: a throughput can be kept up by accepting only what is cheap. */
    private static String shares(Traffic.Answers answers) {
        return answers.asked().entrySet().stream()
                .map(kind -> {
                    LongAdder accepted = answers.accepted().getOrDefault(kind.getKey(), new LongAdder());
                    return "%.2f"
                            .formatted(accepted.sum() / (double) kind.getValue().sum());
                })
                .collect(Collectors.joining(" · "));
    }

    private static String milliseconds(long nanoseconds) {
        return String.format(Locale.ROOT, nanoseconds < 10_000_000 ? "%.1f" : "%.0f", nanoseconds / 1e6);
    }
}
