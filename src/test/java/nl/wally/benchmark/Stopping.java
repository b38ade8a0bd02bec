package nl.wally.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells the server to stop, as an operator or Kubernetes does, while clients refer: what becomes of what it took in. */
final class Stopping {
    private static final int CLIENTS = 4;

    private final ServerProcess server;
    private final Mixes mixes;
    private final DataSource database;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger notReached = new AtomicInteger();
    private final Queue<String> cut = new ConcurrentLinkedQueue<>();

    Stopping(ServerProcess server, Mixes mixes, DataSource database) {
        this.server = server;
        this.mixes = mixes;
        this.database = database;
    }

    /** What came of it, in a sentence. */
    String measure(Duration before) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> running = new ArrayList<>();
        for (int n = 0; n < CLIENTS; n++) {
            running.add(clients.submit(this::refer));
        }
        clients.shutdown();
        clients.awaitTermination(before.toMillis(), TimeUnit.MILLISECONDS);
        Duration took = server.stop();
        for (Future<?> client : running) {
            client.get();
        }
        long kept = acknowledged.stream().filter(this::isKept).count();
        assertThat(kept).as("kept").isEqualTo(acknowledged.size());
        return ("- Told to stop (SIGTERM) while %d clients refer: %d referrals acknowledged, %d of them lost, %d requests cut off,"
                        + " %d answered with 503; the process had ended after %.1f s.")
                .formatted(
                        CLIENTS,
                        acknowledged.size(),
                        acknowledged.size() - kept,
                        cut.size(),
                        refused.get(),
                        took.toMillis() / 1000.0);
    }

    /** Until nobody listens any more. */
    private void refer() {
        while (notReached.get() < CLIENTS) {
            try {
                HttpResponse<String> answer = http.send(mixes.referring(1).build(), BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    acknowledged.add(Benchmark.taskOf(answer.body()));
                } else if (answer.statusCode() == 503) {
                    refused.incrementAndGet();
                } else {
                    cut.add(answer.statusCode() + " " + answer.body());
                }
            } catch (ConnectException nobody) {
                notReached.incrementAndGet();
            } catch (java.io.IOException | InterruptedException broken) {
                cut.add(broken.toString());
            }
        }
    }

    private boolean isKept(String task) {
        return JdbcClient.create(database)
                .sql("select exists (select from referral_member where resource = ?::uuid)")
                .param(task)
                .query(Boolean.class)
                .single();
    }
}
