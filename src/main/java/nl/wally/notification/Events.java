package nl.wally.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What happened and has not been passed on yet. A row is written in the transaction of what happened and stays or goes with
 * it; whoever passes it on deletes it in the transaction in which each receiver gets its own.
 */
@Component
class Events {
    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    Events(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Takes these down, within the transaction of the caller, in this order. */
    public void note(List<Event> events) {
        if (events.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                "insert into event (at, kind, focus, version, referral, client, agent, facts, receivers)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)",
                events.stream().map(this::row).toList());
    }

    private Object[] row(Event event) {
        try {
            return new Object[] {
                Timestamp.from(event.at()),
                event.kind().name(),
                event.focus(),
                event.version(),
                event.referral(),
                event.author().client(),
                event.author().agent(),
                json.writeValueAsString(event.facts()),
                event.receivers().toArray(String[]::new)
            };
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("codes and references are always JSON", impossible);
        }
    }
}
