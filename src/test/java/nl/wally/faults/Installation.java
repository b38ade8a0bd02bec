package nl.wally.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.TestPostgres;
import nl.wally.TestPostgres.Database;
import nl.wally.ops.PostgresProperties;
import nl.wally.ops.PostgresServer;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.util.TestSocketUtils;

/**
 * An installation with all that it stands on: at first one server with the embedded database, as it is delivered; once it has
 * grown, two nodes on the same data, with PostgreSQL beside them. A cable lies between each server and the database, and the
 * files of server and database lie on disks of their own.
 */
final class Installation implements AutoCloseable {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final Disk forServer;
    private final Disk forDatabase;
    private final Path postgres;
    private final int databasePort = TestSocketUtils.findAvailableTcpPort();
    private final Cable cable;
    private final Optional<FakeTime> faketime;
    private final List<Node> nodes = new ArrayList<>();
    private PostgresServer beside;
    private boolean movable;

    /** In this folder, on disks that can be broken when it is to be so and this machine lets us. */
    Installation(Path folder, boolean breakable) throws IOException {
        forServer = breakable ? Disk.of(folder.resolve("server"), 64) : Disk.plain(folder.resolve("server"));
        forDatabase = breakable ? Disk.of(folder.resolve("database"), 1536) : Disk.plain(folder.resolve("database"));
        postgres = forDatabase.folder().resolve("postgres");
        cable = new Cable(new Database(address(), PostgresServer.USER, ""));
        faketime = FakeTime.here(folder.resolve("offset"));
    }

    private String address() {
        return "jdbc:postgresql://127.0.0.1:" + databasePort + "/wally";
    }

    /** One server that starts its own PostgreSQL, and goes to it by the cable. */
    void begin() throws IOException {
        nodes.add(node(
                1,
                "--wally.ops.postgres.data-folder=" + postgres,
                "--wally.ops.postgres.port=" + databasePort,
                "--" + Node.CABLE + "=" + cable.database().url()));
        node().start();
    }

    /** Two nodes instead of one, on what is there. */
    private void grow() throws IOException, InterruptedException {
        node().terminate();
        nodes.clear();
        startDatabaseAlone();
        for (int number = 1; number <= 2; number++) {
            Node node = node(
                    number,
                    "--spring.datasource.url=" + cable.database().url(),
                    "--spring.datasource.username=" + PostgresServer.USER,
                    "--wally.audit.key-file=" + auditKey());
            node.setEnvironment(Map.of("SPRING_DATASOURCE_PASSWORD", password()));
            nodes.add(node);
            node.launch();
        }
        nodes.forEach(Node::awaitReady);
    }

    /** As the server would, when it starts. */
    void startDatabaseAlone() {
        beside = PostgresServer.start(new PostgresProperties(
                postgres,
                databasePort,
                TestPostgres.settings(postgres).sharedBuffers(),
                Duration.ofSeconds(30),
                LONGEST_STOP));
    }

    /** Two nodes where it takes two, and a clock that can be moved where one is. */
    void prepareFor(Fault fault) throws IOException, InterruptedException {
        if (fault.ofTwo() && nodes.size() == 1) {
            grow();
        }
        if (fault.ofTheMachineClock() && !movable) {
            movable = true;
            node().terminate();
            node().setEnvironment(faketime.orElseThrow().environment());
            node().start();
        }
    }

    /** From now on it is so much later for every process of the server, or earlier. */
    void jump(Duration by) {
        faketime.orElseThrow().jump(by);
        Awaitility.await("every process has looked at its clock again")
                .pollDelay(Duration.ofSeconds(2))
                .until(() -> true);
    }

    private Node node(int number, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "--wally.audit.anchor-file=" + anchor(number),
                "--wally.privacy.erasure-list=" + forServer.folder().resolve("erasures-" + number + ".jsonl"),
                "--logging.file.name=" + forServer.folder().resolve("server-" + number + ".log"),
                "--logging.config=classpath:faults/logback.xml",
                "--wally.access.token-lifetime=1h",
                "--wally.fhir.requests-per-minute=1000000",
                "--wally.simulator.demo-region=on",
                "--wally.simulator.allow-demo-credentials=true"));
        settings.addAll(List.of(more));
        return new Node(forServer.folder().resolve("tmp-" + number), settings);
    }

    /** The first node, or the only one. */
    Node node() {
        return nodes.get(0);
    }

    List<Node> nodes() {
        return List.copyOf(nodes);
    }

    Cable cable() {
        return cable;
    }

    Disk forServer() {
        return forServer;
    }

    Disk forDatabase() {
        return forDatabase;
    }

    /** What moves the clock of the machine; absent where it is not installed. */
    Optional<FakeTime> faketime() {
        return faketime;
    }

    Path auditKey() {
        return postgres.resolve("audit.key");
    }

    Path anchor(int number) {
        return forServer.folder().resolve("audit-" + number + ".anchor");
    }

    boolean isServed() {
        return beside == null || nodes.size() > 1;
    }

    /** PostgreSQL's own process, while there is one. */
    Optional<ProcessHandle> postgres() throws IOException {
        Path file = postgres.resolve("cluster/postmaster.pid");
        return Files.exists(file)
                ? ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).get(0).strip()))
                : Optional.empty();
    }

    /** As {@code kill -9}. */
    void killDatabase() throws IOException {
        postgres().orElseThrow().destroyForcibly();
    }

    /** As the administrator restarts it (fast): whoever is connected is sent away. */
    void restartDatabase() throws IOException {
        Command.does("kill", "-INT", Long.toString(postgres().orElseThrow().pid()));
    }

    /** Stops what is on the disks, which are mended then, and starts again. */
    void restartOnMendedDisks() throws IOException, InterruptedException {
        Optional<ProcessHandle> left = postgres();
        node().stop();
        left.ifPresent(ProcessHandle::destroyForcibly);
        forServer.repair();
        forDatabase.repair();
        node().start();
    }

    /** After a fault that did not come right: the next one must not suffer from it. */
    void startOver() throws IOException, InterruptedException {
        cable.mend();
        for (Node node : nodes) {
            node.destroy();
        }
        if (beside == null) {
            postgres().ifPresent(ProcessHandle::destroyForcibly);
        }
        if (forServer.breakable()) {
            forServer.repair();
        }
        if (forDatabase.breakable() && beside == null) {
            forDatabase.repair();
        }
        for (Node node : nodes) {
            node.start();
        }
    }

    /** The database itself, not by the cable. */
    JdbcTemplate database() throws IOException {
        return new JdbcTemplate(new DriverManagerDataSource(address(), PostgresServer.USER, password()));
    }

    Database directly() throws IOException {
        return new Database(address(), PostgresServer.USER, password());
    }

    private String password() throws IOException {
        return Files.readString(postgres.resolve("password")).strip();
    }

    @Override
    public void close() throws Exception {
        for (Node node : nodes) {
            node.destroy();
        }
        if (beside != null) {
            beside.close();
        } else {
            postgres().ifPresent(ProcessHandle::destroyForcibly);
        }
        cable.close();
        forServer.close();
        forDatabase.close();
    }
}
