package nl.wally.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.SecondNode;
import nl.wally.TestPostgres;
import nl.wally.mail.MailServer;
import org.awaitility.Awaitility;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two whole servers take referrals and steps in while one of them is killed ({@code kill -9}), when it has acknowledged
 * changes that it could tell nobody of: one subscriber is away, the other does not answer. In the end each has been told of
 * each change that it may see, once and in order. More rounds, every other with a kill of PostgreSQL as well, with
 * {@code -Dwally.killed.rounds=10}.
 */
class KilledServerIT extends WithHook {
    private static final int ROUNDS = Integer.getInteger("wally.killed.rounds", 1);
    private static final int CHANGES = 6;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    /** What a dead node has begun stays its own for a while, see {@code wally.notification.lease}. */
    private static final Duration LEASE_OVER = Duration.ofMinutes(2);

    @Autowired
    private MailServer mail;

    @Autowired
    private JdbcTemplate jdbc;

    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Deque<Answer> refused = new ConcurrentLinkedDeque<>();
    private int changes;
    private int untold;
    private int unavailable;

    @Test
    void eachAcknowledgedChangeIsToldWhoeverDies() throws Exception {
        try (Ear practice = new Ear(here.his(), "id-only", this::subscribed);
                Ear substitute = new Ear(here.joris.client(), "empty", this::subscribed)) {
            for (int round = 0; round < ROUNDS; round++) {
                boolean even = round % 2 == 0;
                killAmidst(even ? practice : substitute, even ? substitute : practice, !even);
                clock.jumpTo(clock.instant().plus(LEASE_OVER));
                until(() -> underWay(practice) == 0 && underWay(substitute) == 0);
            }
            Map<String, Long> versions = versions();
            assertThat(acknowledged)
                    .allSatisfy((task, version) ->
                            assertThat(versions.get(task)).as(task).isNotNull().isGreaterThanOrEqualTo(version));
            assertToldOfEach(practice, withoutTheFirst(versions));
            assertToldOfEach(substitute, versions);
            assertThat(practice.focuses()).isEqualTo(practice.events(server));
            assertThat(substitute.told())
                    .allSatisfy(sent -> assertThat(sent.body()).doesNotContain("Task/"));
            tell(practice, substitute);
        }
    }

    private void killAmidst(Ear away, Ear silent, boolean databaseToo) throws Exception {
        SecondNode node = SecondNode.toBeKilled(DATABASE, clock, mail);
        Stream doomed = new Stream(new FhirClient(node.base(), context, server.tokens()));
        Stream other = new Stream(server);
        try {
            doomed.goesOn();
            away.goAway();
            silent.fallSilent();
            untold += doomed.goesOn();
            assertThat(underWay(away)).isPositive();
            assertThat(underWay(silent)).isPositive();
            node.kill(clock);
            doomed.end();
            other.goesOn();
            if (databaseToo) {
                TestPostgres.kill();
                other.goesOn();
            }
        } finally {
            node.kill(clock);
            doomed.end();
            other.end();
            away.comeBack();
            silent.speak();
        }
        assertThat(refused)
                .as("only because the database is away")
                .allMatch(answer -> databaseToo && answer.status() == 503);
        unavailable += refused.size();
        refused.clear();
        changes += doomed.taken.get() + other.taken.get();
    }

    /** Referrals, each of which is accepted and begun with, one after the other through one node. */
    private final class Stream {
        private final FhirClient node;
        private final AtomicInteger taken = new AtomicInteger();
        private final Thread thread = new Thread(this::run);
        private volatile boolean running = true;

        Stream(FhirClient node) {
            this.node = node;
            thread.start();
        }

        private void run() {
            try {
                while (running) {
                    refer();
                }
            } catch (UncheckedIOException killed) {
                running = false;
            }
        }

        private void refer() {
            Answer sent = node.post(here.his(), "", here.referral());
            if (!took(sent)) {
                return;
            }
            String path = "/Task/" + noted(sent.first(Task.class));
            for (TaskStatus step : List.of(TaskStatus.ACCEPTED, TaskStatus.INPROGRESS)) {
                Answer read = node.get(here.sanne.client(), path);
                Answer stepped = read.status() == 200
                        ? node.put(
                                here.sanne.client(), read.resource(Task.class).setStatus(step))
                        : read;
                if (!took(stepped)) {
                    return;
                }
                noted(stepped.resource(Task.class));
            }
        }

        private boolean took(Answer answer) {
            if (answer.status() != 200) {
                refused.add(answer);
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
            return answer.status() == 200;
        }

        private String noted(Task task) {
            taken.incrementAndGet();
            String id = task.getIdElement().getIdPart();
            acknowledged.merge(id, Long.valueOf(task.getMeta().getVersionId()), Math::max);
            return id;
        }

        /** Waits for some more acknowledged changes; how many. */
        int goesOn() {
            int before = taken.get();
            until(() -> taken.get() >= before + CHANGES);
            return taken.get() - before;
        }

        void end() throws InterruptedException {
            running = false;
            thread.join();
        }
    }

    /** Events not passed on, and messages not delivered. */
    private long underWay(Ear ear) {
        Long count = jdbc.queryForObject(
                "select (select count(*) from event) + coalesce(sum(last - delivered), 0) from outbox_receiver"
                        + " where kind = ? and key = ?",
                Long.class,
                Happenings.KIND,
                ear.id());
        return count == null ? 0 : count;
    }

    /** How many versions each Task of the practice has, acknowledged or not. */
    private Map<String, Long> versions() {
        return jdbc
                .queryForList(
                        "select h.fhir_id from referral r join referral_member m on m.referral = r.id"
                                + " join hfj_resource h on h.fhir_id = m.resource::text and h.res_type = 'Task'"
                                + " join hfj_res_ver v on v.res_id = h.res_id where r.practice = ?",
                        String.class,
                        here.practice())
                .stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** The practice is not told what it did itself. */
    private static Map<String, Long> withoutTheFirst(Map<String, Long> versions) {
        return versions.entrySet().stream()
                .filter(task -> task.getValue() > 1)
                .collect(Collectors.toMap(Map.Entry::getKey, task -> task.getValue() - 1));
    }

    private void assertToldOfEach(Ear ear, Map<String, Long> changes) {
        long total = ear.total(server);
        assertThat(ear.early()).as("out of order").isEmpty();
        List<Long> all = new ArrayList<>();
        for (long number = 1; number <= total; number++) {
            all.add(number);
        }
        assertThat(ear.focuses().keySet()).containsExactlyElementsOf(all);
        assertThat(ear.events(server).keySet()).containsExactlyElementsOf(all);
        assertThat(ear.events(server).values().stream()
                        .map(focus -> focus.replace("Task/", ""))
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                .isEqualTo(changes);
    }

    private void tell(Ear practice, Ear substitute) {
        System.out.printf(
                "%d kills of a server, %d of PostgreSQL; %d changes acknowledged, %d of them by a server that died before"
                        + " it could tell; events: %d and %d, in %d and %d notifications; %d answers 503%n",
                ROUNDS,
                ROUNDS / 2,
                changes,
                untold,
                practice.focuses().size(),
                substitute.focuses().size(),
                practice.told().size(),
                substitute.told().size(),
                unavailable);
    }

    private static void until(Callable<Boolean> so) {
        Awaitility.await()
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptionsInstanceOf(DataAccessException.class)
                .until(so);
    }
}
