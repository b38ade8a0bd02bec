package nl.wally.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import nl.wally.SignedTokens;
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
 * Measures the server: {@code mvn -Pbenchmark verify}. Sizes are system properties {@code wally.benchmark.*}. PostgreSQL is
 * the embedded one with the settings of the product; the server is a process of its own; all traffic stays on 127.0.0.1.
 */
class Benchmark {
    private static final int PRACTICES = Integer.getInteger("wally.benchmark.practices", 300);
    private static final int REFERRALS = Integer.getInteger("wally.benchmark.referrals", 10_000);
    private static final int CLIENTS = Integer.getInteger("wally.benchmark.clients", 4);
    private static final int ROUNDS = Integer.getInteger("wally.benchmark.rounds", 3);
    private static final int SECONDS = Integer.getInteger("wally.benchmark.seconds", 15);
    private static final Path FOLDER = Path.of("target", "benchmark");
    private static final int COUNTED = 10;

    private final Report report = new Report();
    private final Region region = new Region(PRACTICES);

    /** Main classes of another build, measured beside this one in the same rounds. */
    private static final @Nullable String BEFORE = System.getProperty("wally.benchmark.before");

    /** Whether to measure each mix without the audit trail too, in the same rounds on the same server. */
    private static final boolean WITHOUT_TRAIL = Boolean.getBoolean("wally.benchmark.without-trail");

    private final Map<String, Work> operations = new LinkedHashMap<>();

    /** An operation, what is asked of the server before it, and who tells how much processor time it took. */
    private record Work(Load.Operation operation, Callable<?> before, DoubleSupplier processorSeconds) {}

    @Test
    void measures() throws Exception {
        var settings = postgres(FOLDER);
        report.remark("%s, %s %s, Java %s, %d processors; server with %s; PostgreSQL embedded, fsync on."
                .formatted(
                        LocalDate.now(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.version"),
                        Runtime.getRuntime().availableProcessors(),
                        String.join(" ", ServerProcess.JVM)));
        try (PostgresServer postgres = PostgresServer.start(settings)) {
            if (BEFORE == null) {
                with(postgres, "benchmark", null, "", server -> measure(List.of(server)));
            } else {
                with(
                        postgres,
                        "benchmark",
                        null,
                        "",
                        server -> with(
                                postgres,
                                "benchmark_before",
                                BEFORE,
                                " (before)",
                                before -> measure(List.of(server, before))));
            }
        }
        System.out.println(report.markdown());
        report.writeInto(Path.of(System.getProperty("wally.benchmark.report", "docs/performance.md")));
    }

    /** PostgreSQL as it comes with the product, with its data in this folder. */
    static PostgresProperties postgres(Path folder) {
        return new PostgresProperties(
                folder.resolve("postgres"),
                0,
                DataSize.ofMegabytes(128),
                Duration.ofMinutes(2),
                Duration.ofSeconds(30));
    }

    private record Side(String name, HikariDataSource pool, ServerProcess server, Mixes mixes) {}

    private interface Use {
        void of(Side side) throws Exception;
    }

    private void with(PostgresServer postgres, String name, @Nullable String classes, String suffix, Use use)
            throws Exception {
        Database database = emptyDatabase(postgres, name);
        try (var pool = pool(database);
                var server = new ServerProcess(PRACTICES, database, classes)) {
            seed(server, suffix);
            JdbcClient.create(pool).sql("vacuum analyze").update();
            var mixes = new Mixes(server.base(), region, new SignedTokens(pool), open(pool));
            if (suffix.isEmpty()) {
                String example = taskOf(mixes.refer());
                report.remark("Rows a referral: " + Floor.rowsOf(pool, example) + ".");
                operations.put("floor: rows of an intake", new Work(new Floor(pool, example), () -> "", () -> 0));
            }
            use.of(new Side(suffix, pool, server, mixes));
        }
    }

    private void seed(ServerProcess server, String suffix) throws Exception {
        server.ask("region");
        long start = System.nanoTime();
        server.ask("seed " + REFERRALS + " " + CLIENTS);
        double seconds = (System.nanoTime() - start) / 1e9;
        report.remark("%d practices; %d referrals seeded through the intake%s in %.0f s (%.0f a second, %d threads)."
                .formatted(PRACTICES, REFERRALS, suffix, seconds, REFERRALS / seconds, CLIENTS));
    }

    private void measure(List<Side> sides) throws Exception {
        for (String mix : sides.get(0).mixes().all().keySet()) {
            for (Side side : sides) {
                add(mix, side, "trail on", "");
                if (WITHOUT_TRAIL && side.name().isEmpty()) {
                    add(mix, side, "trail off", " (no audit trail)");
                }
            }
        }
        for (Work work : operations.values()) {
            run(work, Math.max(2, SECONDS / 3));
        }
        var busy = new StringBuilder();
        for (int round = 0; round < ROUNDS; round++) {
            for (var operation : operations.entrySet()) {
                report.add(operation.getKey(), run(operation.getValue(), SECONDS));
            }
            busy.append(" %.1f"
                    .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        }
        report.remark(
                "%d clients, %d alternating rounds of %d s a mix; load average after each round:%s (without others on"
                                .formatted(CLIENTS, ROUNDS, SECONDS, busy)
                        + " the machine it is about " + (CLIENTS + 1) + ").");
        for (Side side : sides) {
            if (side.name().isEmpty()) {
                side.server().ask("trail on");
            }
            int[] memory = side.server().memory();
            report.remark("Memory of the server process%s: %d MB at the end, %d MB at most."
                    .formatted(side.name(), memory[0], memory[1]));
            count(side);
        }
    }

    private void add(String mix, Side side, String before, String suffix) {
        operations.put(
                mix + side.name() + suffix,
                new Work(
                        side.mixes().all().get(mix),
                        // Another build may have no trail.
                        () -> side.name().isEmpty() ? side.server().ask(before) : "",
                        side.server()::processorSeconds));
    }

    private static Load.Result run(Work work, int seconds) throws Exception {
        work.before().call();
        return new Load(CLIENTS).run(work.operation(), Duration.ofSeconds(seconds), work.processorSeconds());
    }

    private void count(Side side) throws Exception {
        for (var mix : side.mixes().all().entrySet()) {
            side.server().ask("look");
            for (int n = 0; n < COUNTED; n++) {
                mix.getValue().run(0);
            }
            int statements = Integer.parseInt(side.server().ask("count"));
            report.statements(mix.getKey() + side.name(), statements / (double) COUNTED);
        }
    }

    static Database emptyDatabase(PostgresServer postgres, String name) {
        var beside = new Database(postgres.ensureDatabase("beside"), PostgresServer.USER, postgres.password());
        try (var pool = pool(beside)) {
            JdbcClient.create(pool).sql("drop database if exists " + name).update();
        }
        return new Database(postgres.ensureDatabase(name), PostgresServer.USER, postgres.password());
    }

    static List<Mixes.SeededReferral> open(HikariDataSource pool) {
        return JdbcClient.create(pool)
                .sql("""
                select t.resource::text as task, c.resource::text as feedback_request, r.owner, r.practice
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
