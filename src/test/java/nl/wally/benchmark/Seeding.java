package nl.wally.benchmark;

import ca.uhn.fhir.context.FhirContext;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import nl.wally.FhirClient;
import nl.wally.TestPostgres.Database;

/**
 * Fills an empty database: some referrals for each practice through the intake of a server, which nobody has answered yet, and
 * beside them copies of referrals that went their way through the API. However many there are, each Wally has as many open
 * ones: what grows is what has ended.
 *
 * @param practices of the region
 */
record Seeding(Database database, int practices) {
    /** New ones at each practice, by the intake. */
    static final int NEW_EACH = 5;

    /** Less than is kept of what has ended, so that none of it is to be erased. */
    private static final int DAYS = 700;

    /** A life that at most so many of a thousand lead is still going on. */
    private static final int RARE = 10;

    private static final int WORKERS = 2;

    /** Starts a server. */
    interface Start {
        ServerProcess server() throws Exception;
    }

    /**
     * So many referrals in all, and how that went, in a sentence.
     *
     * @param starting the server, which is stopped before copies are made: without indexes it would look through all of them
     */
    String fill(int referrals, int clients, Start starting) throws Exception {
        int sent = NEW_EACH * practices;
        double sending;
        Map<String, Integer> lives;
        try (ServerProcess server = starting.server()) {
            server.ask("beside-demo");
            long first = System.nanoTime();
            server.ask("seed " + sent + " " + clients);
            sending = seconds(first);
            lives = Lives.begin(new FhirClient(server.base(), FhirContext.forR4Cached()));
        }
        long start = System.nanoTime();
        int copied = copy(lives, referrals - sent);
        double copying = seconds(start);
        start = System.nanoTime();
        settle();
        return "%,d referrals of %d practices: %,d sent in through the intake in %.0f s, %,d copied in SQL from %d that went their way through the API in %.0f s, indexes included; VACUUM ANALYZE in %.0f s; %,.0f MB of database, %,.1f kB a referral."
                .formatted(
                        sent + copied,
                        practices,
                        sent,
                        sending,
                        copied,
                        lives.size(),
                        copying,
                        seconds(start),
                        megabytes(),
                        1024 * megabytes() / (sent + copied));
    }

    /** As much of what goes on everywhere, however many there are; the rest has ended. */
    private int copy(Map<String, Integer> lives, int wanted) throws Exception {
        int open = shares(lives, true);
        int copied = 0;
        try (Connection connection = superuser()) {
            bigCheckpoints(connection, "'4GB'");
            Supplier<String> numbers = Copies.numbers(connection);
            Indexes indexes = Indexes.takeAway(connection, Original.TABLES.keySet());
            for (var life : lives.entrySet()) {
                if (life.getValue() <= RARE) {
                    copied += copy(life.getKey(), Math.max(1, NEW_EACH * life.getValue() / open), 0, numbers);
                }
            }
            int left = wanted - copied;
            // Those of which there are fewest first: an original is looked for without indexes.
            for (var life : lives.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .toList()) {
                if (life.getValue() > RARE) {
                    long share = (long) left * life.getValue() / shares(lives, false);
                    copied += copy(life.getKey(), Math.round((float) share / practices), DAYS, numbers);
                }
            }
            indexes.putBack();
            bigCheckpoints(connection, "default");
        }
        return copied;
    }

    private static int shares(Map<String, Integer> lives, boolean open) {
        return lives.values().stream()
                .filter(share -> share <= RARE == open)
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** So many of this one at each practice. */
    private int copy(String task, int each, int days, Supplier<String> numbers) throws Exception {
        var pool = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Callable<Void>> parts = new ArrayList<>();
            for (int worker = 0; worker < WORKERS; worker++) {
                int mine = each / WORKERS + (worker < each % WORKERS ? 1 : 0);
                long first = (long) worker * each * practices;
                parts.add(() -> {
                    try (Connection connection = superuser()) {
                        new Copies(connection, practices, first, numbers).make(task, mine, days);
                    }
                    return null;
                });
            }
            for (Future<Void> part : pool.invokeAll(parts)) {
                part.get();
            }
        } finally {
            pool.shutdownNow();
        }
        return each * practices;
    }

    /** While very much is written at once; what is measured later finds the setting of the product. */
    private static void bigCheckpoints(Connection connection, String size) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("alter system set max_wal_size = " + size);
            statement.execute("select pg_reload_conf()");
        }
    }

    private void settle() throws SQLException {
        try (Connection connection = superuser();
                var statement = connection.createStatement()) {
            statement.execute("set maintenance_work_mem = '512MB'");
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    private double megabytes() throws SQLException {
        try (Connection connection = superuser();
                var statement = connection.createStatement();
                var size = statement.executeQuery("select pg_database_size(current_database()) / 1048576.0")) {
            size.next();
            return size.getDouble(1);
        }
    }

    /** The owner of the cluster may pass over foreign keys. */
    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(database.url(), "postgres", database.password());
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
