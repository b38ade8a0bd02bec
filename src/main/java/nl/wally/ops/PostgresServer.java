package nl.wally.ops;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.wally.shared.StartRefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded PostgreSQL: a process of its own that keeps its data in a folder, durably, and comes back when it dies.
 * Why it is not started by the library that brings its executables stands in {@code docs/adr/0004-embedded-postgresql.md}.
 */
public final class PostgresServer implements AutoCloseable {
    /** The owner of every database made here; not a superuser. */
    public static final String USER = "wally";

    private static final String SUPERUSER = "postgres";
    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

    private final PostgresProperties properties;
    private final PostgresFolder folder;
    private final PostgresCluster cluster;
    private final String password;
    private int port;
    private volatile PostgresRun run;
    private volatile boolean closing;

    private PostgresServer(PostgresProperties properties, PostgresFolder folder)
            throws IOException, InterruptedException {
        this.properties = properties;
        this.folder = folder;
        this.password = folder.password();
        this.cluster = new PostgresCluster(folder, PostgresProgram.unpackInto(folder.root()), properties);
        this.port = properties.port() == 0 ? freePort() : properties.port();
        this.run = firstRun();
        watch(run);
    }

    /**
     * Starts it, creating the database at the first start.
     *
     * @throws StartRefusedException when it does not start, with what to do about it
     */
    public static PostgresServer start(PostgresProperties properties) {
        PostgresFolder folder = null;
        try {
            folder = PostgresFolder.take(properties.dataFolder());
            PostgresServer server = new PostgresServer(properties, folder);
            folder = null;
            LOG.info("Embedded PostgreSQL on 127.0.0.1:{}, data in {}", server.port, server.folder.root());
            return server;
        } catch (IOException failure) {
            throw PostgresFailure.of(properties.dataFolder(), properties.port(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL started", interrupted);
        } finally {
            release(folder);
        }
    }

    private PostgresRun firstRun() throws IOException, InterruptedException {
        long end = System.nanoTime() + properties.startTimeout().toNanos();
        while (true) {
            cluster.settle();
            PostgresRun attempt = cluster.launch(port);
            if (attempt.awaitReady(properties.startTimeout(), () -> closing)) {
                return attempt;
            }
            if (attempt.process().isAlive()) {
                cluster.stop(properties.stopTimeout());
                throw PostgresFailure.late(folder.root(), properties.startTimeout());
            }
            List<String> said = attempt.lastWords();
            boolean another = PostgresFailure.portTaken(said) && properties.port() == 0;
            if (System.nanoTime() > end || !(another || PostgresFailure.passing(said))) {
                throw PostgresFailure.of(folder.root(), port, said);
            }
            Thread.sleep(200);
            port = another ? freePort() : port;
        }
    }

    private void watch(PostgresRun watched) {
        CompletableFuture<Process> end = watched.process().onExit();
        end.thenAccept(process -> {
            if (!closing) {
                LOG.error("PostgreSQL ended with code {}: starting it again", process.exitValue());
                Thread reviver = new Thread(this::revive, "postgres-revive");
                reviver.setDaemon(true);
                reviver.start();
            }
        });
    }

    /** Tries until it runs again, at the same port because the pool knows that one. */
    private synchronized void revive() {
        try {
            for (long pause = 500; !closing; pause = Math.min(2 * pause, 10_000)) {
                try {
                    cluster.settle();
                    run = cluster.launch(port);
                    if (run.awaitReady(properties.startTimeout(), () -> closing)) {
                        LOG.info("PostgreSQL runs again");
                        watch(run);
                        return;
                    }
                    run.process().destroyForcibly().waitFor();
                    LOG.error(
                            "{}",
                            PostgresFailure.of(folder.root(), port, run.lastWords())
                                    .getMessage());
                } catch (IOException | StartRefusedException failure) {
                    LOG.error("PostgreSQL does not start again yet: {}", failure.getMessage());
                }
                TimeUnit.MILLISECONDS.sleep(pause);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Makes a database of {@link #USER} unless it exists.
     *
     * @param name lower-case letters, digits and underscores
     * @return its JDBC address, without user and password
     */
    public String ensureDatabase(String name) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("Not a name for a database: " + name);
        }
        try (Connection connection = DriverManager.getConnection(url("postgres"), SUPERUSER, password);
                var statement = connection.createStatement()) {
            var facts = statement.executeQuery("select exists (select from pg_roles where rolname = '" + USER
                    + "'), exists (select from pg_database where datname = '" + name + "')");
            facts.next();
            boolean hasUser = facts.getBoolean(1);
            boolean hasDatabase = facts.getBoolean(2);
            if (!hasUser) {
                statement.execute("create role " + USER + " login password '" + password + "'");
            }
            if (!hasDatabase) {
                statement.execute("create database " + name + " owner " + USER);
            }
            return url(name);
        } catch (SQLException failure) {
            throw new StartRefusedException(
                    "The embedded PostgreSQL does not let this server in: " + failure.getMessage(),
                    "Check that " + folder.passwordFile() + " belongs to the database beside it.",
                    failure);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The password of {@link #USER}. */
    public String password() {
        return password;
    }

    /** The process id of the running postmaster. */
    public long pid() {
        return run.process().pid();
    }

    /** Stops it cleanly and gives the folder free. */
    @Override
    public void close() {
        closing = true;
        synchronized (this) {
            try {
                cluster.stop(properties.stopTimeout());
                if (!run.process().waitFor(5, TimeUnit.SECONDS)) {
                    LOG.warn("PostgreSQL is still stopping");
                }
            } catch (IOException | StartRefusedException failure) {
                LOG.warn("PostgreSQL was not stopped cleanly; it will recover at the next start", failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } finally {
                release(folder);
            }
        }
    }

    private static void release(@org.jspecify.annotations.Nullable PostgresFolder folder) {
        try {
            if (folder != null) {
                folder.close();
            }
        } catch (IOException failure) {
            LOG.warn("The lock of the data folder was not released", failure);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
