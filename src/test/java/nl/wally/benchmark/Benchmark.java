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
import nl.wally.TestPostgres.Database;
import nl.wally.ops.PostgresProperties;
import nl.wally.ops.PostgresServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Task;
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

    @Test
    void measures() throws Exception {
        var settings = new PostgresProperties(
                FOLDER.resolve("postgres"),
                0,
                DataSize.ofMegabytes(128),
                Duration.ofMinutes(2),
                Duration.ofSeconds(30));
        try (PostgresServer postgres = PostgresServer.start(settings)) {
            var database = emptyDatabase(postgres);
            try (var pool = pool(database);
                    var server = new ServerProcess(PRACTICES, database)) {
                seed(server);
                measure(pool, server);
            }
        }
        System.out.println(report.markdown());
        report.writeInto(Path.of(System.getProperty("wally.benchmark.report", "docs/performance.md")));
    }

    private static Database emptyDatabase(PostgresServer postgres) {
        var beside = new Database(postgres.ensureDatabase("beside"), PostgresServer.USER, postgres.password());
        try (var pool = pool(beside)) {
            JdbcClient.create(pool).sql("drop database if exists benchmark").update();
        }
        return new Database(postgres.ensureDatabase("benchmark"), PostgresServer.USER, postgres.password());
    }

    private void seed(ServerProcess server) throws Exception {
        server.ask("region");
        long start = System.nanoTime();
        server.ask("seed " + REFERRALS + " " + CLIENTS);
        double seconds = (System.nanoTime() - start) / 1e9;
        report.remark("%s, %s %s, Java %s, %d processors; server with %s; PostgreSQL embedded, fsync on."
                .formatted(
                        LocalDate.now(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.version"),
                        Runtime.getRuntime().availableProcessors(),
                        String.join(" ", ServerProcess.JVM)));
        report.remark("%d practices; %d referrals seeded through the intake in %.0f s (%.0f a second, %d threads)."
                .formatted(PRACTICES, REFERRALS, seconds, REFERRALS / seconds, CLIENTS));
    }

    private void measure(HikariDataSource pool, ServerProcess server) throws Exception {
        var mixes = new Mixes(server.base(), region, new SignedTokens(pool), open(pool));
        String example = taskOf(mixes.refer());
        JdbcClient.create(pool).sql("vacuum analyze").update();
        var floor = new Floor(pool, example);
        report.remark("Rows a referral: " + Floor.rowsOf(pool, example) + ".");
        Map<String, Load.Operation> all = new LinkedHashMap<>();
        all.put("floor: rows of an intake", floor);
        all.putAll(mixes.all());
        var load = new Load(CLIENTS);
        for (var mix : all.values()) {
            load.run(mix, Duration.ofSeconds(Math.max(2, SECONDS / 3)));
        }
        var busy = new StringBuilder();
        for (int round = 0; round < ROUNDS; round++) {
            for (var mix : all.entrySet()) {
                report.add(mix.getKey(), load.run(mix.getValue(), Duration.ofSeconds(SECONDS)));
            }
            busy.append(" %.1f"
                    .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        }
        floor.close();
        int[] memory = server.memory();
        report.remark(
                "%d clients, %d alternating rounds of %d s a mix; load average after each round:%s (these clients,"
                                .formatted(CLIENTS, ROUNDS, SECONDS, busy)
                        + " server and PostgreSQL together make about " + (CLIENTS + 1) + ").");
        report.remark("Memory of the server process: %d MB at the end, %d MB at most.".formatted(memory[0], memory[1]));
        for (var mix : mixes.all().entrySet()) {
            server.ask("look");
            for (int n = 0; n < COUNTED; n++) {
                mix.getValue().run(0);
            }
            report.statements(mix.getKey(), Integer.parseInt(server.ask("count")) / (double) COUNTED);
        }
    }

    private static List<Mixes.SeededReferral> open(HikariDataSource pool) {
        return JdbcClient.create(pool)
                .sql("""
                select t.resource::text as task, c.resource::text as feedback_request, r.owner, r.practice
                from referral r join referral_member t on t.referral = r.id and t.type = 'Task'
                join referral_member c on c.referral = r.id and c.type = 'CommunicationRequest'
                where r.status = 'requested' order by md5(r.id::text)""")
                .query(Mixes.SeededReferral.class)
                .list();
    }

    private static String taskOf(String answer) {
        return ((Bundle) Json.resource(answer))
                .getEntry().stream()
                        .map(Bundle.BundleEntryComponent::getResource)
                        .filter(Task.class::isInstance)
                        .map(task -> task.getIdElement().getIdPart())
                        .findFirst()
                        .orElseThrow();
    }

    private static HikariDataSource pool(Database database) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(CLIENTS + 1);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }
}
