package nl.wally.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import nl.wally.FhirClient;
import nl.wally.TestPostgres.Database;
import nl.wally.ops.PostgresProperties;
import nl.wally.ops.PostgresServer;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/**
 * How long the server takes for each screen with a hundred thousand referrals in the database: {@code mvn -Pscreens-benchmark
 * verify}. The same screens are measured first with a handful of referrals; the ratio tells more than the milliseconds. The
 * database stays in {@code target/screens-benchmark}, and a second run measures on it what the first one filled.
 */
class ScreensBenchmark {
    private static final int REFERRALS = Integer.getInteger("wally.benchmark.referrals", 100_000);
    private static final int PRACTICES = Integer.getInteger("wally.benchmark.practices", 100);
    private static final int REQUESTS = Integer.getInteger("wally.benchmark.requests", 100);
    private static final int WARM_UP = Integer.getInteger("wally.benchmark.warm-up", 40);
    private static final long LIMIT_MILLIS = 200;

    /** Less a month: none of what has ended is to be erased already. */
    private static final int TWO_YEARS = 700;

    private static final List<String> PEOPLE =
            List.of("sanne", "joris", "mila", "vandijk", "yilmaz", "coordinator", "privacy");
    private static final Path FOLDER = Path.of("target", "screens-benchmark");
    private static final List<String> SETTINGS =
            List.of("--wally.simulator.demo-region=on", "--wally.simulator.allow-demo-credentials=true");

    private final Map<String, Figures> few = new LinkedHashMap<>();

    /** Of one screen of one person. */
    private record Figures(Histogram times, double processor, double statements, int characters, String longest) {
        double millis(double percentile) {
            return times.getValueAtPercentile(percentile) / 1e6;
        }
    }

    @Test
    void everyScreenAnswersInTime() throws Exception {
        var settings = new PostgresProperties(
                FOLDER.resolve("postgres"),
                0,
                DataSize.ofMegabytes(128),
                Duration.ofMinutes(2),
                Duration.ofSeconds(30));
        try (PostgresServer postgres = PostgresServer.start(settings)) {
            var database = new Database(postgres.ensureDatabase("screens"), PostgresServer.USER, postgres.password());
            try (var pool = database.pool();
                    var server = new ServerProcess(PRACTICES, database, null, SETTINGS)) {
                JdbcClient jdbc = JdbcClient.create(pool);
                int before = referrals(jdbc);
                if (before < REFERRALS) {
                    server.ask("beside-demo");
                    var lives = Lives.begin(new FhirClient(server.base(), FhirContext.forR4Cached()));
                    if (before == 0) {
                        // The first look at each is of a server that is not warm.
                        measure(server, 1);
                        few.putAll(measure(server, REQUESTS));
                    }
                    long start = System.nanoTime();
                    fill(database, lives);
                    jdbc.sql("vacuum analyze").update();
                    System.out.printf("Filled in %d s%n", (System.nanoTime() - start) / 1_000_000_000);
                }
                Map<String, Figures> many = measure(server, REQUESTS);
                String text = text(many, referrals(jdbc));
                System.out.println(text);
                Report.write(Path.of(System.getProperty("wally.benchmark.report", "docs/screens-speed.md")), text);
                explain(many, database);
                assertThat(many)
                        .allSatisfy((name, figures) -> assertThat(figures.millis(95))
                                .as("p95 in ms of %s", name)
                                .isLessThan(LIMIT_MILLIS));
            }
        }
    }

    private static void fill(Database database, Map<String, Integer> lives) throws Exception {
        int all = lives.values().stream().mapToInt(Integer::intValue).sum();
        // The owner of the cluster may pass over foreign keys.
        try (Connection connection = DriverManager.getConnection(database.url(), "postgres", database.password())) {
            var copies = new Copies(connection, PRACTICES, 0, Copies.numbers(connection));
            for (var life : lives.entrySet()) {
                int each = (int) ((long) REFERRALS * life.getValue() / all / PRACTICES);
                copies.make(life.getKey(), Math.max(1, each), life.getValue() > 10 ? TWO_YEARS : 0);
            }
        }
    }

    private static int referrals(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from referral").query(Integer.class).single();
    }

    private Map<String, Figures> measure(ServerProcess server, int requests) throws Exception {
        Map<String, Figures> all = new LinkedHashMap<>();
        for (String person : PEOPLE) {
            var screens = new Screens(server.base(), person);
            for (var screen : screens.paths().entrySet()) {
                all.put(person + " " + screen.getKey(), measure(server, screens, screen.getValue(), requests));
            }
        }
        return all;
    }

    private static Figures measure(ServerProcess server, Screens screens, List<String> paths, int requests)
            throws Exception {
        var times = new Histogram(Duration.ofMinutes(1).toNanos(), 3);
        int characters = 0;
        double processor = server.processorSeconds();
        for (int n = 0; n < WARM_UP + requests; n++) {
            long start = System.nanoTime();
            characters = Math.max(characters, screens.look(paths.get(n % paths.size())));
            if (n >= WARM_UP) {
                times.recordValue(System.nanoTime() - start);
            }
        }
        processor = 1000 * (server.processorSeconds() - processor) / (WARM_UP + requests);
        server.ask("look");
        for (String path : paths) {
            screens.look(path);
        }
        String longest = server.ask("longest");
        int statements = Integer.parseInt(server.ask("count"));
        return new Figures(times, processor, statements / (double) paths.size(), characters, longest);
    }

    /** What the database says of the longest statement of each screen that is too slow. */
    private static void explain(Map<String, Figures> all, Database database) throws SQLException {
        // Only so does it take a statement whose parameters nobody gives.
        try (Connection connection = DriverManager.getConnection(
                        database.url() + "?preferQueryMode=simple", database.user(), database.password());
                var statement = connection.createStatement()) {
            for (var one : all.entrySet()) {
                String longest = one.getValue().longest();
                if (one.getValue().millis(95) >= LIMIT_MILLIS && !longest.isEmpty()) {
                    System.out.printf(
                            "%n%s: the longest statement, after its milliseconds: %s%n", one.getKey(), longest);
                    var plan = statement.executeQuery(
                            "explain (generic_plan) " + numbered(longest.replaceFirst("^\\d+ ", "")));
                    while (plan.next()) {
                        System.out.println("    " + plan.getString(1));
                    }
                }
            }
        }
    }

    /** With parameters as PostgreSQL itself writes them. */
    private static String numbered(String statement) {
        var parameter = new AtomicInteger();
        return Pattern.compile("\\?").matcher(statement).replaceAll(mark -> "\\$" + parameter.incrementAndGet());
    }

    private String text(Map<String, Figures> many, int referrals) {
        var text = new StringBuilder(
                "%s, %s %s, Java %s, %d processors, embedded PostgreSQL; %d referrals, %d practices; one at a time, %d requests a screen after %d to warm up.\n\n"
                        .formatted(
                                LocalDate.now(),
                                System.getProperty("os.name"),
                                System.getProperty("os.arch"),
                                System.getProperty("java.version"),
                                Runtime.getRuntime().availableProcessors(),
                                referrals,
                                PRACTICES,
                                REQUESTS,
                                WARM_UP));
        text.append(
                "| who and screen | p50 ms | p95 ms | times p50 of a few | processor ms of the server | SQL | kB |\n");
        text.append("|---|---|---|---|---|---|---|\n");
        many.forEach((name, figures) -> text.append("| %s | %.0f | %.0f%s | %s | %.0f | %.1f | %.0f |\n"
                .formatted(
                        name,
                        figures.millis(50),
                        figures.millis(95),
                        figures.millis(95) < LIMIT_MILLIS ? "" : " **slow**",
                        ratio(name, figures),
                        figures.processor(),
                        figures.statements(),
                        figures.characters() / 1000.0)));
        return text.toString();
    }

    private String ratio(String name, Figures figures) {
        return few.containsKey(name)
                ? "%.1f".formatted(figures.millis(50) / few.get(name).millis(50))
                : "–";
    }
}
