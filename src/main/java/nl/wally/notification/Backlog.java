package nl.wally.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import nl.wally.fhir.Glances;
import nl.wally.fhir.Glances.Glance;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Metrics {@code wally_outbox_…} by courier, and {@code wally_events_…}: what waits to be told, and what will not arrive
 * unless somebody does something. Of the whole database, whichever node is asked.
 */
@Component
class Backlog implements MeterBinder {
    /** Index {@code outbox_receiver_due} has them. */
    private static final String DUE =
            "select kind, sum(last - delivered) as messages, min(due) as due from outbox_receiver"
                    + " where due is not null group by kind";

    /** Index {@code outbox_receiver_stuck} has them. */
    private static final String STUCK = "select kind, state, count(*) as receivers, sum(last - delivered) as messages"
            + " from outbox_receiver where state in ('FAILING', 'GIVEN_UP') group by kind, state";

    /** A row lives for seconds; should they pile up, a hundred thousand is enough to know. */
    private static final String EVENTS =
            "select count(*) filter (where attempts < " + Events.MOST_ATTEMPTS + ") as waiting,"
                    + " min(at) filter (where attempts < " + Events.MOST_ATTEMPTS + ") as oldest,"
                    + " count(*) filter (where attempts >= " + Events.MOST_ATTEMPTS + ") as aside"
                    + " from (select at, attempts from event order by id limit 100000) few";

    private final List<String> couriers;
    private final Glances glances;
    private final Glance<Map<String, Due>> due;
    private final Glance<Map<String, Stuck>> stuck;
    private final Glance<Untold> events;

    Backlog(ObjectProvider<Courier> couriers, JdbcTemplate jdbc, Glances glances) {
        this.couriers = couriers.orderedStream().map(Courier::kind).toList();
        this.glances = glances;
        due = glances.at(() -> {
            Map<String, Due> found = new HashMap<>();
            jdbc.query(DUE, row -> {
                found.put(row.getString("kind"), new Due(row.getLong("messages"), row.getTimestamp("due")));
            });
            return found;
        });
        stuck = glances.at(() -> {
            Map<String, Stuck> found = new HashMap<>();
            jdbc.query(STUCK, row -> {
                found.put(
                        row.getString("kind") + row.getString("state"),
                        new Stuck(row.getLong("receivers"), row.getLong("messages")));
            });
            return found;
        });
        events = glances.at(() -> jdbc.queryForObject(
                EVENTS,
                (row, number) -> new Untold(row.getLong("waiting"), row.getTimestamp("oldest"), row.getLong("aside"))));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        couriers.forEach(courier -> {
            Due nothing = new Due(0, null);
            gauge(
                            "wally.outbox.messages.waiting",
                            due,
                            found -> found.getOrDefault(courier, nothing).messages())
                    .description("Messages that are to be brought, those that wait for their moment included")
                    .tag("courier", courier)
                    .register(registry);
            gauge(
                            "wally.outbox.lag",
                            due,
                            found -> glances.age(
                                    found.getOrDefault(courier, nothing).due()))
                    .description("How long what is due has waited for a courier")
                    .baseUnit("seconds")
                    .tag("courier", courier)
                    .register(registry);
            for (Standing.State state : List.of(Standing.State.FAILING, Standing.State.GIVEN_UP)) {
                gauge(
                                "wally.outbox.receivers.stuck",
                                stuck,
                                found -> stuck(found, courier, state).receivers())
                        .description("Receivers to whom nothing gets through: tried again, or given up")
                        .tag("courier", courier)
                        .tag("state", state == Standing.State.FAILING ? "failing" : "given-up")
                        .register(registry);
            }
            gauge(
                            "wally.outbox.dead.letters",
                            stuck,
                            found -> stuck(found, courier, Standing.State.GIVEN_UP)
                                    .messages())
                    .description("Messages of receivers that were given up; they wait for an operator")
                    .tag("courier", courier)
                    .register(registry);
        });
        gauge("wally.events.waiting", events, Untold::waiting)
                .description("What happened and was not passed on yet")
                .register(registry);
        gauge("wally.events.lag", events, found -> glances.age(found.oldest()))
                .description("How long the oldest of them has waited")
                .baseUnit("seconds")
                .register(registry);
        gauge("wally.events.set.aside", events, Untold::aside)
                .description("What could not be passed on, and waits for an operator")
                .register(registry);
    }

    private static <T> Gauge.Builder<Glance<T>> gauge(String name, Glance<T> glance, ToDoubleFunction<T> what) {
        return Gauge.builder(name, glance, seen -> seen.show(what));
    }

    private static Stuck stuck(Map<String, Stuck> found, String courier, Standing.State state) {
        return found.getOrDefault(courier + state.name(), new Stuck(0, 0));
    }

    private record Due(long messages, @Nullable Timestamp due) {}

    private record Stuck(long receivers, long messages) {}

    private record Untold(long waiting, @Nullable Timestamp oldest, long aside) {}
}
