package nl.wally.upgrade;

import ca.uhn.fhir.context.FhirContext;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import nl.wally.ChildJvm;
import nl.wally.FhirClient;
import nl.wally.TestPostgres;
import nl.wally.WaarIsWallyApplication;
import nl.wally.audit.AuditCommand;
import nl.wally.ops.PostgresServer;
import org.springframework.context.annotation.Bean;
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
        process = new ChildJvm(
                WaarIsWallyApplication.class,
                "--server.port=" + port,
                "--wally.ops.postgres.data-folder=" + folder,
                "--wally.privacy.erasure-list=" + folder.resolve("erasures.jsonl"));
        process.ignore(lastLines);
        client = new FhirClient(URI.create("http://localhost:" + port), FhirContext.forR4Cached());
    }

    /** Started on this folder; returns when it answers from its database. */
    static TrialServer on(Path folder) throws Exception {
        TrialServer server = new TrialServer(folder);
        server.await();
        return server;
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
        return new JdbcTemplate(new DriverManagerDataSource(url(folder), user, password(folder)));
    }

    private static String url(Path folder) throws Exception {
        return "jdbc:postgresql://127.0.0.1:" + port(folder) + "/wally";
    }

    static String port(Path folder) throws Exception {
        return Files.readAllLines(folder.resolve("cluster/postmaster.pid"))
                .get(3)
                .strip();
    }

    static String password(Path folder) throws Exception {
        return Files.readString(folder.resolve("password")).strip();
    }

    /** What {@code verify-audit} finds in the database that runs on this folder, with the key and the anchor beside it. */
    static boolean auditHolds(Path folder) throws Exception {
        return AuditCommand.run(
                        Time.class,
                        "--spring.datasource.url=" + url(folder),
                        "--spring.datasource.username=" + PostgresServer.USER,
                        "--spring.datasource.password=" + password(folder),
                        "--wally.simulator.allow-demo-credentials=true",
                        "--wally.audit.key-file=" + folder.resolve("audit.key"))
                == 0;
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
        close();
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

    /**
     * No configuration by annotation: other servers on this class path would find it. Where no
     * server runs nothing waits too long for its seal.
     */
    static class Time {
        @Bean
        Clock clock() {
            return Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        }
    }
}
