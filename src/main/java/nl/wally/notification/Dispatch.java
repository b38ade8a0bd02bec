package nl.wally.notification;

import java.util.List;
import java.util.Optional;
import nl.wally.fhir.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Passes what happened on to all who read events, on one node at a time. Taking an event away and whatever its readers put
 * down because of it are one transaction: each event is passed on exactly once, also when this node dies.
 */
@Component
class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final Events events;
    private final List<EventReader> readers;
    private final NotificationProperties settings;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate together;

    Dispatch(
            Events events,
            ObjectProvider<EventReader> readers,
            NotificationProperties settings,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        this.events = events;
        this.readers = readers.orderedStream().toList();
        this.settings = settings;
        this.jdbc = jdbc;
        this.together = new TransactionTemplate(transactions);
    }

    /**
     * Passes on what there is, at most one batch; does nothing while another node does.
     *
     * @return whether there may be more
     */
    boolean run() {
        try {
            return pass(settings.batch()) == settings.batch();
        } catch (RuntimeException failed) {
            return oneByOne() == settings.batch();
        }
    }

    /** The lock ends with the transaction, and with this node. */
    private int pass(int most) {
        Integer passed = together.execute(status -> {
            if (!mayPass()) {
                return 0;
            }
            List<Event> taken = events.take(most);
            if (!taken.isEmpty()) {
                readers.forEach(reader -> reader.read(taken));
            }
            return taken.size();
        });
        return passed == null ? 0 : passed;
    }

    private boolean mayPass() {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select pg_try_advisory_xact_lock(hashtextextended('notification-dispatch', 0))", Boolean.class));
    }

    /** Up to the one that fails, which holds up the others for some rounds, and is then set aside. */
    private int oneByOne() {
        int passed = 0;
        try {
            while (passed < settings.batch() && pass(1) == 1) {
                passed++;
            }
            return passed;
        } catch (RuntimeException failed) {
            if (Outage.explains(failed)) {
                // No fault of the event: it waits until the database is right again, however long that takes.
                LOG.warn("Events wait for the database: {}", failed.getClass().getName());
                return 0;
            }
            Optional<Long> aside = Optional.ofNullable(together.execute(status -> events.stumbled()))
                    .flatMap(id -> id);
            LOG.error(
                    "An event could not be passed on: {}{}",
                    failed.getClass().getName(),
                    aside.map(id -> "; number " + id + " was set aside, see docs/notifications.md")
                            .orElse(""));
            return 0;
        }
    }
}
