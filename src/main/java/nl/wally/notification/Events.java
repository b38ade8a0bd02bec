package nl.wally.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What happened and has not been passed on yet. A row is written in the transaction of what happened and stays or goes with
 * it; whoever passes it on deletes it in the transaction in which each receiver gets its own.
 */
@Component
public class Events {
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    /** Each with the referral of which the resource is a part now. */
    private static final String TAKE = """
            with taken as (delete from event
                where id in (select id from event where attempts < ? order by id limit ?) returning *)
            select t.*, coalesce(t.referral, (select min(m.referral::text)::uuid from referral_member m where m.resource =
                case when t.resource ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then t.resource::uuid end)) as part_of
            from taken t
            """;

    /** So often passing on may fail before an event is set aside. */
    static final int MOST_ATTEMPTS = 5;

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Bell bell;

    Events(JdbcTemplate jdbc, ObjectMapper json, Bell bell) {
        this.jdbc = jdbc;
        this.json = json;
        this.bell = bell;
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
        bell.ring();
    }

    /**
     * Takes the oldest ones away, within the transaction of the caller, who holds the lock of the dispatch. An event that is
     * committed later than one with a higher number is taken later: nothing is skipped, for what was taken is gone.
     */
    List<Event> take(int most) {
        List<Taken> taken =
                jdbc.query(TAKE, (row, number) -> new Taken(row.getLong("id"), event(row)), MOST_ATTEMPTS, most);
        return taken.stream()
                .sorted(Comparator.comparingLong(Taken::id))
                .map(Taken::event)
                .toList();
    }

    /**
     * Notes that the oldest one could not be passed on; after a few times it is set aside, so that others are not held up
     * any longer.
     *
     * @return its number, when it was set aside by this
     */
    Optional<Long> stumbled() {
        return jdbc
                .query(
                        "update event set attempts = attempts + 1 where id = (select min(id) from event where attempts < ?)"
                                + " returning id, attempts >= ? as aside",
                        (row, number) -> row.getBoolean("aside") ? row.getLong("id") : 0,
                        MOST_ATTEMPTS,
                        MOST_ATTEMPTS)
                .stream()
                .filter(id -> id > 0)
                .findFirst();
    }

    /** How many were set aside. */
    int aside() {
        Integer count =
                jdbc.queryForObject("select count(*) from event where attempts >= ?", Integer.class, MOST_ATTEMPTS);
        return count == null ? 0 : count;
    }

    /** Has those that were set aside passed on after all; gives their number. */
    int retry() {
        return jdbc.update("update event set attempts = 0 where attempts >= ?", MOST_ATTEMPTS);
    }

    private Event event(ResultSet row) throws SQLException {
        try {
            return new Event(
                    row.getTimestamp("at").toInstant(),
                    Event.Kind.valueOf(row.getString("kind")),
                    row.getString("focus"),
                    row.getString("version"),
                    row.getObject("part_of", UUID.class),
                    new Event.Author(row.getString("client"), row.getString("agent")),
                    json.readValue(row.getString("facts"), FACTS),
                    List.of((String[]) row.getArray("receivers").getArray()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was written is read again", impossible);
        }
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

    private record Taken(long id, Event event) {}
}
