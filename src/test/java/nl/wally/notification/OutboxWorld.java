package nl.wally.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.wally.TestClock;
import nl.wally.TestPostgres;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Events and outbox on a database of their own, without a server: whoever wants a node makes one. */
final class OutboxWorld implements AutoCloseable {
    static final NotificationProperties SETTINGS = new NotificationProperties(
            Duration.ofMillis(50),
            500,
            16,
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            new NotificationProperties.BackOff(Duration.ofSeconds(5), Duration.ofHours(4)),
            Duration.ofDays(3),
            Duration.ofDays(30),
            Duration.ofHours(1));

    final TestClock clock = new TestClock();
    final HikariDataSource pool = TestPostgres.freshDatabase().pool();
    final JdbcTemplate jdbc = new JdbcTemplate(pool);
    final JdbcTransactionManager transactions = new JdbcTransactionManager(pool);
    final Bell bell = new Bell();
    final Outbox outbox = new Outbox(jdbc, clock, bell);
    final Events events = new Events(jdbc, new ObjectMapper(), bell);
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    OutboxWorld() {
        for (String name : List.of("V001__referral", "V014__events", "V015__outbox")) {
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/" + name + ".sql")).execute(pool);
        }
    }

    /** A node that delivers by these couriers, whenever it is told to begin. */
    Deliveries node(Courier... couriers) {
        return new Deliveries(
                new Claims(jdbc),
                List.of(couriers),
                SETTINGS,
                clock,
                new TransactionTemplate(transactions),
                bell,
                threads);
    }

    /** A node that passes events on to these. */
    Dispatch dispatch(EventReader... readers) {
        var beans = new StaticListableBeanFactory();
        Stream.of(readers).forEach(reader -> beans.addBean("reader" + beans.getBeanDefinitionCount(), reader));
        return new Dispatch(events, beans.getBeanProvider(EventReader.class), SETTINGS, jdbc, transactions);
    }

    /** Puts down so many messages for a receiver, to be sent from now on. */
    void add(Receiver receiver, int messages) {
        together(() -> outbox.add(IntStream.range(0, messages)
                .mapToObj(n -> new Outgoing(receiver, "Task/" + receiver.key() + "-" + n, "{\"n\": " + n + "}"))
                .toList()));
    }

    void together(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    @Override
    public void close() {
        threads.shutdownNow();
        pool.close();
    }
}
