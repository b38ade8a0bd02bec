package nl.wally.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import nl.wally.ChildJvm;
import nl.wally.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process that is told to stop (SIGTERM) while clients write: what it took in is done, and nothing is done unsaid. */
class StoppingIT {
    private static final int CLIENTS = 4;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CountDownLatch busy = new CountDownLatch(3 * CLIENTS);
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Queue<String> saidToBeLast = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> others = new ConcurrentLinkedQueue<>();

    @Test
    void finishesWhatItTookInAndCutsNobodyOff() throws Exception {
        try (EmbeddedPostgres postgres = AccessSlice.postgres()) {
            DataSource database = AccessSlice.database(postgres);
            JdbcClient jdbc = JdbcClient.create(database);
            jdbc.sql("create table kept (id text)").update();
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            try (ChildJvm node = new ChildJvm(StoppingNode.class, postgres.getJdbcUrl("postgres", "postgres"))) {
                URI base = URI.create("http://localhost:" + node.await("#port"));
                node.ignore(new ArrayDeque<>());
                String token = new Tokens(base).bearer("his");
                List<Future<?>> running = new ArrayList<>();
                for (int n = 0; n < CLIENTS; n++) {
                    running.add(clients.submit(() -> write(base, token)));
                }
                assertThat(busy.await(30, TimeUnit.SECONDS)).isTrue();
                node.end();
                for (Future<?> client : running) {
                    client.get(30, TimeUnit.SECONDS);
                }
            } finally {
                clients.shutdownNow();
            }
            assertThat(others).isEmpty();
            assertThat(saidToBeLast).as("answers that end their connection").isNotEmpty();
            assertThat(jdbc.sql("select id from kept").query(String.class).list())
                    .containsExactlyInAnyOrderElementsOf(acknowledged);
        }
    }

    /** Until nobody listens any more. What is not answered was not taken in, and must not be there. */
    private void write(URI base, String token) {
        while (true) {
            String id = UUID.randomUUID().toString();
            try {
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(base.resolve("/fhir/slow?id=" + id))
                                .header("Authorization", token)
                                .POST(BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    acknowledged.add(id);
                    busy.countDown();
                } else if (answer.statusCode() != 503) {
                    others.add(answer.statusCode());
                }
                answer.headers()
                        .firstValue("Connection")
                        .filter("close"::equals)
                        .ifPresent(saidToBeLast::add);
            } catch (ConnectException nobody) {
                return;
            } catch (IOException notTakenIn) {
                busy.countDown();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
