package nl.wally.notification;

import java.sql.Timestamp;
import java.time.Clock;
import nl.wally.fhir.Custodies;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Takes messages away that arrived and are kept no longer; on one node at a time, in small transactions. */
@Component
class MessageSweep {
    private static final int BATCH = 1000;

    private static final String DELETE = """
            delete from outbox_message where (receiver, number) in (
                select m.receiver, m.number from outbox_message m join outbox_receiver r on r.id = m.receiver
                where m.at < ? and m.number <= r.delivered order by m.at limit ?)
            """;

    private final Custodies custodies;
    private final JdbcTemplate jdbc;
    private final NotificationProperties settings;
    private final Clock clock;

    MessageSweep(Custodies custodies, JdbcTemplate jdbc, NotificationProperties settings, Clock clock) {
        this.custodies = custodies;
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Does nothing while another node is at it. */
    void run() {
        Timestamp since = Timestamp.from(clock.instant().minus(settings.kept()));
        custodies.alone("message-sweep", () -> {
            int gone = BATCH;
            while (gone == BATCH) {
                gone = jdbc.update(DELETE, since, BATCH);
            }
        });
    }
}
