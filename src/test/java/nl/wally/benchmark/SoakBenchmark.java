package nl.wally.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import nl.wally.FhirClient;
import nl.wally.Messages;
import nl.wally.SignedTokens;
import nl.wally.TestPostgres.Database;
import nl.wally.access.AssertingClient;
import nl.wally.ops.PostgresProperties;
import nl.wally.ops.PostgresServer;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/**
 * Nothing grows that should not: the day mix for an hour against a server in a process of its own, with the embedded
 * PostgreSQL as it is delivered, while whoever is told of things is restarted. {@code mvn -Psoak-server verify} writes
 * docs/reliability.md; the minutes are the system property {@code wally.soak.minutes}.
 *
 * <p>So that an hour shows what takes years in life, what ended ten minutes ago is made three years older by the test, and the
 * server's own sweeps then erase it; delivered messages are kept for ten minutes, and sessions last for two without a request.
 */
class SoakBenchmark {
    private static final int PRACTICES = 40;
    private static final int UNDER_WAY = 40;
    private static final double MINUTES = Double.parseDouble(System.getProperty("wally.soak.minutes", "60"));
    private static final Duration PACE = Duration.ofMillis(Integer.getInteger("wally.soak.pace", 2000));
    private static final Path FOLDER = Path.of("target", "soak");
    private static final Path TEMPORARY = FOLDER.resolve("tmp");

    @Test
    void staysFlat() throws Exception {
        Files.createDirectories(TEMPORARY);
        var his = new AssertingClient("his-soak");
        Path clients = Day.clientsFile(FOLDER, his);
        var settings = new PostgresProperties(
                FOLDER.resolve("postgres"),
                0,
                DataSize.ofMegabytes(128),
                Duration.ofMinutes(2),
                Duration.ofSeconds(30));
        try (PostgresServer postgres = PostgresServer.start(settings);
                var neighbours = new Neighbours()) {
            var database = new Database(
                    postgres.ensureDatabase("soak_" + System.currentTimeMillis()),
                    PostgresServer.USER,
                    postgres.password());
            var own = new Database(database.url() + "?ApplicationName=soak", database.user(), database.password());
            try (var pool = own.pool();
                    var server = new ServerProcess(
                            PRACTICES,
                            database,
                            null,
                            settings(neighbours, clients),
                            List.of("-Djava.io.tmpdir=" + TEMPORARY.toAbsolutePath()));
                    var gauges = new ProcessGauges(server, TEMPORARY)) {
                server.ask("beside-demo");
                subscribe(server.base(), neighbours);
                var mixes = new Mixes(server.base(), new Region(PRACTICES), new SignedTokens(pool), List.of());
                var day = new SoakDay(new Day(server.base(), new Region(PRACTICES), mixes, his, UNDER_WAY));
                var log = new SoakLog(
                        day, gauges, new DatabaseGauges(JdbcClient.create(pool)), FOLDER.resolve("readings.csv"));
                run(day, log, neighbours, server);
                var table = new SoakTable(log.readings());
                String text = table.text(MINUTES, PACE, neighbours);
                System.out.println(text);
                if (MINUTES >= 10) {
                    SoakTable.write(Path.of("docs", "reliability.md"), text);
                }
                assertThat(day.failures()).isEmpty();
                assertThat(table.growing()).as("what does not stay flat").isEmpty();
            }
        }
    }

    private static void run(SoakDay day, SoakLog log, Neighbours neighbours, ServerProcess server) throws Exception {
        var rounds = Executors.newSingleThreadScheduledExecutor();
        try {
            rounds.scheduleAtFixedRate(day::round, 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
            long end =
                    System.nanoTime() + (long) (MINUTES * Duration.ofMinutes(1).toNanos());
            for (int tick = 1; System.nanoTime() < end; tick++) {
                TimeUnit.NANOSECONDS.sleep(Math.min(pause(), Math.max(0, end - System.nanoTime())));
                log.read(tick % 10 == 0);
                log.age();
                if (tick % 3 == 0) {
                    neighbours.turn();
                }
                // Whatever it has written to its log is taken off its hands.
                server.ask("count");
            }
        } finally {
            rounds.shutdown();
            rounds.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    /** Half a minute, more or less: what comes and goes with the rounds would look as if it grew, read in step with them. */
    private static long pause() {
        return Duration.ofMillis(ThreadLocalRandom.current().nextInt(28_000, 32_001))
                .toNanos();
    }

    private static List<String> settings(Neighbours neighbours, Path clients) {
        return List.of(
                "--wally.simulator.demo-region=on",
                "--wally.simulator.allow-demo-credentials=true",
                "--wally.access.clients-file=" + clients,
                "--wally.privacy.erasure-list=" + FOLDER.resolve("erasures.jsonl"),
                "--wally.privacy.retention.sweep=20s",
                "--wally.notification.kept=10m",
                "--wally.notification.clean-up=1m",
                "--wally.notification.back-off.longest=1m",
                "--wally.people.idle=2m",
                "--wally.mail.host=127.0.0.1",
                "--wally.mail.port=" + neighbours.mailPort(),
                "--wally.mail.tls=none",
                "--wally.mail.from=wally@demo.example",
                "--wally.mail.base-url=http://localhost:8080");
    }

    private static void subscribe(URI base, Neighbours neighbours) {
        var client = new FhirClient(base, ca.uhn.fhir.context.FhirContext.forR4Cached());
        List<String> subscribers = List.of("his-demo-1", "wally-demo-1", "wally-demo-2");
        for (int n = 0; n < subscribers.size(); n++) {
            Subscription asked = Messages.example("Subscription-HisSubscription", Subscription.class);
            asked.setId((String) null);
            asked.setMeta(null);
            asked.getExtension().clear();
            asked.getCriteriaElement().getExtension().clear();
            asked.setStatus(SubscriptionStatus.REQUESTED);
            asked.getChannel().setEndpoint(neighbours.hook(n % 2).toString());
            asked.getChannel().getHeader().clear();
            var answer = client.post(subscribers.get(n), "/Subscription", asked);
            if (answer.status() != 201) {
                throw new IllegalStateException(answer.body());
            }
        }
    }
}
