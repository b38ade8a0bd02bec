package nl.wally.upgrade;

import ca.uhn.fhir.context.FhirContext;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import nl.wally.ChildJvm;
import nl.wally.FhirClient;
import nl.wally.TestPostgres;
import nl.wally.WaarIsWallyApplication;
import nl.wally.ops.PostgresServer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.util.TestSocketUtils;

/** An installation with everything in one folder, as a process of its own: a server, and its embedded PostgreSQL. */
final class TrialServer implements AutoCloseable {
    private final Path folder;
    private final ChildJvm process;
    private final Deque<String> lastLines = new ConcurrentLinkedDeque<>();
    private final FhirClient client;

    private TrialServer(Path folder) throws Exception {
        this.folder = folder;
        int port = TestSocketUtils.findAvailableTcpPort();
        process = new ChildJvm(WaarIsWallyApplication.class, arguments(folder, "--server.port=" + port));
        process.ignore(lastLines);
        client = new FhirClient(URI.create("http://localhost:" + port), FhirContext.forR4Cached());
    }

    /** Started on this folder; returns when it answers from its database. */
    static TrialServer on(Path folder) throws Exception {
        TrialServer server = new TrialServer(folder);
        server.await();
        return server;
    }

    /** The settings of whatever is run on this folder. */
    static String[] arguments(Path folder, String more) {
        return new String[] {
            more,
            "--wally.ops.postgres.data-folder=" + folder,
            "--wally.privacy.erasure-list=" + folder.resolve("erasures.jsonl")
        };
    }

    /** PostgreSQL alone, until it is closed: with the server's own settings, and none of its programs. */
    static PostgresServer databaseAlone(Path folder) {
        return PostgresServer.start(TestPostgres.settings(folder));
    }

    FhirClient client() {
        return client;
    }

    JdbcTemplate database() throws Exception {
        return database(folder, PostgresServer.USER);
    }

    /** The database of whatever runs on this folder. */
    static JdbcTemplate database(Path folder, String user) throws Exception {
        return new JdbcTemplate(new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:" + port(folder) + "/wally", user, password(folder)));
    }

    static String port(Path folder) throws Exception {
        return Files.readAllLines(folder.resolve("cluster/postmaster.pid"))
                .get(3)
                .strip();
    }

    static String password(Path folder) throws Exception {
        return Files.readString(folder.resolve("password")).strip();
    }

    private void await() throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        while (System.nanoTime() < end && process.ended(Duration.ofMillis(100)).isEmpty()) {
            try {
                if (client.get("his-demo-1", "/Organization/practice-1").status() == 200) {
                    return;
                }
            } catch (UncheckedIOException | AssertionError notYet) {
                lastLines.addLast("not yet: " + notYet.getClass().getSimpleName());
            }
        }
        throw new AssertionError("The server does not come:\n" + String.join("\n", lastLines));
    }

    /** As {@code kill -9} of both. */
    void kill() throws Exception {
        List<String> postmaster = Files.readAllLines(folder.resolve("cluster/postmaster.pid"));
        process.kill();
        ProcessHandle.of(Long.parseLong(postmaster.get(0))).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() throws Exception {
        if (Files.exists(folder.resolve("cluster/postmaster.pid"))) {
            kill();
        }
        process.close();
    }
}
