package nl.wally;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import nl.wally.ops.PostgresProperties;
import nl.wally.ops.PostgresServer;
import org.springframework.util.unit.DataSize;

/**
 * One embedded PostgreSQL for all tests of a process, started when first asked for; every caller gets an empty database. The
 * processes that share the tests of a run (system property {@code wally.test.fork}) have nothing else in common.
 */
public final class TestPostgres {
    private static final String FORK = System.getProperty("wally.test.fork", "fork");
    static final Path FOLDER = Path.of("target", "test-postgres-" + FORK);

    /** The setting without which no server starts on a database of the operator's. */
    public static final String AUDIT_KEY = "--wally.audit.key-file=target/test-audit/audit-" + FORK + ".key";

    private TestPostgres() {}

    /** The address, user and password of a new, empty database. */
    public static Database freshDatabase() {
        PostgresServer server = Running.SERVER;
        String name =
                "test_" + UUID.randomUUID().toString().toLowerCase(Locale.ROOT).replace("-", "");
        return new Database(server.ensureDatabase(name), PostgresServer.USER, server.password());
    }

    /** As {@code kill -9} of the one for all tests, which comes back by itself. */
    public static void kill() throws IOException {
        long postmaster = Long.parseLong(
                Files.readAllLines(FOLDER.resolve("cluster/postmaster.pid")).get(0));
        ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
    }

    /** Settings for a PostgreSQL of a test's own, which the test closes itself. */
    public static PostgresProperties settings(Path folder) {
        return new PostgresProperties(
                folder, 0, DataSize.ofMegabytes(32), Duration.ofSeconds(30), Duration.ofSeconds(10));
    }

    /**
     * Where a database is; as properties: {@code spring.datasource.url}, {@code username} and {@code password}.
     *
     * @param url the JDBC address
     */
    public record Database(String url, String user, String password) {
        /** A small pool, to be closed by the caller. */
        public HikariDataSource pool() {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url);
            config.setUsername(user);
            config.setPassword(password);
            config.setMaximumPoolSize(4);
            config.setConnectionTimeout(5000);
            return new HikariDataSource(config);
        }
    }

    /** Starts at the first use and stops with the test run. The databases of earlier runs are thrown away. */
    private static final class Running {
        private static final PostgresServer SERVER = start();

        private static PostgresServer start() {
            PostgresServer server = PostgresServer.start(settings(FOLDER));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            String url = server.ensureDatabase("start");
            try (Connection connection = DriverManager.getConnection(url, PostgresServer.USER, server.password());
                    var statement = connection.createStatement();
                    var drop = connection.createStatement();
                    var names = statement.executeQuery("select datname from pg_database where datname ~ '^test_'")) {
                while (names.next()) {
                    drop.execute("drop database " + names.getString(1) + " with (force)");
                }
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            return server;
        }
    }
}
