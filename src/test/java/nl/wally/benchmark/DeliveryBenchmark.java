package nl.wally.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import nl.wally.SignedTokens;
import nl.wally.TestPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A delivery costs the request that caused it nothing: the latency of intakes with nobody to tell and with many subscribers,
 * in alternating rounds on one server. {@code mvn -Pbenchmark verify -Dit.test=DeliveryBenchmark}.
 */
class DeliveryBenchmark {
    private static final int SUBSCRIBERS = Integer.getInteger("wally.benchmark.subscribers", 200);
    private static final int PRACTICES = Integer.getInteger("wally.benchmark.practices", 100);
    private static final int CLIENTS = Integer.getInteger("wally.benchmark.clients", 2);
    private static final int ROUNDS = Integer.getInteger("wally.benchmark.rounds", 5);
    private static final int SECONDS = Integer.getInteger("wally.benchmark.seconds", 15);

    private final Report report = new Report();

    @Test
    void measures() throws Exception {
        var database = TestPostgres.freshDatabase();
        var region = new Region(PRACTICES);
        try (var pool = database.pool();
                var server = new ServerProcess(PRACTICES, database, null)) {
            server.ask("region");
            server.ask("seed 200 " + CLIENTS);
            var jdbc = new JdbcTemplate(pool);
            Load.Operation intake = new Mixes(server.base(), region, new SignedTokens(pool), List.of())
                    .all()
                    .get("intake");
            measure(server, jdbc, intake, "warm-up", 0);
            for (int round = 0; round < ROUNDS; round++) {
                measure(server, jdbc, intake, "intake, nobody to tell", 0);
                measure(server, jdbc, intake, "intake, " + SUBSCRIBERS + " subscribers", SUBSCRIBERS);
            }
            Long told = jdbc.queryForObject("select sum(delivered) from outbox_receiver", Long.class);
            assertThat(told).isPositive();
            report.remark("%d clients, %d practices, %d alternating rounds of %d s; %d messages delivered."
                    .formatted(CLIENTS, PRACTICES, ROUNDS, SECONDS, told));
        }
        System.out.println(report.markdown());
    }

    private void measure(ServerProcess server, JdbcTemplate jdbc, Load.Operation intake, String name, int subscribers)
            throws Exception {
        server.ask("subscribers " + subscribers);
        Load.Result result = new Load(CLIENTS).run(intake, Duration.ofSeconds(SECONDS), server::processorSeconds);
        assertThat(result.failures()).isEmpty();
        report.add(name, result);
        // What is left over is no burden for the next round.
        await().atMost(Duration.ofMinutes(2))
                .until(() -> jdbc.queryForObject(
                                "select (select count(*) from event) + (select count(*) from outbox_receiver where due is not null)",
                                Long.class)
                        == 0);
    }
}
