package nl.wally.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ServerIT;
import nl.wally.fhir.Admission;
import nl.wally.fhir.Admission.Kind;
import nl.wally.fhir.Admission.Place;
import nl.wally.fhir.AdmissionProperties;
import nl.wally.people.Visitor;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What callers see of a server that has as much to do as it can; the database holds it up, by a row that somebody locks. */
class OverloadIT extends ServerIT {
    private static final String FLOOD = "his-demo-1";
    private static final String QUIET = "his-demo-2";

    @Autowired
    private Admission admission;

    @Autowired
    private AdmissionProperties settings;

    @Autowired
    private DataSource database;

    @Autowired
    private MeterRegistry metrics;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void sendEverybodyHome() {
        callers.shutdownNow();
    }

    @Test
    void whoFloodsIsAskedToComeBackAndAllOthersGoOn() throws Exception {
        Task task = server.post(FLOOD, "", Messages.referral(1)).first(Task.class);
        int writes = settings.places() - settings.reserved();
        List<CompletableFuture<Integer>> flood = new ArrayList<>();
        long before = counted();
        try (Connection holding = lock(task)) {
            for (int n = 0; n < writes + settings.line(); n++) {
                flood.add(send(FLOOD, task));
            }
            await(() -> standing().equals(List.of(writes, settings.line())));

            Answer next = server.send(write(FLOOD, task));
            assertThat(next.status()).isEqualTo(503);
            assertThat(next.problems()).containsExactly("unavailable");
            assertThat(next.header("Retry-After").map(Integer::valueOf).orElseThrow())
                    .isBetween(2, 5);
            assertThat(next.header("Content-Type").orElseThrow()).startsWith("application/fhir+json");
            assertThat(next.header("X-Request-Id")).isPresent();
            assertThat(next.header("Content-Security-Policy")).isPresent();
            assertThat(next.header("Cache-Control")).contains("no-store");
            assertThat(server.send(write(FLOOD, task).header("Accept", "application/fhir+xml"))
                            .body())
                    .startsWith("<OperationOutcome");
            assertThat(server.inDutch()
                            .send(write(FLOOD, task).header("Accept-Language", "nl"))
                            .body())
                    .contains("zoveel onder handen");
            assertThat(forged(FLOOD, task)).isEqualTo(503);
            assertThat(forged(QUIET, task)).isEqualTo(401);
            assertThat(counted()).isEqualTo(before + 4);
            assertThat(server.get(FLOOD, "/metadata").status()).isEqualTo(200);
            assertThat(server.get(FLOOD, "/.well-known/smart-configuration").status())
                    .isEqualTo(200);

            CompletableFuture<Answer> quiet =
                    CompletableFuture.supplyAsync(() -> server.post(QUIET, "", Messages.referral(2)), callers);
            await(() -> flood.stream().anyMatch(CompletableFuture::isDone));
            assertThat(done(flood)).containsExactly(503);
            assertThat(quiet).isNotDone();

            assertThat(server.get(FLOOD, "/Task/" + task.getIdPart()).status()).isEqualTo(200);
            holding.rollback();
            assertThat(quiet.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
        }
        CompletableFuture.allOf(flood.toArray(new CompletableFuture<?>[0])).get(30, TimeUnit.SECONDS);
        assertThat(done(flood)).containsOnly(200, 412, 503).containsOnlyOnce(200, 503);
        await(() -> standing().equals(List.of(0, 0)));
        assertThat(server.post(QUIET, "", Messages.referral(2)).status()).isEqualTo(200);
    }

    @Test
    void whoReadsAPageIsToldSoInAPage() {
        var visitor = new Visitor(server.base());
        visitor.signIn("sanne", "demo");
        List<Place> held = new ArrayList<>();
        List<CompletableFuture<Void>> waiting;
        try {
            for (int n = 0; n < settings.places() - settings.reserved(); n++) {
                held.add(admission.enter(Kind.READ, "somebody"));
            }
            waiting = Stream.iterate(0, n -> n + 1)
                    .limit(settings.line())
                    .map(n -> CompletableFuture.runAsync(
                            () -> admission.enter(Kind.READ, "caller-" + n).close(), callers))
                    .toList();
            await(() -> standing().get(1) == settings.line());

            HttpResponse<String> page = visitor.get("/me");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).isPresent();
            assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
            assertThat(page.body()).contains("Try again in a minute");
            assertThat(visitor.get("/assets/screen.css").statusCode()).isEqualTo(200);
        } finally {
            // Other tests use this server too.
            held.forEach(Place::close);
        }
        CompletableFuture.allOf(waiting.toArray(new CompletableFuture<?>[0])).join();
        assertThat(visitor.get("/me").statusCode()).isEqualTo(200);
    }

    /** The row is locked when the client hangs up; once it is free, what the client asked for is not done any more. */
    @Test
    void whoHasHungUpGetsNothingDone() throws Exception {
        Task task = server.post(FLOOD, "", Messages.referral(1)).first(Task.class);
        try (Connection holding = lock(task)) {
            CompletableFuture<Integer> asked = send(FLOOD, task);
            await(() -> standing().equals(List.of(1, 0)));
            asked.cancel(true);
            // The end of the connection travels by itself: a request that is answered is later than that.
            holding.rollback();
        }
        await(() -> standing().equals(List.of(0, 0)));
        Task after = server.read(FLOOD, "Task/" + task.getIdPart(), Task.class);
        assertThat(after.getMeta().getVersionId()).isEqualTo(task.getMeta().getVersionId());
    }

    @Test
    void theDatabaseKnowsTheLimits() {
        JdbcClient jdbc = JdbcClient.create(database);
        assertThat(List.of("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"))
                .extracting(
                        limit -> jdbc.sql("show " + limit).query(String.class).single())
                .containsExactly("20s", "10s", "1min");
    }

    /** How many requests the operator sees refused. */
    private long counted() {
        return metrics.find("http.server.requests").tag("status", "503").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private List<Integer> standing() {
        Admission.Standing now = admission.standing();
        return List.of(now.inHand(), now.waiting());
    }

    private HttpRequest.Builder write(String client, Task task) {
        return server.request(client, "/Task/" + task.getIdPart())
                .header("Content-Type", "application/json-patch+json")
                .header("If-Match", "W/\"" + task.getMeta().getVersionId() + "\"")
                .method("PATCH", BodyPublishers.ofString("""
                        [{"op": "add", "path": "/note", "value": [{"text": "Liever na de middag."}]}]"""));
    }

    /** What is answered to a token that names this client and that nobody has signed. */
    private int forged(String client, Task task) {
        HttpRequest.Builder request = write(client, task);
        String token = request.build().headers().firstValue("Authorization").orElseThrow();
        String unsigned = token.substring(0, token.lastIndexOf('.') + 1) + "AAAA";
        return server.send(request.setHeader("Authorization", unsigned)).status();
    }

    private CompletableFuture<Integer> send(String client, Task task) {
        return http.sendAsync(write(client, task).build(), BodyHandlers.ofString())
                .thenApply(HttpResponse::statusCode);
    }

    private static List<Integer> done(List<CompletableFuture<Integer>> sent) {
        return sent.stream()
                .filter(CompletableFuture::isDone)
                .map(CompletableFuture::join)
                .toList();
    }

    /** Whatever is asked of this referral waits until this connection lets go. */
    private Connection lock(Task task) throws SQLException {
        Connection holding = database.getConnection();
        holding.setAutoCommit(false);
        try (var select = holding.prepareStatement("select id from referral where id = (select referral from"
                + " referral_member where type = 'Task' and resource = ?::uuid) for update")) {
            select.setString(1, task.getIdPart());
            assertThat(select.executeQuery().next()).isTrue();
        }
        return holding;
    }

    private static void await(BooleanSupplier reached) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(2_000_000);
        }
    }
}
