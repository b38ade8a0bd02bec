package nl.wally;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import nl.wally.clock.ClockSweep;
import nl.wally.mail.MailServer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The server once more, in a process of its own on the same database: nothing in memory can be shared by accident. Started
 * when first asked for, once for all tests; it ends with them. Its clock follows that of the first. A test that kills has one
 * of its own.
 */
public final class SecondNode {
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    /** It has as little of the machine as the tests leave. */
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(1);

    private static SecondNode running;

    private final ChildJvm process;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final Consumer<Duration> following = this::runAhead;
    private final URI base;

    private SecondNode(TestPostgres.Database database, MailServer mail) throws IOException {
        process = new ChildJvm(
                SecondNode.class,
                "--server.port=0",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                TestPostgres.AUDIT_KEY,
                "--wally.access.token-lifetime=1h",
                "--wally.access.signing-key-age=730d",
                "--wally.simulator.demo-region=on",
                "--wally.simulator.allow-demo-credentials=true",
                "--wally.admission.longest-wait=1m",
                "--wally.team.sweep=365d",
                "--wally.meeting.sweep=365d",
                "--wally.clock.sweep=365d",
                "--wally.privacy.retention.sweep=365d",
                "--wally.privacy.erasure-list=",
                "--wally.audit.seal=365d",
                "--wally.simulator.robot-pace=0s",
                "--wally.simulator.robot-sweep=365d",
                // Both hand letters in at the same server: whichever node is first.
                "--wally.mail.host=" + mail.host(),
                "--wally.mail.port=" + mail.port(),
                "--wally.mail.tls=none",
                "--wally.mail.from=wally@demo.example",
                "--wally.mail.base-url=http://localhost");
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
        process.listen(line -> {
            if (line.startsWith("#")) {
                answers.add(line.substring(1));
            } else if (!line.contains(" INFO ") && !line.startsWith(" ")) {
                System.out.println("second node: " + line);
            }
        });
        base = URI.create("http://localhost:" + answer(LONGEST_START));
    }

    /** One more, which this test kills. */
    public static SecondNode toBeKilled(TestPostgres.Database database, TestClock clock, MailServer mail)
            throws IOException {
        SecondNode node = new SecondNode(database, mail);
        node.follow(clock);
        return node;
    }

    /** Where it listens. */
    public URI base() {
        return base;
    }

    /** As {@code kill -9}; it may be dead. */
    public void kill(TestClock clock) {
        clock.leave(following);
        kill();
    }

    /** Where the one of all tests listens. */
    static synchronized URI base(TestPostgres.Database database, TestClock clock, MailServer mail) {
        if (running == null) {
            try {
                SecondNode node = new SecondNode(database, mail);
                node.follow(clock);
                running = node;
            } catch (IOException impossible) {
                throw new java.io.UncheckedIOException(impossible);
            }
        }
        return running.base;
    }

    private void follow(TestClock clock) {
        clock.follow(following);
    }

    private void runAhead(Duration difference) {
        process.tell(difference.toString());
        answer(LONGEST_ANSWER);
    }

    /** Has it look once which promises have their moment. */
    static synchronized void lookAtTheClock() {
        running.process.tell("clock");
        running.answer(LONGEST_ANSWER);
    }

    private void kill() {
        try {
            process.kill();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String answer(Duration longest) {
        try {
            String answer = answers.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (answer == null) {
                throw new IllegalStateException("The second node does not answer");
            }
            return answer;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Says its port, then sets its clock to what each line of the input says, until the input ends. */
    public static void main(String[] arguments) throws IOException {
        var clock = new TestClock();
        try (ConfigurableApplicationContext server = new SpringApplicationBuilder(WaarIsWallyApplication.class)
                        .initializers(context -> withClock((GenericApplicationContext) context, clock))
                        .run(arguments);
                var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("#" + server.getEnvironment().getProperty("local.server.port"));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("clock")) {
                    server.getBean(ClockSweep.class).run();
                } else {
                    clock.runAhead(Duration.parse(line));
                }
                System.out.println("#");
            }
        }
    }

    private static void withClock(GenericApplicationContext context, TestClock clock) {
        context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests());
        context.registerBean("testClock", TestClock.class, () -> clock, bean -> bean.setPrimary(true));
    }
}
