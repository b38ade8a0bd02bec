package nl.wally.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Takes messages away that arrived and are kept no longer, in small transactions, of which each node does some; and wakes
 * receivers that a wrong clock put off.
 */
@Component
class MessageSweep {
    private static final int BATCH = 1000;

    private static final String DELETE = """
            delete from outbox_message where (receiver, number) in (
                select m.receiver, m.number from outbox_message m join outbox_receiver r on r.id = m.receiver
                where m.at < ? and m.number <= r.delivered order by m.at limit ?
                for update of m skip locked)
            """;

    private static final String WAKE = """
            update outbox_receiver set due = ? where id in (
                select id from outbox_receiver where troubled = any ('{false, true}') and due > ?
                order by id for update skip locked)
            """;

    private final JdbcTemplate jdbc;
    private final NotificationProperties settings;
    private final Clock clock;

    MessageSweep(JdbcTemplate jdbc, NotificationProperties settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Looks once. */
    void run() {
        wake();
        Timestamp since = Timestamp.from(clock.instant().minus(settings.kept()));
        int gone = BATCH;
        while (gone == BATCH) {
            gone = jdbc.update(DELETE, since, BATCH);
        }
    }

    private void wake() {
        Instant now = clock.instant();
        jdbc.update(WAKE, Timestamp.from(now), Timestamp.from(now.plus(Outbox.FARTHEST)));
    }
}
