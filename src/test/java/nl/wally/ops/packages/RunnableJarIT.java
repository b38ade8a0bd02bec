package nl.wally.ops.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import nl.wally.ChildJvm;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.TestPostgres;
import nl.wally.TestPostgres.Database;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.util.TestSocketUtils;

/**
 * The jar as it is delivered, on a database of the operator's: with what is left out of it (ADR 43) nothing is missing on the
 * way of a referral from beginning to end. All other tests run with whole libraries.
 */
class RunnableJarIT {
    private static final String GP = "his-demo-1";
    private static final String WALLY = "wally-demo-1";
    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    @TempDir
    private static Path folder;

    private final Deque<String> said = new ConcurrentLinkedDeque<>();
    private final URI base = URI.create("http://localhost:" + TestSocketUtils.findAvailableTcpPort());
    private final FhirClient client = new FhirClient(base, FhirContext.forR4Cached());

    @Test
    void servesAReferralFromBeginningToEnd() throws Exception {
        Optional<Path> jar = jar();
        assumeTrue(jar.isPresent() || System.getenv("CI") != null, "mvn package makes the jar");
        try (ChildJvm server = new ChildJvm(jar.orElseThrow(), settings())) {
            server.listen(said::addLast);
            await(server);
            ReferralLife life = ReferralLife.begin(client, GP, Messages.referral(1));
            for (TaskStatus status : List.of(TaskStatus.RECEIVED, TaskStatus.ACCEPTED, TaskStatus.INPROGRESS)) {
                ok(life.step(WALLY, status, Set.of()));
            }
            ok(life.step(WALLY, TaskStatus.COMPLETED, Set.of(Guard.G_OUTCOME, Guard.G_FEEDBACK)));
            assertThat(life.feedback()).hasSize(1);

            ok(client.get(GP, "/Task?status=completed&_include=Task:patient&_revinclude=Communication:part-of"));
            ok(client.get(GP, "/" + life.reference(Task.class) + "/_history"));
            ok(client.get(GP, "/" + life.reference(Task.class) + "?_format=xml"));
            ok(client.get(GP, "/" + life.reference(Task.class) + "/$available-actions"));
            ok(client.get(GP, "/metadata"));
            assertThat(client.post(GP, "/Bundle/$validate", Messages.referral(1))
                            .status())
                    .isEqualTo(200);
            assertThat(client.post(GP, "", "{\"resourceType\": \"Bundle\"}").status())
                    .isBetween(400, 499);
            for (String page : List.of("/ig/index.html", "/sign-in", "/version", "/demo/his")) {
                assertThat(client.send(HttpRequest.newBuilder(base.resolve(page)))
                                .status())
                        .as(page)
                        .isBetween(200, 399);
            }
            server.end();
        }
        assertThat(said).noneMatch(line -> line.contains("NoClassDefFoundError"));
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** The newest, for an older one may still lie there. */
    private static Optional<Path> jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("waar-is-wally-.*\\.jar"))
                    .max(Comparator.comparing(file -> file.toFile().lastModified()));
        }
    }

    private String[] settings() {
        Database database = TestPostgres.freshDatabase();
        return new String[] {
            "--server.port=" + base.getPort(),
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + database.user(),
            "--spring.datasource.password=" + database.password(),
            "--management.server.port=-1",
            "--wally.simulator.demo-region=on",
            "--wally.simulator.allow-demo-credentials=true",
            "--wally.audit.key-file=" + folder.resolve("audit.key"),
            "--wally.privacy.erasure-list=" + folder.resolve("erasures.jsonl")
        };
    }

    private void await(ChildJvm server) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < end && server.ended(Duration.ofMillis(200)).isEmpty()) {
            try {
                if (client.get(GP, "/Organization/practice-1").status() == 200) {
                    return;
                }
            } catch (UncheckedIOException | AssertionError notYet) {
                said.addLast("not yet: " + notYet.getClass().getSimpleName());
            }
        }
        throw new AssertionError("The server does not come:\n" + String.join("\n", said));
    }
}
