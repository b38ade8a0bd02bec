package nl.wally.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import nl.wally.TestPostgres.Database;
import nl.wally.ops.PostgresProperties;
import nl.wally.ops.PostgresServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/**
 * Measures the server, hand-written JDBC and the peer beside it: {@code mvn -Pbenchmark verify}. What the system properties
 * {@code wally.benchmark.*} mean stands in {@code docs/performance.md}. PostgreSQL is the embedded one with the settings of
 * the product; each server is a process of its own; all traffic stays on 127.0.0.1.
 */
class Benchmark {
    private static final int PRACTICES = Integer.getInteger("wally.benchmark.practices", 300);
    private static final int[] SIZES = Arrays.stream(
                    System.getProperty("wally.benchmark.referrals", "10000").split(","))
            .mapToInt(Integer::parseInt)
            .toArray();
    private static final int CLIENTS = Integer.getInteger("wally.benchmark.clients", 4);
    private static final int ROUNDS = Integer.getInteger("wally.benchmark.rounds", 3);
    private static final int SECONDS = Integer.getInteger("wally.benchmark.seconds", 15);
    private static final int WARM_UP = Integer.getInteger("wally.benchmark.warm-up", 10);
    private static final Path FOLDER = Path.of("target", "benchmark");

    /** Where PostgreSQL keeps its data, for the next run too. */
    private static final Path DATA = Path.of(System.getProperty(
            "wally.benchmark.data", FOLDER.resolve("postgres").toString()));

    /** Kept with it: no server starts on a database whose audit trail was signed with another key. */
    static final Path AUDIT_KEY = DATA.toAbsolutePath().resolve("audit").resolve("audit.key");

    private static final Path REPORT = Path.of(System.getProperty("wally.benchmark.report", "docs/performance.md"));

    /** Main classes of another build, measured beside this one in the same rounds. */
    private static final @Nullable String BEFORE = System.getProperty("wally.benchmark.before");

    /** Whether to measure each mix without the audit trail too, in the same rounds on the same server. */
    private static final boolean WITHOUT_TRAIL = Boolean.getBoolean("wally.benchmark.without-trail");

    /** The program of HAPI's starter, or null. */
    private static final @Nullable String STARTER = System.getProperty("wally.benchmark.starter");

    private final Figures figures = new Figures();
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    @Test
    void measures() throws Exception {
        Files.createDirectories(FOLDER);
        figures.remark(
                "%s, %s %s, Java %s, %d processors, %,d MB of memory; each server with %s, ours with docker/jvm.options before%s; PostgreSQL embedded, fsync on."
                        .formatted(
                                LocalDate.now(),
                                System.getProperty("os.name"),
                                System.getProperty("os.arch"),
                                System.getProperty("java.version"),
                                Runtime.getRuntime().availableProcessors(),
                                memory(),
                                String.join(" ", ServerProcess.JVM),
                                ServerProcess.MORE.isEmpty()
                                        ? ""
                                        : " and " + String.join(" ", ServerProcess.MORE) + " after that"));
        List<String> failures;
        try (PostgresServer postgres = PostgresServer.start(postgresIn(DATA))) {
            try {
                failures = measure(postgres);
            } finally {
                while (!running.isEmpty()) {
                    running.pop().close();
                }
            }
        }
        if (ROUNDS == 0) {
            figures.remarks().forEach(System.out::println);
            return;
        }
        var report = new BenchmarkReport(figures);
        System.out.println(report.markdown());
        report.write(REPORT);
        assertThat(failures).as("operations that failed").isEmpty();
    }

    /** What failed. */
    private List<String> measure(PostgresServer postgres) throws Exception {
        List<SeededServer> servers = new ArrayList<>();
        List<Side> sides = new ArrayList<>();
        for (int referrals : SIZES) {
            SeededServer server =
                    opened(new SeededServer(postgres, referrals, PRACTICES, CLIENTS, null, folder(referrals + "")));
            servers.add(server);
            figures.remark(server.remark);
            sides.add(server.side("", () -> WITHOUT_TRAIL ? server.server().ask("trail on") : ""));
        }
        if (ROUNDS == 0) {
            return List.of();
        }
        SeededServer first = servers.get(0);
        if (WITHOUT_TRAIL) {
            sides.add(first.side(", no audit trail", () -> first.server().ask("trail off")));
        }
        if (BEFORE != null) {
            SeededServer before =
                    opened(new SeededServer(postgres, SIZES[0], PRACTICES, CLIENTS, BEFORE, folder("before")));
            servers.add(before);
            sides.add(before.side());
        }
        String example = taskOf(first.mixes().refer());
        figures.remark("Rows a referral: " + Floor.rowsOf(first.pool(), example) + ".");
        sides.add(
                new Side(BenchmarkReport.FLOOR, 0, Map.of("intake", new Floor(first.pool(), example)), () -> "", null));
        sides.addAll(starters(postgres));
        var rounds = new Rounds(sides, figures, postgres.pid(), JdbcClient.create(first.pool()), CLIENTS);
        rounds.run(ROUNDS, Duration.ofSeconds(SECONDS), Duration.ofSeconds(WARM_UP));
        for (SeededServer server : servers) {
            if (WITHOUT_TRAIL) {
                server.server().ask("trail on");
            }
            server.count(figures);
        }
        return rounds.failures();
    }

    private List<Side> starters(PostgresServer postgres) throws Exception {
        if (STARTER == null) {
            figures.remark("HAPI's starter was not measured: -Dwally.benchmark.starter names its ROOT.war.");
            return List.of();
        }
        List<Side> sides = new ArrayList<>();
        for (boolean validates : new boolean[] {false, true}) {
            Starter starter = opened(new Starter(
                    Path.of(STARTER),
                    emptyDatabase(postgres, "starter_" + (validates ? "on" : "off")),
                    validates,
                    new Region(PRACTICES),
                    FOLDER.resolve("starter-" + validates + ".log").toFile()));
            sides.add(new Side(
                    validates ? BenchmarkReport.STARTER_ON : BenchmarkReport.STARTER_OFF,
                    starter.pid(),
                    Map.of("intake", client -> starter.refer()),
                    () -> "",
                    null));
        }
        return sides;
    }

    private static Path folder(String name) throws IOException {
        return Files.createDirectories(FOLDER.resolve(name));
    }

    private <T extends AutoCloseable> T opened(T one) {
        running.push(one);
        return one;
    }

    private static long memory() {
        return java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getTotalMemorySize() / 1_048_576
                : 0;
    }

    /** PostgreSQL as it comes with the product, with its data under this folder. */
    static PostgresProperties postgres(Path folder) {
        return postgresIn(folder.resolve("postgres"));
    }

    private static PostgresProperties postgresIn(Path data) {
        return new PostgresProperties(
                data, 0, DataSize.ofMegabytes(128), Duration.ofMinutes(2), Duration.ofSeconds(30));
    }

    static Database emptyDatabase(PostgresServer postgres, String name) {
        var beside = new Database(postgres.ensureDatabase("beside"), PostgresServer.USER, postgres.password());
        try (var pool = pool(beside)) {
            JdbcClient.create(pool).sql("drop database if exists " + name).update();
        }
        return new Database(postgres.ensureDatabase(name), PostgresServer.USER, postgres.password());
    }

    /** What nobody has answered yet. */
    static List<Mixes.SeededReferral> open(HikariDataSource pool) {
        return JdbcClient.create(pool)
                .sql("""
                select t.resource::text as task, c.resource::text as feedback_request, r.owner, r.practice,
                    r.number
                from referral r join referral_member t on t.referral = r.id and t.type = 'Task'
                join referral_member c on c.referral = r.id and c.type = 'CommunicationRequest'
                where r.status = 'requested' order by md5(r.id::text)""")
                .query(Mixes.SeededReferral.class)
                .list();
    }

    static String taskOf(String answer) {
        return ((Bundle) Json.resource(answer))
                .getEntry().stream()
                        .map(Bundle.BundleEntryComponent::getResource)
                        .filter(Task.class::isInstance)
                        .map(task -> task.getIdElement().getIdPart())
                        .findFirst()
                        .orElseThrow();
    }

    static HikariDataSource pool(Database database) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(CLIENTS + 1);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }
}
