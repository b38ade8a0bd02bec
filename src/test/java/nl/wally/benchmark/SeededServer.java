package nl.wally.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.wally.SignedTokens;
import nl.wally.TestPostgres.Database;
import nl.wally.access.AssertingClient;
import nl.wally.ops.PostgresServer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A server on a database with so many referrals. The database is kept, with a comment that says how it was filled; without
 * that comment it is made anew.
 */
final class SeededServer implements AutoCloseable {
    private static final int COUNTED = 10;
    private static final int UNDER_WAY = 3;

    /** More referrals than anybody answers in one run of a mix. */
    private static final int STOCK = 1000;

    private final String name;
    private final HikariDataSource pool;
    private final ServerProcess server;
    private final ProcessGauges gauges;
    private final Mixes mixes;
    private final Region region;
    private final AssertingClient his = new AssertingClient("his-soak");

    /** What the figures are of: how many referrals, how they came there, how much disk. */
    final String remark;

    /**
     * Starts it, and fills its database unless that was done.
     *
     * @param classes main classes of another build, or null
     * @param folder for files of its own
     */
    SeededServer(
            PostgresServer postgres, int referrals, int practices, int clients, @Nullable String classes, Path folder)
            throws Exception {
        name = "%,d referrals".formatted(referrals) + (classes == null ? "" : ", before");
        String database = "seeded_" + referrals + "_" + practices + (classes == null ? "" : "_before");
        region = new Region(practices);
        String kept = comment(postgres, database);
        Database place = kept == null
                ? Benchmark.emptyDatabase(postgres, database)
                : new Database(postgres.ensureDatabase(database), PostgresServer.USER, postgres.password());
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        pool = Benchmark.pool(place);
        Seeding.Start start = () -> new ServerProcess(
                practices,
                place,
                classes,
                List.of(
                        "--wally.simulator.demo-region=on",
                        "--wally.simulator.allow-demo-credentials=true",
                        ServerProcess.AUDIT_KEY + Benchmark.AUDIT_KEY,
                        "--wally.access.clients-file=" + Day.clientsFile(folder, his)),
                List.of("-Djava.io.tmpdir=" + temporary.toAbsolutePath()));
        String filled = kept == null ? new Seeding(place, practices).fill(referrals, clients, start) : kept;
        server = start.server();
        gauges = new ProcessGauges(server, temporary);
        JdbcClient jdbc = JdbcClient.create(pool);
        if (kept == null) {
            jdbc.sql("comment on database " + database + " is '" + filled + "'").update();
            remark = filled + " Warm: filled in this run.";
        } else {
            remark = filled
                    + String.format(
                            Locale.ROOT,
                            " Kept from an earlier run, PostgreSQL started anew; %,d referrals at the start of this one.",
                            jdbc.sql("select count(*) from referral")
                                    .query(Integer.class)
                                    .single());
        }
        mixes = new Mixes(server.base(), region, new SignedTokens(pool), Benchmark.open(pool));
    }

    private static @Nullable String comment(PostgresServer postgres, String database) {
        var beside = new Database(postgres.ensureDatabase("beside"), PostgresServer.USER, postgres.password());
        try (var pool = Benchmark.pool(beside)) {
            return JdbcClient.create(pool)
                    .sql("select shobj_description(oid, 'pg_database') from pg_database where datname = ?")
                    .param(database)
                    .query(String.class)
                    .optional()
                    .orElse(null);
        }
    }

    Side side() {
        return side("", () -> "");
    }

    /** The same with something that is asked of the server before each mix. */
    Side side(String suffix, Callable<?> before) {
        Map<String, Load.Operation> all = mixes.all();
        all.put("day", Day.operation(() -> new Day(server.base(), region, mixes, his, UNDER_WAY)));
        return new Side(
                name + suffix,
                server.pid(),
                all,
                () -> {
                    replenish();
                    return before.call();
                },
                gauges);
    }

    private void replenish() {
        mixes.replenish(STOCK, () -> Benchmark.open(pool));
    }

    HikariDataSource pool() {
        return pool;
    }

    ServerProcess server() {
        return server;
    }

    Mixes mixes() {
        return mixes;
    }

    /** How many statements each mix takes, with nobody else there. */
    void count(Figures figures) throws Exception {
        replenish();
        for (var mix : mixes.all().entrySet()) {
            server.ask("look");
            for (int n = 0; n < COUNTED; n++) {
                mix.getValue().run(0);
            }
            figures.statements(name, mix.getKey(), Integer.parseInt(server.ask("count")) / (double) COUNTED);
        }
    }

    @Override
    public void close() throws Exception {
        gauges.close();
        server.close();
        pool.close();
    }
}
