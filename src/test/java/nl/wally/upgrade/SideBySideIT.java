package nl.wally.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.uhn.fhir.context.FhirContext;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.wally.ChildJvm;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.TestPostgres;
import nl.wally.TestPostgres.Database;
import nl.wally.WaarIsWallyApplication;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.TestSocketUtils;

/**
 * A rolling upgrade: a node of the release before serves, one of this release is started beside it on the same database, both
 * change what the other wrote while the sweeps of both run, and the old one stops. The old one is built from git, with its own
 * libraries. Part of {@code mvn -Pupgrade verify}.
 */
@EnabledIfSystemProperty(named = "wally.upgrade", matches = "true", disabledReason = "mvn -Pupgrade verify")
class SideBySideIT {
    private static final String GP = Chronicle.GP;
    private static final String WALLY = Chronicle.WALLY;
    private static final List<TaskStatus> STEPS =
            List.of(TaskStatus.RECEIVED, TaskStatus.ACCEPTED, TaskStatus.INPROGRESS, TaskStatus.ONHOLD);

    @TempDir
    private Path folder;

    private final Database database = TestPostgres.freshDatabase();
    private final Queue<String> said = new ConcurrentLinkedQueue<>();

    @Test
    void bothReleasesServeAndGoOnWithWhatTheOtherWrote() throws Exception {
        Path jar = build(KeptRelease.newest().commit());
        int oldPort = TestSocketUtils.findAvailableTcpPort();
        int newPort = TestSocketUtils.findAvailableTcpPort();
        try (ChildJvm before = new ChildJvm(jar, settings(oldPort))) {
            before.listen(said::add);
            FhirClient old = await(before, oldPort);
            ReferralLife begun = ReferralLife.begin(old, GP, Messages.referral(1));
            try (ChildJvm after = new ChildJvm(WaarIsWallyApplication.class, settings(newPort))) {
                after.listen(said::add);
                FhirClient present = await(after, newPort);
                inTurn(begun, List.of(present, old));
                for (List<FhirClient> nodes : List.of(List.of(old, present), List.of(present, old))) {
                    ReferralLife life = ReferralLife.begin(nodes.get(0), GP, Messages.referral(1));
                    inTurn(life, List.of(nodes.get(1), nodes.get(0)));
                    assertSentAgainIsTheSame(nodes.get(1), life);
                }
                assertNothingIsLeft();
                ProcessHandle.of(before.pid()).orElseThrow().destroy();
                assertThat(before.ended(Duration.ofMinutes(1)))
                        .as("ended by the signal, when it was done")
                        .hasValue(143);
                ReferralLife last = ReferralLife.begin(present, GP, Messages.referral(1));
                inTurn(last, List.of(present));
            }
        }
    }

    /** Each step on the next node, and seen on all of them; then the end with feedback, which the GP reads on the other. */
    private static void inTurn(ReferralLife life, List<FhirClient> nodes) {
        int turn = 0;
        for (TaskStatus step : STEPS) {
            FhirClient node = nodes.get(turn++ % nodes.size());
            ok(life.at(node)
                    .step(WALLY, step, step == TaskStatus.ONHOLD ? Set.of(Guard.G_REASON, Guard.G_RESUME) : Set.of()));
            assertThat(nodes)
                    .allSatisfy(
                            seen -> assertThat(life.at(seen).task().getStatus()).isEqualTo(step));
        }
        FhirClient node = nodes.get(turn % nodes.size());
        ok(life.at(node).step(WALLY, TaskStatus.INPROGRESS, Set.of()));
        FhirClient other = nodes.get((turn + 1) % nodes.size());
        ok(life.at(other).step(WALLY, TaskStatus.COMPLETED, Set.of(Guard.G_FEEDBACK, Guard.G_OUTCOME)));
        assertThat(nodes)
                .allSatisfy(seen -> assertThat(life.at(seen).feedback()).hasSize(1));
    }

    private static void assertSentAgainIsTheSame(FhirClient node, ReferralLife life) {
        Answer again = node.post(GP, "", life.sent());
        ok(again);
        assertThat("Task/" + again.first(Task.class).getIdElement().getIdPart()).isEqualTo(life.reference(Task.class));
    }

    /** The sweeps of both have passed everything on, and sealed everything; nobody has given up. */
    private void assertNothingIsLeft() throws Exception {
        try (var pool = database.pool()) {
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from event)", Boolean.class))) {
                assertThat(System.nanoTime()).as("events are passed on").isLessThan(end);
                TimeUnit.MILLISECONDS.sleep(100);
            }
            assertThat(jdbc.queryForObject("select count(*) from event where attempts > 0", Long.class))
                    .isZero();
            assertThat(jdbc.queryForObject(
                            "select count(*) from outbox_receiver where state in ('GIVEN_UP', 'STOPPED')", Long.class))
                    .isZero();
        }
        assertThat(said).noneMatch(line -> line.contains(" ERROR "));
    }

    /** Built once, and kept under target/. */
    private static Path build(String commit) throws Exception {
        boolean known = new ProcessBuilder("git", "cat-file", "-e", commit + "^{commit}")
                        .start()
                        .waitFor()
                == 0;
        String missing = "The history of git is not there: two releases side by side were NOT tried";
        if (!known) {
            assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
        }
        assumeTrue(known, missing);
        Process building = new ProcessBuilder(".ci/build-release", commit)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String jar = new String(building.getInputStream().readAllBytes()).strip();
        assertThat(building.waitFor()).as("the release before is built").isZero();
        return Path.of(jar);
    }

    private String[] settings(int port) throws Exception {
        Path files = Files.createDirectories(folder.resolve(Integer.toString(port)));
        return Stream.concat(
                        UpgradedNode.settings(database, files).stream()
                                .filter(setting -> !setting.startsWith("--wally.audit.key-file")),
                        Stream.of(
                                "--server.port=" + port,
                                "--management.server.port=-1",
                                "--wally.audit.key-file=" + folder.resolve("audit.key"),
                                "--wally.audit.anchor-file=" + files.resolve("audit.anchor")))
                .toArray(String[]::new);
    }

    private FhirClient await(ChildJvm node, int port) throws Exception {
        FhirClient client = new FhirClient(URI.create("http://localhost:" + port), FhirContext.forR4Cached());
        long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        while (System.nanoTime() < end && node.ended(Duration.ofMillis(200)).isEmpty()) {
            try {
                if (client.get(GP, "/Organization/practice-1").status() == 200) {
                    return client;
                }
            } catch (UncheckedIOException | AssertionError notYet) {
                said.add("not yet: " + notYet.getClass().getSimpleName());
            }
        }
        throw new AssertionError("The node does not come:\n" + String.join("\n", said));
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
