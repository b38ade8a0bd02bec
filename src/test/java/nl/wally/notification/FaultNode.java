package nl.wally.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import nl.wally.TestPostgres.Database;
import nl.wally.subscription.TestHooks;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A node in a process of its own, which can be killed: it writes changes as fast as it can until there are enough, and tells
 * all subscribers of all of them, by the dispatch, the outbox and the HTTP client of the product.
 */
final class FaultNode {
    private static final NotificationProperties SETTINGS = new NotificationProperties(
            Duration.ofMillis(100),
            100,
            16,
            Duration.ofSeconds(3),
            Duration.ofSeconds(5),
            new NotificationProperties.BackOff(Duration.ofMillis(100), Duration.ofSeconds(1)),
            Duration.ofDays(3),
            Duration.ofDays(30),
            Duration.ofHours(1));

    private final JdbcTemplate jdbc;
    private final Events events;
    private final TransactionTemplate together;

    private FaultNode(JdbcTemplate jdbc, Events events, TransactionTemplate together) {
        this.jdbc = jdbc;
        this.events = events;
        this.together = together;
    }

    /**
     * Arguments: whom to trust; address, user and password of the database; how many changes, and the milliseconds between
     * them; subscribers as {@code key=port}.
     */
    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("javax.net.ssl.trustStore", arguments[0]);
        System.setProperty("javax.net.ssl.trustStorePassword", "changeit");
        HikariDataSource pool = new Database(arguments[1], arguments[2], arguments[3]).pool();
        Map<String, Integer> subscribers = Arrays.stream(arguments)
                .skip(6)
                .map(argument -> argument.split("="))
                .collect(Collectors.toMap(part -> part[0], part -> Integer.valueOf(part[1])));
        JdbcTemplate jdbc = new JdbcTemplate(pool);
        Clock clock = Clock.systemUTC();
        Bell bell = new Bell();
        Events events = new Events(jdbc, new ObjectMapper(), bell);
        Outbox outbox = new Outbox(jdbc, clock, bell);
        var transactions = new JdbcTransactionManager(pool);
        var beans = new StaticListableBeanFactory();
        beans.addBean("reader", reader(outbox, List.copyOf(subscribers.keySet())));
        var dispatch = new Dispatch(events, beans.getBeanProvider(EventReader.class), SETTINGS, jdbc, transactions);
        ExecutorService threads = Rounds.threads();
        var together = new TransactionTemplate(transactions);
        var deliveries = new Deliveries(
                new Claims(jdbc), List.of(new ByHook(subscribers)), SETTINGS, clock, together, bell, threads);
        new Rounds(dispatch, deliveries, bell, SETTINGS.sweep(), threads).start();
        System.out.println("#running");
        new FaultNode(jdbc, events, together).write(Long.parseLong(arguments[4]), Long.parseLong(arguments[5]), clock);
        // Delivers until it is killed.
        Thread.currentThread().join();
    }

    private static EventReader reader(Outbox outbox, List<String> subscribers) {
        return events -> outbox.add(events.stream()
                .flatMap(event -> subscribers.stream()
                        .map(key -> new Outgoing(
                                new Receiver(ByHook.KIND, key),
                                event.focus(),
                                "{\"change\": " + event.fact("change").orElseThrow() + "}")))
                .toList());
    }

    /** Each change and its event in one transaction, like those of the server. */
    private void write(long enough, long pause, Clock clock) throws InterruptedException {
        boolean more = true;
        while (more) {
            try {
                more = Boolean.TRUE.equals(together.execute(status -> change(enough, clock)));
            } catch (RuntimeException away) {
                System.out.println("away: " + away.getClass().getSimpleName());
                Thread.sleep(100);
            }
            Thread.sleep(pause);
        }
    }

    private boolean change(long enough, Clock clock) {
        Long id = jdbc.queryForObject("insert into written default values returning id", Long.class);
        events.note(List.of(new Event(
                clock.instant(),
                Event.Kind.CHANGED,
                "Task/" + id,
                "1",
                null,
                new Event.Author("writer", ""),
                Map.of("change", String.valueOf(id)),
                List.of())));
        return id != null && id < enough;
    }

    /** Numbers and changes, to one address of each subscriber. */
    private record ByHook(Map<String, Integer> subscribers) implements Courier {
        private static final String KIND = "hook";
        private static final TestHooks HOOKS = new TestHooks();

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public CompletionStage<Outcome> deliver(Receiver receiver, List<Message> messages) {
            String body = messages.stream()
                    .map(message ->
                            message.number() + message.content().orElseThrow().replaceAll(".* (\\d+)}", "=$1;"))
                    .collect(Collectors.joining());
            long last = messages.get(messages.size() - 1).number();
            return HOOKS.send(subscribers.get(receiver.key()), body)
                    .thenApply(answer ->
                            answer.equals("taken") ? new Outcome.Delivered(last) : new Outcome.Failed(answer));
        }
    }
}
