package nl.wally.faults;

import ca.uhn.fhir.context.FhirContext;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import nl.wally.ChildJvm;
import nl.wally.FhirClient;
import nl.wally.TestClock;
import nl.wally.WaarIsWallyApplication;
import nl.wally.WithoutTests;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.util.TestSocketUtils;

/**
 * The server as it is delivered, in a process of its own that is killed, frozen, stopped and started again at the same
 * address. Two things can be done to it from inside: its clock jumps, and its heap fills up.
 */
final class Node {
    /** Where the pool goes instead of directly to the embedded database. */
    static final String CABLE = "wally.faults.cable";

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(90);

    private final int port = TestSocketUtils.findAvailableTcpPort();
    private final URI base = URI.create("http://127.0.0.1:" + port);
    private final Path scratch;
    private final List<String> settings;
    private final Deque<String> lastLines = new ConcurrentLinkedDeque<>();
    private Map<String, String> environment = Map.of();
    private ChildJvm process;

    /** One with these settings, whose temporary files go here. */
    Node(Path scratch, List<String> settings) {
        this.scratch = scratch;
        this.settings = new ArrayList<>(settings);
        this.settings.addAll(List.of("--server.port=" + port, "--server.address=127.0.0.1"));
    }

    URI base() {
        return base;
    }

    /** What it will find in its environment when it starts next. */
    void setEnvironment(Map<String, String> variables) {
        environment = variables;
    }

    /** Begins to start it. */
    void launch() throws IOException {
        lastLines.clear();
        process = new ChildJvm(
                environment,
                List.of(
                        "-Xmx768m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.io.tmpdir=" + Files.createDirectories(scratch)),
                Node.class,
                settings);
        process.ignore(lastLines);
    }

    /** Starts it, and waits until it works. */
    void start() throws IOException {
        launch();
        awaitReady();
    }

    /** Until it answers from its database. */
    void awaitReady() {
        FhirClient client = new FhirClient(base, FhirContext.forR4Cached());
        try {
            Awaitility.await("the server comes back")
                    .atMost(LONGEST_START)
                    .pollInterval(Duration.ofMillis(200))
                    .failFast("it has ended", () -> process.ended(Duration.ZERO).isPresent())
                    .until(() -> isReady(client));
        } catch (ConditionTimeoutException | TerminalFailureException never) {
            throw new IllegalStateException("The server does not come back:\n" + lastWords(), never);
        }
    }

    private static boolean isReady(FhirClient client) {
        try {
            return client.send(client.request(Load.GP, "/Organization/practice-1")
                                    .timeout(Duration.ofSeconds(5))
                                    .GET())
                            .status()
                    == 200;
        } catch (UncheckedIOException | AssertionError notYet) {
            return false;
        }
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException, IOException {
        process.kill();
        process.close();
    }

    /** Asks it to end (SIGTERM), and waits until it has finished what it accepted. */
    void terminate() throws InterruptedException, IOException {
        signal("TERM");
        awaitEnd(LONGEST_STOP);
    }

    /** As systemd stops it: who has not finished in time is killed. */
    void stop() throws InterruptedException, IOException {
        signal("TERM");
        if (process.ended(LONGEST_STOP).isEmpty()) {
            process.kill();
        }
        process.close();
    }

    /** Waits until it has ended of itself. */
    void awaitEnd(Duration longest) throws InterruptedException, IOException {
        if (process.ended(longest).isEmpty()) {
            throw new IllegalStateException("The server does not end: " + lastWords());
        }
        process.close();
    }

    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        if (!Command.does("kill", "-" + name, Long.toString(process.pid()))) {
            throw new IllegalStateException("There is no server to be sent " + name);
        }
    }

    /** From now on its clock is so far ahead, or behind; from inside, as with {@link TestClock}. */
    void jump(Duration by) {
        process.tell(by.toString());
    }

    /** Fills its memory until there is none left. */
    void exhaust() {
        process.tell("exhaust");
    }

    String lastWords() {
        return String.join("\n", lastLines) + "\n";
    }

    /** However it is. */
    void destroy() throws IOException, InterruptedException {
        if (process != null) {
            process.kill();
            process.close();
        }
    }

    /** Runs the server, does what each line of the input says, and ends with the input: it outlives nobody. */
    public static void main(String[] arguments) throws IOException {
        var clock = new TestClock();
        new SpringApplicationBuilder(WaarIsWallyApplication.class)
                .initializers(context -> prepare((GenericApplicationContext) context, clock))
                .run(arguments);
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals("exhaust")) {
                fillTheHeap();
            } else {
                clock.jumpTo(Instant.now().plus(Duration.parse(line)));
            }
        }
        Runtime.getRuntime().halt(1);
    }

    private static void prepare(GenericApplicationContext context, TestClock clock) {
        context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests());
        Optional.ofNullable(context.getEnvironment().getProperty(CABLE))
                .ifPresent(url -> context.getBeanFactory().addBeanPostProcessor(new ByCable(url)));
        context.registerBean("testClock", TestClock.class, () -> clock, bean -> bean.setPrimary(true));
    }

    /** Has the pool go to the embedded database by a cable, which the server knows nothing of. */
    private record ByCable(String url) implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof HikariDataSource pool) {
                pool.setJdbcUrl(url);
            }
            return bean;
        }
    }

    /** In small pieces, so that it may be any thread of the server that finds nothing left. */
    private static void fillTheHeap() {
        List<byte[]> ballast = new ArrayList<>();
        while (true) {
            ballast.add(new byte[64 * 1024]);
        }
    }
}
