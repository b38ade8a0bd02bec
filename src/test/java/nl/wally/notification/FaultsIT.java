package nl.wally.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import nl.wally.ChildJvm;
import nl.wally.TestPostgres;
import nl.wally.TestPostgres.Database;
import nl.wally.notification.FaultyReceiver.Habit;
import nl.wally.ops.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * Two nodes write changes and tell six subscribers of them, five of which misbehave, while nodes and database are killed
 * in the middle of it ({@code kill -9}): in the end each subscriber has been told of each change, under its own number and in
 * order. A short cut in the normal run; whole with {@code mvn -Pfaults verify}.
 */
class FaultsIT {
    private static final int CHANGES = Integer.getInteger("wally.faults.changes", 200);
    private static final int KILLS = Integer.getInteger("wally.faults.kills", 1);
    private static final String PAUSE = "8";
    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path folder;

    private final List<FaultyReceiver> subscribers = new ArrayList<>();
    private final ChildJvm[] nodes = new ChildJvm[2];
    private PostgresServer postgres;
    private Database database;
    private JdbcTemplate jdbc;
    private long underWay;

    @AfterEach
    void stop() throws Exception {
        for (ChildJvm node : nodes) {
            if (node != null) {
                node.close();
            }
        }
        for (FaultyReceiver subscriber : subscribers) {
            subscriber.close();
        }
        postgres.close();
    }

    @Test
    void everySubscriberIsToldOfEveryChangeInOrderWhateverDies() throws Exception {
        begin();
        long start = System.nanoTime();
        for (int kill = 0; kill < KILLS; kill++) {
            long next = (long) CHANGES * (kill + 1) / (KILLS + 1);
            until(Duration.ofMinutes(3), () -> written() >= next);
            underWay += underWay();
            kill(kill);
        }
        until(Duration.ofMinutes(3), () -> newest() >= CHANGES);
        subscribers.forEach(FaultyReceiver::heal);
        until(Duration.ofMinutes(2), () -> underWay() == 0);

        List<Long> written = jdbc.queryForList("select id from written order by id", Long.class);
        assertThat(written).hasSizeGreaterThan(CHANGES * 9 / 10);
        for (FaultyReceiver subscriber : subscribers) {
            assertThat(subscriber.faults()).as(subscriber.key()).isEmpty();
            assertThat(subscriber.changes()).as(subscriber.key()).containsExactlyInAnyOrderElementsOf(written);
        }
        assertThat(jdbc.queryForList("select count(*) from event", Long.class)).containsExactly(0L);
        tell(written.size(), (System.nanoTime() - start) / 1e9);
    }

    private void tell(int changes, double seconds) {
        System.out.printf(
                "%d changes in %.0f s, %d kills; messages not delivered yet at the moments of the kills: %d%n",
                changes, seconds, KILLS, underWay);
        System.out.println("| subscriber | events | requests taken in | events told again |\n|---|---|---|---|");
        subscribers.forEach(subscriber -> System.out.println(subscriber.figures()));
    }

    private void begin() throws Exception {
        SSLContext tls = tls();
        for (Habit habit : Habit.values()) {
            subscribers.add(new FaultyReceiver(habit, tls));
        }
        postgres = PostgresServer.start(TestPostgres.settings(folder.resolve("postgres")));
        database = new Database(postgres.ensureDatabase("faults"), PostgresServer.USER, postgres.password());
        var source = new DriverManagerDataSource(database.url(), database.user(), database.password());
        for (String name : List.of("V001__referral", "V014__events", "V015__outbox")) {
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/" + name + ".sql")).execute(source);
        }
        jdbc = new JdbcTemplate(source);
        jdbc.execute("create table written (id bigint generated always as identity primary key)");
        node(0);
        node(1);
    }

    private void node(int number) throws IOException, InterruptedException {
        ChildJvm node = new ChildJvm(
                FaultNode.class,
                Stream.concat(
                                Stream.of(
                                        TestKeys.store(folder, PASSWORD).toString(),
                                        database.url(),
                                        database.user(),
                                        database.password(),
                                        String.valueOf(CHANGES),
                                        PAUSE),
                                subscribers.stream().map(one -> one.key() + "=" + one.port()))
                        .toArray(String[]::new));
        node.listen(line -> {});
        nodes[number] = node;
    }

    /** A node, the other one, the database, and so on. */
    private void kill(int kill) throws Exception {
        if (kill % 3 == 1) {
            long postmaster = Long.parseLong(Files.readAllLines(folder.resolve("postgres/cluster/postmaster.pid"))
                    .get(0));
            ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
        } else {
            int number = kill % 2;
            nodes[number].kill();
            nodes[number].close();
            node(number);
        }
    }

    private long written() {
        return count("select count(*) from written");
    }

    private long newest() {
        return count("select coalesce(max(id), 0) from written");
    }

    /** Events not passed on, and messages not delivered. */
    private long underWay() {
        return count(
                "select (select count(*) from event) + (select coalesce(sum(last - delivered), 0) from outbox_receiver)");
    }

    private long count(String question) {
        Long count = jdbc.queryForObject(question, Long.class);
        return count == null ? 0 : count;
    }

    private static void until(Duration longest, Callable<Boolean> done) {
        await().atMost(longest)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(DataAccessException.class)
                .until(done);
    }

    /** One certificate for all of them, which the nodes trust. */
    private static SSLContext tls() throws Exception {
        Path store = TestKeys.store(folder, PASSWORD);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(store)) {
            keys.load(content, PASSWORD.toCharArray());
        }
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }
}
