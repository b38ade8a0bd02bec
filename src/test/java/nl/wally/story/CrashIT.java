package nl.wally.story;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import nl.wally.ChildJvm;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.WaarIsWallyApplication;
import nl.wally.ops.PostgresServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.util.TestSocketUtils;

/**
 * {@code kill -9} of PostgreSQL, of the server and of both, in the middle of a stream of referrals: what was acknowledged
 * is there, whole, and of everything else nothing or all. More rounds with {@code -Dwally.crash.rounds=10}.
 */
class CrashIT {
    private static final int ROUNDS = Integer.getInteger("wally.crash.rounds", 1);
    private static final int STREAMS = 2;
    private static final int ACKNOWLEDGED_BEFORE_A_KILL = 12;
    private static final String GP = "his-demo-1";

    @TempDir
    private static Path folder;

    private final Map<String, Bundle> sent = new ConcurrentHashMap<>();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Deque<String> refused = new ConcurrentLinkedDeque<>();
    private final Deque<String> lastLines = new ConcurrentLinkedDeque<>();
    private final Random random = new Random(9);
    private int port;
    private ChildJvm child;
    private FhirClient server;
    private volatile boolean streaming;

    @AfterEach
    void stop() throws Exception {
        if (child != null) {
            child.kill();
            postgres().destroyForcibly();
            child.close();
        }
    }

    @Test
    void everyAcknowledgedReferralIsThereWholeAfterEveryKill() throws Exception {
        start();
        for (int round = 0; round < ROUNDS; round++) {
            killAmidst(() -> postgres().destroyForcibly());
            await();
            assertWhole("after PostgreSQL was killed");
            killAmidst(() -> child.kill());
            start();
            assertWhole("after the server was killed");
            killAmidst(() -> {
                postgres().destroyForcibly();
                child.kill();
            });
            start();
            assertWhole("after both were killed");
        }
        sendTheRestAgain();
        System.out.println("Kills: " + 3 * ROUNDS + "; sent " + sent.size() + ", acknowledged " + acknowledged.size());
    }

    private interface Killing {
        void kill() throws Exception;
    }

    private void killAmidst(Killing killing) throws Exception {
        int before = acknowledged.size();
        streaming = true;
        List<Thread> streams = new java.util.ArrayList<>();
        for (int stream = 0; stream < STREAMS; stream++) {
            Thread thread = new Thread(this::stream);
            thread.start();
            streams.add(thread);
        }
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (acknowledged.size() < before + ACKNOWLEDGED_BEFORE_A_KILL && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        Thread.sleep(random.nextInt(80));
        killing.kill();
        Thread.sleep(200);
        streaming = false;
        for (Thread stream : streams) {
            stream.join();
        }
        assertThat(acknowledged.size()).isGreaterThan(before);
        assertThat(refused)
                .as("only because the database is away; %s", lastLines)
                .allMatch(answer -> answer.startsWith("503 "));
    }

    private void stream() {
        while (streaming) {
            Bundle bundle = Messages.referral(1);
            String placer = Messages.part(bundle, ServiceRequest.class)
                    .getIdentifierFirstRep()
                    .getValue();
            sent.put(placer, bundle);
            try {
                Answer answer = server.post(GP, "", bundle);
                if (answer.status() == 200) {
                    acknowledged.put(
                            placer, answer.first(Task.class).getIdElement().getIdPart());
                } else {
                    refused.add(answer.status() + " " + answer.body());
                    return;
                }
            } catch (UncheckedIOException killed) {
                return;
            }
        }
    }

    private void assertWhole(String when) throws Exception {
        JdbcTemplate jdbc = database();
        List<String> there = jdbc.queryForList("select placer_value from referral", String.class);
        assertThat(there).as(when).doesNotHaveDuplicates().containsAll(acknowledged.keySet());
        assertThat(sent.keySet()).as(when).containsAll(there);
        assertThat(jdbc.queryForList("""
                        select r.placer_value from referral r
                        left join referral_member m on m.referral = r.id and m.position is not null
                        left join hfj_resource h on h.fhir_id = m.resource::text
                        left join hfj_res_ver v on v.res_id = h.res_id
                        group by r.placer_value
                        having count(v.res_id) <> 5 or count(distinct h.res_type) <> 5""", String.class))
                .as("%s: not whole", when)
                .isEmpty();
        assertThat(jdbc.queryForList("""
                        select h.res_type || '/' || h.fhir_id from hfj_resource h
                        where h.res_type in ('Patient', 'Consent', 'ServiceRequest', 'Task', 'CommunicationRequest')
                        and not exists (select 1 from referral_member m where m.resource::text = h.fhir_id)""", String.class))
                .as("%s: parts of nothing", when)
                .isEmpty();
        for (String task : acknowledged.values()) {
            assertThat(server.read(GP, "Task/" + task, Task.class).getOwner().getReference())
                    .isEqualTo("PractitionerRole/wally-1");
        }
    }

    private void sendTheRestAgain() throws Exception {
        for (Map.Entry<String, Bundle> referral : sent.entrySet()) {
            Answer answer = server.post(GP, "", referral.getValue());
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            String task = answer.first(Task.class).getIdElement().getIdPart();
            String known = acknowledged.putIfAbsent(referral.getKey(), task);
            assertThat(known == null ? task : known).isEqualTo(task);
        }
        assertWhole("after sending again");
        assertThat(database().queryForList("select placer_value from referral", String.class))
                .hasSize(sent.size());
    }

    private void start() throws Exception {
        if (child != null) {
            child.close();
        }
        port = TestSocketUtils.findAvailableTcpPort();
        child = new ChildJvm(
                WaarIsWallyApplication.class,
                "--server.port=" + port,
                "--wally.ops.postgres.data-folder=" + folder.resolve("postgres"));
        child.ignore(lastLines);
        server = new FhirClient(URI.create("http://localhost:" + port), FhirContext.forR4Cached());
        await();
    }

    /** Until it answers from its database. */
    private void await() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (System.nanoTime() < end) {
            try {
                if (server.get(GP, "/Organization/practice-1").status() == 200) {
                    return;
                }
            } catch (UncheckedIOException | AssertionError notYet) {
                lastLines.addLast("not yet: " + notYet.getClass().getSimpleName());
            }
            Thread.sleep(200);
        }
        throw new AssertionError("The server does not come (back):\n" + String.join("\n", lastLines));
    }

    private ProcessHandle postgres() throws Exception {
        return ProcessHandle.of(Long.parseLong(postmaster().get(0))).orElseThrow();
    }

    private JdbcTemplate database() throws Exception {
        return new JdbcTemplate(new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:" + postmaster().get(3).strip() + "/wally",
                PostgresServer.USER,
                Files.readString(folder.resolve("postgres/password")).strip()));
    }

    private static List<String> postmaster() throws Exception {
        return Files.readAllLines(folder.resolve("postgres/cluster/postmaster.pid"));
    }
}
